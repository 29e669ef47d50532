import { expect, test } from 'vitest';
import { stretchOf } from './stretches.ts';

const HOUR_MS = 3_600_000;
const at = (moment: string) => Date.parse(moment);

test('today is until midnight, and is compared with yesterday', () => {
  const now = at('2026-11-23T02:00:00Z');
  expect(stretchOf('today', { now, timeZone: 'UTC' })).toEqual({
    stretch: { from: at('2026-11-23T00:00Z'), to: at('2026-11-24T00:00Z') },
    before: { from: at('2026-11-22T00:00Z'), to: at('2026-11-23T00:00Z') },
  });
});

test('days are those of the centre, also where it is another date there', () => {
  const now = at('2026-11-23T02:00:00Z');
  const { stretch } = stretchOf('yesterday', { now, timeZone: 'America/New_York' });
  expect(stretch).toEqual({ from: at('2026-11-21T05:00Z'), to: at('2026-11-22T05:00Z') });
});

test('a week in which the clocks change is an hour longer or shorter', () => {
  const now = at('2026-10-28T12:00:00Z');
  const { stretch, before } = stretchOf('week', { now, timeZone: 'Europe/Zurich' });
  expect((stretch.to - stretch.from) / HOUR_MS).toBe(7 * 24 + 1);
  expect((before.to - before.from) / HOUR_MS).toBe(7 * 24);
  expect(stretch.to).toBe(at('2026-10-27T23:00Z'));
});

test('four weeks end with yesterday, and go over the turn of a year', () => {
  const now = at('2027-01-05T12:00:00Z');
  expect(stretchOf('weeks', { now, timeZone: 'UTC' })).toEqual({
    stretch: { from: at('2026-12-08T00:00Z'), to: at('2027-01-05T00:00Z') },
    before: { from: at('2026-11-10T00:00Z'), to: at('2026-12-08T00:00Z') },
  });
});
