import type { Interval } from '@rapport/core';

/** What is left of intervals without others. */
export function without(intervals: readonly Interval[], others: readonly Interval[]): Interval[] {
  return others.reduce<Interval[]>(
    (left, away) =>
      left.flatMap(({ fromAt, untilAt }) =>
        [
          { fromAt, untilAt: Math.min(untilAt, away.fromAt) },
          { fromAt: Math.max(fromAt, away.untilAt), untilAt },
        ].filter((part) => part.untilAt > part.fromAt),
      ),
    [...intervals],
  );
}
