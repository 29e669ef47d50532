/** A moment: milliseconds since 1970-01-01T00:00Z, whole. Core is told it and never asks. */
export type Instant = number;

/** From `fromAt` (included) until `untilAt` (excluded). */
export interface Interval {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** The day on which a moment lies, counted from 1970 in UTC. */
export function dayOf(at: Instant): number {
  return Math.floor(at / 86_400_000);
}
