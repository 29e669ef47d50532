import { isSynchronous } from '../channel.ts';
import type { Desk } from '../desk.ts';
import { QUEUE_ENTRIES } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { arrivalMsOf } from '../promises/due-at.ts';
import { serviceMsAt } from '../promises/service-hours.ts';
import { meanHandleMs, samplesMinOf } from '../routing/estimate.ts';
import { firstInHeap } from '../routing/indexed-heap.ts';
import type { Instant } from '../time.ts';

/**
 * Whether an item that was put into the queues just now will be late, if those who are ready go on as they
 * do: its place among its class, times the mean time that an item takes, shared by all who are able and
 * ready, against what is left of its promised time. What else these have to do is not counted, so that
 * it errs towards hope. While the service hours are closed nothing is predicted.
 *
 * Cost: O(1) for what has come in just now; else O(k log k), k being what waits before it and can be served in time.
 */
export function willBeLate(desk: Desk, work: WorkRecord, at: Instant): boolean {
  const { need, promise, pool } = work.class;
  const nowMs = serviceMsAt(promise.hours, at);
  if (serviceMsAt(promise.hours, at + 1) === nowMs) return false;
  const leftMs = promise.targetMs - (nowMs - arrivalMsOf(promise.hours, work));
  const inTime = Math.floor((leftMs * need.readyCount) / handleMsOf(desk, work));
  const waitingCount = pool.length / 2;
  if (waitingCount <= inTime) return false;
  const isLast = work.receivedAt === at && work.order === desk.nextOrder - 1;
  return isLast || !standsWithin(desk, work, inTime);
}

/** How long its kind of item takes on average: what the policy takes it to be until enough have been seen. */
function handleMsOf(desk: Desk, { class: { need } }: WorkRecord): number {
  const learntMs = meanHandleMs(need, samplesMinOf(desk));
  if (learntMs !== undefined) return learntMs;
  const { handleMsSynchronous, handleMsAsynchronous } = desk.policy;
  return isSynchronous(need.channel) ? handleMsSynchronous : handleMsAsynchronous;
}

/** Whether it is one of the first so many of its class. */
function standsWithin(desk: Desk, work: WorkRecord, count: number): boolean {
  let place = 0;
  const entry = work.handle * QUEUE_ENTRIES;
  const { pool } = work.class;
  const found = firstInHeap(desk.index.queues, pool, (each) => {
    place += 1;
    return each === entry || place > count;
  });
  return found === entry && place <= count;
}
