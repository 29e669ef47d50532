import { describe, expect, test } from 'vitest';
import { EXPIRY_MS, nextAttemptAt, RETRY_DELAYS_MS, retryAfterMs } from './retry-schedule.ts';

const NOW = 1_700_000_000_000;

describe('nextAttemptAt', () => {
  test('follows the schedule of Standard Webhooks, and then gives up', () => {
    const waits: (number | undefined)[] = [];
    for (let attemptCount = 1; attemptCount <= 10; attemptCount++) {
      const at = nextAttemptAt({ attemptCount, now: NOW, chance: 0 });
      waits.push(at === undefined ? undefined : (at - NOW) / 1_000);
    }
    const hours = (count: number) => count * 3_600;
    expect(waits).toEqual([5, 300, 1_800, ...[2, 5, 10, 14, 20, 24].map(hours), undefined]);
  });

  test('waits a little longer by chance, so that not all come back at once', () => {
    const last = nextAttemptAt({ attemptCount: 1, now: NOW, chance: 1 });
    expect(last).toBe(NOW + 5_500);
  });

  test('does not come back before the receiver said, within a day', () => {
    const asked = { attemptCount: 1, now: NOW, chance: 0 };
    expect(nextAttemptAt({ ...asked, retryAfterMs: 60_000 })).toBe(NOW + 60_000);
    expect(nextAttemptAt({ ...asked, retryAfterMs: 1_000 })).toBe(NOW + 5_000);
    expect(nextAttemptAt({ ...asked, retryAfterMs: 1e12 })).toBe(NOW + 86_400_000);
  });

  test('never waits so long that the delivery expires meanwhile', () => {
    const longest = Math.max(...RETRY_DELAYS_MS);
    const attemptCount = RETRY_DELAYS_MS.indexOf(longest) + 1;
    const at = nextAttemptAt({ attemptCount, now: NOW, chance: 1, retryAfterMs: 1e12 });
    expect((at ?? Infinity) - NOW).toBeLessThan(EXPIRY_MS);
  });
});

test.each([
  ['120', 120_000],
  [new Date(NOW + 60_000).toUTCString(), 60_000],
  [new Date(NOW - 60_000).toUTCString(), 0],
  ['soon', undefined],
  ['-5', undefined],
  [undefined, undefined],
])('a Retry-After of %j asks for %s ms', (header, expected) => {
  expect(retryAfterMs(header, NOW)).toBe(expected);
});
