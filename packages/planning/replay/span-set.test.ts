import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spanSet } from './span-set.ts';

describe('spanSet', () => {
  const spans = [
    { fromAt: 20, untilAt: 30 },
    { fromAt: 0, untilAt: 5 },
    { fromAt: 3, untilAt: 10 },
  ];

  test('counts a moment once, however many spans have it', () => {
    const set = spanSet(spans);
    expect(set.overlapMs(0, 100)).toBe(20);
    expect(set.overlapMs(4, 25)).toBe(11);
    expect(set.overlapMs(12, 18)).toBe(0);
    expect([0, 10, 11, 19, 20, 30, 31].map((at) => set.has(at))).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  test('agrees with counting moment by moment', () => {
    const span = fc
      .tuple(fc.nat(30), fc.nat(30))
      .map(([a, b]) => ({ fromAt: Math.min(a, b), untilAt: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(span), span, (list, asked) => {
        let countMs = 0;
        for (let at = asked.fromAt; at < asked.untilAt; at += 1) {
          if (list.some(({ fromAt, untilAt }) => fromAt <= at && at < untilAt)) countMs += 1;
        }
        expect(spanSet(list).overlapMs(asked.fromAt, asked.untilAt)).toBe(countMs);
      }),
    );
  });
});
