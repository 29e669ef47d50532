import type { Instant, Interval } from '@rapport/core';
import { instantOf, offsetsOf } from './wall-clock.ts';
import type { Week } from './week.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/**
 * The intervals in which a week is open, on so many days from the day of `fromAt` in its time zone:
 * sorted, those that touch joined. A wall clock time that the change to summer time leaves out is taken
 * as far after the gap as it is into it.
 */
export function openIntervals(
  { timeZone, days, specialDays }: Week,
  { fromAt, dayCount }: { readonly fromAt: Instant; readonly dayCount: number },
): readonly Interval[] {
  const offsetMsAt = offsetsOf(timeZone);
  const special = new Map(specialDays.map(({ date, hours }) => [date, hours]));
  const firstDay = Math.floor((fromAt + offsetMsAt(fromAt)) / DAY_MS);
  const intervals: Interval[] = [];
  for (let day = firstDay; day < firstDay + dayCount; day++) {
    const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    // Day 0 of 1970 was a Thursday.
    const hours = special.get(date) ?? days[(((day + 3) % 7) + 7) % 7] ?? [];
    for (const { from, until } of hours) {
      const [openAt, closeAt] = [from, until].map((time) =>
        instantOf(day * DAY_MS + minutesOf(time) * MINUTE_MS, offsetMsAt),
      ) as [Instant, Instant];
      // An hour that the change of the clocks takes away is no interval.
      if (closeAt > openAt) intervals.push({ fromAt: openAt, untilAt: closeAt });
    }
  }
  return joined(intervals);
}

/** What is taken after the gap of a change may lie after, or in, what follows it on the clock. */
function joined(intervals: readonly Interval[]): readonly Interval[] {
  const all: { fromAt: Instant; untilAt: Instant }[] = [];
  for (const { fromAt, untilAt } of intervals.toSorted((a, b) => a.fromAt - b.fromAt)) {
    const last = all.at(-1);
    if (last === undefined || fromAt > last.untilAt) all.push({ fromAt, untilAt });
    else last.untilAt = Math.max(last.untilAt, untilAt);
  }
  return all;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
