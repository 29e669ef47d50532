import type { Instant, Interval } from '@rapport/core';

/** Moments in time, such as those at which somebody waited. */
export interface SpanSet {
  /** How much of the time from `fromAt` until `untilAt` belongs to the set. */
  readonly overlapMs: (fromAt: Instant, untilAt: Instant) => number;
  /** Whether the set has this moment; the end of a span is still in it. */
  readonly has: (at: Instant) => boolean;
}

/**
 * The moments that lie in at least one of `spans`, which may overlap and come in any order.
 *
 * Cost: O(n log n) to make, O(log n) to ask.
 */
export function spanSet(spans: readonly Interval[]): SpanSet {
  const merged = merge(spans);
  const coveredMs = [0];
  for (const [index, span] of merged.entries()) {
    coveredMs.push((coveredMs[index] ?? 0) + span.untilAt - span.fromAt);
  }

  const coveredUntil = (at: Instant): number => {
    const count = startedBy(merged, at);
    const last = merged[count - 1];
    if (last === undefined) return 0;
    return (coveredMs[count - 1] ?? 0) + Math.min(at, last.untilAt) - last.fromAt;
  };

  return {
    overlapMs: (fromAt, untilAt) => coveredUntil(untilAt) - coveredUntil(fromAt),
    has: (at) => {
      const last = merged[startedBy(merged, at) - 1];
      return last !== undefined && at <= last.untilAt;
    },
  };
}

function merge(spans: readonly Interval[]): readonly Interval[] {
  const sorted = [...spans].sort((a, b) => a.fromAt - b.fromAt);
  const merged: { fromAt: Instant; untilAt: Instant }[] = [];
  for (const { fromAt, untilAt } of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && fromAt <= last.untilAt) {
      last.untilAt = Math.max(last.untilAt, untilAt);
    } else {
      merged.push({ fromAt, untilAt });
    }
  }
  return merged;
}

/** How many of the spans, which are sorted, start at `at` or before. */
function startedBy(sorted: readonly Interval[], at: Instant): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle]?.fromAt ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
