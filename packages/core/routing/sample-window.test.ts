import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decay } from './decay.ts';
import {
  addSample,
  createWindow,
  meanMs,
  quantileMs,
  samplesIn,
  shareWithin,
} from './sample-window.ts';

const durations = fc.array(fc.integer({ min: 0, max: 40_000_000 }), { maxLength: 700 });

/** As the windows are described: quarter seconds up to two, then four to the octave. */
function bucketOf(ms: number): { readonly fromMs: number; readonly untilMs: number } {
  if (ms < 2_000) {
    const fromMs = ms - (ms % 250);
    return { fromMs, untilMs: fromMs + 250 };
  }
  let octaveMs = 2_000;
  while (octaveMs * 2 <= ms) octaveMs *= 2;
  const fromMs = octaveMs + Math.floor((4 * (ms - octaveMs)) / octaveMs) * (octaveMs / 4);
  return { fromMs, untilMs: fromMs + octaveMs / 4 };
}

test('it says of the last 512 what their buckets say', () => {
  fc.assert(
    fc.property(durations, fc.integer({ min: 0, max: 50_000_000 }), (all, ms) => {
      const window = createWindow();
      for (const each of all) addSample(window, each, each % 3 === 0);
      const last = all.slice(-512);
      const buckets = last.map(bucketOf);
      const inside = buckets.map(({ fromMs, untilMs }) =>
        Math.min(1, Math.max(0, (ms - fromMs) / (untilMs - fromMs))),
      );
      const sum = inside.reduce((total, each) => total + each, 0);
      expect(window.size).toBe(last.length);
      expect(window.markedCount).toBe(last.filter((each) => each % 3 === 0).length);
      expect(shareWithin(window, ms)).toBeCloseTo(last.length === 0 ? 0 : sum / last.length, 9);
      const ends = buckets.map(({ untilMs }) => untilMs).sort((a, b) => a - b);
      expect(quantileMs(window, 0.95)).toBe(ends[Math.ceil(ends.length * 0.95) - 1] ?? 0);
      const middles = buckets.map(({ fromMs, untilMs }) => (fromMs + untilMs) / 2);
      const middleSum = middles.reduce((total, each) => total + each, 0);
      expect(meanMs(window)).toBe(last.length === 0 ? 0 : middleSum / last.length);
    }),
  );
});

test('made anew of its samples it is the same, and forgets the same ones next', () => {
  fc.assert(
    fc.property(durations, durations, (before, after) => {
      const window = createWindow();
      for (const each of before) addSample(window, each, each % 2 === 0);
      const again = createWindow(samplesIn(window));
      for (const each of after) {
        addSample(window, each);
        addSample(again, each);
      }
      expect(samplesIn(again)).toEqual(samplesIn(window));
      expect([again.sumMs, again.markedCount]).toEqual([window.sumMs, window.markedCount]);
    }),
  );
});

test('the table of the exponential is never too low, and hardly too high', () => {
  for (let x = 0; x < 20; x += 0.0137) {
    const over = decay(x) - Math.exp(-x);
    expect(over).toBeGreaterThan(-2e-7);
    expect(over).toBeLessThan(0.00013);
  }
});
