/** A moment: milliseconds since 1970-01-01T00:00Z, whole. Core is told it and never asks. */
export type Instant = number;

/** From `fromAt` (included) until `untilAt` (excluded). */
export interface Interval {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}
