import type { Instant, Interval } from '../time.ts';

/** Open intervals made ready for counting. */
export interface ServiceHours {
  readonly openIntervals: readonly Interval[];
  /** Service time that had passed when each interval opened. Same length as `openIntervals`. */
  readonly openedMs: readonly number[];
}

/** Prepares sorted intervals that do not overlap. */
export function serviceHours(openIntervals: readonly Interval[]): ServiceHours {
  const openedMs: number[] = [];
  let totalMs = 0;
  for (const interval of openIntervals) {
    openedMs.push(totalMs);
    totalMs += interval.untilAt - interval.fromAt;
  }
  return { openIntervals, openedMs };
}

/**
 * The service time that has passed by `at`: the open milliseconds since the first opening. Without
 * hours every moment counts, and the instant itself serves as the count. The difference of two
 * counts is the service time between them.
 *
 * Cost: O(log intervals).
 */
export function serviceMsAt(hours: ServiceHours | undefined, at: Instant): number {
  if (hours === undefined) return at;
  const index = lastOpenedBy(hours.openIntervals, at);
  const interval = hours.openIntervals[index];
  const openedMs = hours.openedMs[index];
  if (interval === undefined || openedMs === undefined) return 0;
  return openedMs + Math.min(at, interval.untilAt) - interval.fromAt;
}

/**
 * The first moment by which so much service time has passed, as `serviceMsAt` counts it; undefined when
 * the hours end before.
 *
 * Cost: O(log intervals).
 */
export function serviceMsReachedAt(
  hours: ServiceHours | undefined,
  serviceMs: number,
): Instant | undefined {
  if (hours === undefined) return serviceMs;
  const { openIntervals, openedMs } = hours;
  let low = 0;
  let high = openedMs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((openedMs[middle] ?? Infinity) < serviceMs) low = middle + 1;
    else high = middle;
  }
  const index = Math.max(0, low - 1);
  const interval = openIntervals[index];
  if (interval === undefined) return undefined;
  const at = interval.fromAt + serviceMs - (openedMs[index] ?? 0);
  return at <= interval.untilAt ? at : undefined;
}

/** Names the first interval that is empty, backward, not whole or out of order; undefined if none is. */
export function intervalFault(
  field: string,
  intervals: readonly Interval[],
): { field: string; expected: string } | undefined {
  let previousUntilAt = -Infinity;
  for (const [index, { fromAt, untilAt }] of intervals.entries()) {
    const isWhole = Number.isSafeInteger(fromAt) && Number.isSafeInteger(untilAt);
    if (!isWhole || untilAt <= fromAt || fromAt < previousUntilAt) {
      return {
        field: `${field}[${index}]`,
        expected:
          'whole milliseconds, its end after its start, and its start not before the end of the one before',
      };
    }
    previousUntilAt = untilAt;
  }
  return undefined;
}

/** The index of the last interval that opened at or before `at`; -1 when none has. */
function lastOpenedBy(intervals: readonly Interval[], at: Instant): number {
  let low = 0;
  let high = intervals.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const interval = intervals[middle];
    if (interval !== undefined && interval.fromAt <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
