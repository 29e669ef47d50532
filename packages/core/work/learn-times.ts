import type { WorkRecord } from '../desk-records.ts';
import { serviceMsAt } from '../promises/service-hours.ts';
import { estimateOf } from '../routing/estimate.ts';
import { addSample } from '../routing/sample-window.ts';
import type { Instant } from '../time.ts';

/** What it has waited stays with it, wherever it goes. */
export function endWait(work: WorkRecord, at: Instant): void {
  addSample(estimateOf(work.class.need).waits, keepWait(work, at));
}

/** The same where nobody has answered it, so that nothing is learned from it. Returns how long this wait was. */
export function keepWait(work: WorkRecord, at: Instant): number {
  const waitedMs = presentWaitMs(work, at);
  work.waitedMs += waitedMs;
  return waitedMs;
}

function presentWaitMs({ class: { promise }, waitingSince }: WorkRecord, at: Instant): number {
  return serviceMsAt(promise.hours, at) - serviceMsAt(promise.hours, waitingSince);
}

/** How long wrap-up took, or how long the customer waited who gave up. */
export function learnFromEnd(work: WorkRecord, at: Instant): void {
  const { status, statusSince } = work;
  if (status === 'wrap-up') addSample(estimateOf(work.class.need).wrapUps, at - statusSince);
  if (status !== 'waiting' && status !== 'offered') return;
  addSample(estimateOf(work.class.need).waits, presentWaitMs(work, at), true);
}
