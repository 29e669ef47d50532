import type { WorkRecord } from '../desk-records.ts';
import { arrivalMsOf } from '../promises/due-at.ts';

/**
 * The order in which items find their places that are let go at once: who has waited longest goes first, as in
 * the pool. An item that was put off or served meanwhile is not as old as its number.
 */
export function byArrival(one: WorkRecord, other: WorkRecord): number {
  return arrivalOf(one) - arrivalOf(other) || one.order - other.order;
}

function arrivalOf(work: WorkRecord): number {
  return arrivalMsOf(work.class.promise.hours, work);
}
