import { describe, expect, test } from 'vitest';
import { type LineFields, logOf } from '../testing/log-lines.ts';
import { drawCalls } from './draw-calls.ts';

const waited = (seconds: number, fields: LineFields): LineFields => {
  const ended = `8:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  return { queue: ['8:00:00', ended], ...fields };
};
const answered = (seconds: number, fields: LineFields = {}) =>
  waited(seconds, { service: ['8:10:00', '8:11:40'], ...fields });
const gaveUp = (seconds: number, fields: LineFields = {}) =>
  waited(seconds, { outcome: 'HANG', ...fields });

describe('drawCalls', () => {
  const rows = [
    ...Array.from({ length: 30 }, (_, index) => gaveUp(10 + 5 * index)),
    ...Array.from({ length: 30 }, (_, index) => answered(7 + 5 * index)),
    answered(60, { service: ['8:20:00', '8:29:00'], type: 'NW' }),
    gaveUp(20, { type: 'NW' }),
    gaveUp(20, { type: 'IN' }),
  ];
  const { calls } = logOf(rows);

  test('keeps what the log shows: the patience of who gave up, the service of who was answered', () => {
    for (const { call, patienceMs, serviceMs } of drawCalls(calls, 1)) {
      if (call.hasAbandoned) expect(patienceMs).toBe(call.waitMs);
      else expect(serviceMs).toBe(call.skill === 'NW' ? 540_000 : 100_000);
    }
  });

  test('draws a patience beyond the wait of who was answered, among those of who gave up', () => {
    const gaveUpAt = new Set(calls.filter((call) => call.hasAbandoned).map((call) => call.waitMs));
    for (const { call, patienceMs } of drawCalls(calls, 1)) {
      if (call.hasAbandoned) continue;
      expect(patienceMs).toBeGreaterThan(call.waitMs);
      if (call.waitMs < 155_000) expect(gaveUpAt).toContain(patienceMs);
    }
  });

  test('draws the service of an abandoned call among those of its skill, else among all', () => {
    const drawn = drawCalls(calls, 1).filter(({ call }) => call.hasAbandoned);
    const durations = (skill: string) =>
      new Set(drawn.filter(({ call }) => call.skill === skill).map(({ serviceMs }) => serviceMs));
    expect(durations('PS')).toEqual(new Set([100_000]));
    expect(durations('NW')).toEqual(new Set([540_000]));
    for (const serviceMs of durations('IN')) expect([100_000, 540_000]).toContain(serviceMs);
  });

  test('draws the same for a call whatever stands beside it, and something else for another seed', () => {
    const byKey = (list: typeof calls, seed: number) =>
      new Map(drawCalls(list, seed).map((drawn) => [drawn.call.key, drawn]));
    const all = byKey(calls, 1);
    expect(byKey([...calls].reverse(), 1)).toEqual(all);
    expect(byKey(calls, 2)).not.toEqual(all);
  });
});
