import { expect, test } from 'vitest';
import { rateLimit } from './rate-limit.ts';

test('gives each asker his share of a minute, and says how long to wait for more', () => {
  let now = 0;
  const limit = rateLimit(3, () => now);
  const counts = [1, 2, 3].map(() => limit.take('a').remainingCount);
  expect(counts).toEqual([2, 1, 0]);
  expect(limit.take('a')).toEqual({ isAllowed: false, remainingCount: 0, waitMs: 20_000 });
  expect(limit.take('b').isAllowed).toBe(true);
  now = 19_999;
  expect(limit.take('a').isAllowed).toBe(false);
  now = 20_000;
  expect(limit.take('a').isAllowed).toBe(true);
  expect(limit.take('a').isAllowed).toBe(false);
});

test('saves up for a minute and no longer', () => {
  let now = 0;
  const limit = rateLimit(2, () => now);
  limit.take('a');
  now = 3_600_000;
  expect([1, 2, 3].map(() => limit.take('a').isAllowed)).toEqual([true, true, false]);
});

test('what is put back may be taken again', () => {
  const limit = rateLimit(1, () => 0);
  expect(limit.take('a').isAllowed).toBe(true);
  limit.giveBack('a');
  limit.giveBack('nobody');
  expect(limit.take('a').isAllowed).toBe(true);
  expect(limit.take('a').isAllowed).toBe(false);
});

test('forgets who has not asked for longest rather than growing', () => {
  const limit = rateLimit(1, () => 0, 2);
  for (const asker of ['a', 'b', 'c']) limit.take(asker);
  expect(limit.take('c').isAllowed).toBe(false);
  expect(limit.take('a').isAllowed).toBe(true);
});

test('never gives more than its rate, however it is asked', () => {
  let now = 0;
  const limit = rateLimit(600, () => now);
  let taken = 0;
  for (let step = 0; step < 100_000; step++) {
    if (limit.take('a').isAllowed) taken++;
    now += 7.3;
  }
  const minutes = now / 60_000;
  expect(taken).toBeLessThanOrEqual(600 * (minutes + 1));
  expect(taken).toBeGreaterThan(600 * minutes);
});
