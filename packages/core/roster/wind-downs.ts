import type { Instant, Interval } from '../time.ts';
import type { WindDownReason } from './roster-messages.ts';

/** What is planned of an agent's days. */
export interface Roster {
  readonly dutyIntervals: readonly Interval[];
  readonly breakIntervals: readonly Interval[];
}

/** A stretch of time in which an agent is offered no live work, because he should be gone before it ends. */
export interface WindDown extends Interval {
  readonly reason: WindDownReason;
  /** When the break begins, the shift ends, or he is to call. */
  readonly startsAt: Instant;
}

/**
 * When an agent winds down, in order, without overlaps: from `guardMs` before a break to its end, and from
 * `guardMs` before the end of a shift to as long after it. Whoever is still there then works on by his own will.
 * A duty that begins as another ends is no end of a shift. `others` count like these.
 */
export function windDownsOf(
  { dutyIntervals, breakIntervals }: Roster,
  guardMs: number,
  others: readonly WindDown[] = [],
): readonly WindDown[] {
  const begins = new Set(dutyIntervals.map(({ fromAt }) => fromAt));
  const ends = dutyIntervals.map(({ untilAt }) => untilAt).filter((end) => !begins.has(end));
  const all: WindDown[] = [
    ...breakIntervals.map(({ fromAt, untilAt }): WindDown => ({
      fromAt: fromAt - guardMs,
      untilAt,
      reason: 'break',
      startsAt: fromAt,
    })),
    ...ends.map((startsAt): WindDown => ({
      fromAt: startsAt - guardMs,
      untilAt: startsAt + guardMs,
      reason: 'end-of-shift',
      startsAt,
    })),
    ...others,
  ].filter(({ fromAt, untilAt }) => fromAt < untilAt);
  all.sort((a, b) => a.fromAt - b.fromAt || a.startsAt - b.startsAt);
  const merged: WindDown[] = [];
  for (const next of all) {
    const last = merged.at(-1);
    if (last === undefined || last.untilAt < next.fromAt) merged.push(next);
    else merged[merged.length - 1] = { ...last, untilAt: Math.max(last.untilAt, next.untilAt) };
  }
  return merged;
}

/**
 * What keeps live work from somebody at `at`. Of the stretches themselves, because several that end at once are
 * passed one after the other.
 */
export function windDownAt(windDowns: readonly WindDown[], at: Instant): WindDown | undefined {
  const next = windDowns.find(({ untilAt }) => untilAt > at);
  return next !== undefined && next.fromAt <= at ? next : undefined;
}

/** When somebody who is not on duty at `at` is next; undefined where nobody planned it, or he should be there. */
export function nextDutyAt(roster: Roster | undefined, at: Instant): Instant | undefined {
  const next = roster?.dutyIntervals.find(({ untilAt }) => untilAt > at);
  return next !== undefined && next.fromAt > at ? next.fromAt : undefined;
}
