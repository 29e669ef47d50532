import type { Instant } from '../time.ts';
import { atServiceMs, serviceMsAt, type ServiceHours } from './service-hours.ts';

/** How an item has waited. */
export interface WaitSoFar {
  /** When its present or last wait began. */
  readonly waitingSince: Instant;
  /** Service time that it had waited before. */
  readonly waitedMs: number;
}

/**
 * The service time at which an item would have come in, had it waited without a break: time in which it
 * was served is no wait, and what it waited before stays with it, wherever it goes.
 */
export function arrivalMsOf(
  hours: ServiceHours | undefined,
  { waitingSince, waitedMs }: WaitSoFar,
): number {
  return serviceMsAt(hours, waitingSince) - waitedMs;
}

/** When the urgency of an item becomes 1: by then it is promised an answer. Undefined where the service hours end before. */
export function dueAtOf(
  { hours, targetMs }: { readonly hours: ServiceHours | undefined; readonly targetMs: number },
  wait: WaitSoFar,
): Instant | undefined {
  return atServiceMs(hours, arrivalMsOf(hours, wait) + targetMs);
}
