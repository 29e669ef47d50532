import type { Instant, Interval } from '@rapport/core';
import { instantOf, offsetsOf } from '../../hours/wall-clock.ts';

const DAY_MS = 86_400_000;

/** The days of a place, numbered by the calendar since 1970. */
export interface DayClock {
  readonly numberOf: (at: Instant) => number;
  /** From its midnight to the next. */
  readonly spanOf: (number: number) => Interval;
  /** As in `2026-03-02`. */
  readonly nameOf: (number: number) => string;
  /** When clocks there show what they would in UTC at `wallMs`. */
  readonly instantOf: (wallMs: number) => Instant;
}

export function dayClockOf(timeZone: string): DayClock {
  const offsetMsAt = quickOffsetsOf(timeZone);
  const at = (wallMs: number): Instant => instantOf(wallMs, offsetMsAt);
  return {
    numberOf: (moment) => Math.floor((moment + offsetMsAt(moment)) / DAY_MS),
    spanOf: (number) => ({ fromAt: at(number * DAY_MS), untilAt: at((number + 1) * DAY_MS) }),
    nameOf: (number) => new Date(number * DAY_MS).toISOString().slice(0, 10),
    instantOf: at,
  };
}

/** How far the clocks of a time zone are ahead of UTC, as `offsetsOf` says it, remembered by quarters of hours. */
export function quickOffsetsOf(timeZone: string): (at: Instant) => number {
  const offsetMsAt = offsetsOf(timeZone);
  // The same ones are asked for again and again, and clocks change on none between.
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / 900_000);
    const offsetMs = known.get(quarter) ?? offsetMsAt(at);
    known.set(quarter, offsetMs);
    return offsetMs;
  };
}
