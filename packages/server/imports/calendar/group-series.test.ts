import { expect, test } from 'vitest';
import { groupSeries } from './group-series.ts';
import type { Component } from './read-calendar.ts';

const readings = { clocks: () => undefined, days: () => 0, floating: () => 0 };

function eventAt(line: number): Component {
  const uid = { name: 'UID', parameters: new Map(), value: `event ${line}`, line };
  return { name: 'VEVENT', line, properties: [uid], children: [] };
}

test('others have their turn after each event, and all are put together', async () => {
  const events = [1, 2, 3].map(eventAt);
  let turns = 0;
  const giveWay = (): Promise<void> => {
    turns += 1;
    return Promise.resolve();
  };
  const { series } = await groupSeries(events, readings, giveWay);
  expect(series.map(({ event }) => event)).toEqual(events);
  expect(turns).toBe(3);
});
