import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Interval } from '../time.ts';
import { atServiceMs, intervalFault, serviceHours, serviceMsAt } from './service-hours.ts';

/** Sorted and not overlapping; each gap and each length given, a gap of 0 makes two of them touch. */
const intervals = fc
  .array(fc.record({ gapMs: fc.nat(5), lengthMs: fc.integer({ min: 1, max: 9 }) }), {
    maxLength: 12,
  })
  .map((parts) => {
    let untilAt = 0;
    return parts.map(({ gapMs, lengthMs }): Interval => {
      const fromAt = untilAt + gapMs;
      untilAt = fromAt + lengthMs;
      return { fromAt, untilAt };
    });
  });

describe('serviceMsAt', () => {
  test('is the number of open milliseconds, counted one by one', () => {
    fc.assert(
      fc.property(intervals, fc.nat(180), (openIntervals, at) => {
        let openMs = 0;
        for (let ms = 0; ms < at; ms += 1) {
          if (openIntervals.some(({ fromAt, untilAt }) => fromAt <= ms && ms < untilAt))
            openMs += 1;
        }
        expect(serviceMsAt(serviceHours(openIntervals), at)).toBe(openMs);
      }),
    );
  });

  test('counts every moment where there are no hours, and none where nothing is ever open', () => {
    expect(serviceMsAt(undefined, 1_234)).toBe(1_234);
    expect(serviceMsAt(serviceHours([]), 1_234)).toBe(0);
  });
});

describe('intervalFault', () => {
  test('finds nothing wrong with sorted intervals, touching or not', () => {
    fc.assert(
      fc.property(intervals, (sound) => {
        expect(intervalFault('hours', sound)).toBeUndefined();
      }),
    );
  });

  test.each([
    [[{ fromAt: 5, untilAt: 5 }], 0],
    [[{ fromAt: 5, untilAt: 4 }], 0],
    [[{ fromAt: NaN, untilAt: 4 }], 0],
    [[{ fromAt: 0, untilAt: Infinity }], 0],
    [[{ fromAt: 0.5, untilAt: 4 }], 0],
    [
      [
        { fromAt: 5, untilAt: 9 },
        { fromAt: 8, untilAt: 12 },
      ],
      1,
    ],
    [
      [
        { fromAt: 5, untilAt: 9 },
        { fromAt: 1, untilAt: 2 },
      ],
      1,
    ],
  ])('names the first that is wrong: %j', (wrong, index) => {
    expect(intervalFault('hours', wrong)?.field).toBe(`hours[${index}]`);
  });
});

describe('atServiceMs', () => {
  const hours = serviceHours([
    { fromAt: 100, untilAt: 200 },
    { fromAt: 300, untilAt: 400 },
  ]);

  test('finds the earliest moment at which that much service time has passed', () => {
    expect([1, 50, 100, 101, 200].map((ms) => atServiceMs(hours, ms))).toEqual([
      101, 150, 200, 301, 400,
    ]);
    expect(atServiceMs(undefined, 7)).toBe(7);
  });

  test('finds none where the hours end before', () => {
    expect(atServiceMs(hours, 201)).toBeUndefined();
    expect(atServiceMs(serviceHours([]), 1)).toBeUndefined();
  });
});
