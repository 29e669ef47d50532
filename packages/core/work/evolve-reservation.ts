import { knownAgents } from '../bonds/known-agents.ts';
import { type Desk, present } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { estimateOf } from '../routing/estimate.ts';
import { dequeue, enqueue } from '../routing/queues.ts';
import { scheduleWork } from '../routing/timers.ts';
import { dayOf, type Instant } from '../time.ts';
import { removeFrom } from './remove-from.ts';
import type { ReservationEnded, WorkReserved } from './reservation-messages.ts';

/** Applies the beginning or the end of a reservation to an item that waits. */
export function changeReservation(
  desk: Desk,
  work: WorkRecord,
  event: WorkReserved | ReservationEnded,
  at: Instant,
): void {
  if (event.type === 'work-reserved') reserve(desk, work, event, at);
  else {
    unreserve(desk, work, at);
    enqueue(desk, work);
  }
  scheduleWork(desk, work);
}

/** It leaves the pool; for those who know the customer it stands where it stood. */
function reserve(
  desk: Desk,
  work: WorkRecord,
  { agentIds, untilAt }: WorkReserved,
  at: Instant,
): void {
  dequeue(desk, work);
  const agents = agentIds.map((id) => present(desk.agents.get(id)));
  for (const agent of agents) agent.reserved.push(work);
  work.reservation = { fromAt: at, untilAt, agents };
  work.wasReserved = true;
  countReserved(work, { day: dayOf(at), ms: untilAt - at });
  enqueue(desk, work);
}

/** Takes a reserved item out of the queues, and gives the day back what it did not use. */
export function unreserve(desk: Desk, work: WorkRecord, at: Instant): void {
  dequeue(desk, work);
  const { fromAt, untilAt, agents, isChosen } = present(work.reservation);
  for (const agent of agents) removeFrom(agent.reserved, work);
  work.reservation = undefined;
  if (isChosen === true) {
    // Everybody who knows the customer counts again; what he chose himself is no wait of ours.
    work.known = knownAgents(desk, work);
    return;
  }
  countReserved(work, { day: dayOf(fromAt), ms: Math.min(0, at - untilAt) });
}

function countReserved(work: WorkRecord, { day, ms }: { day: number; ms: number }): void {
  const estimate = estimateOf(work.class.need);
  if (day < estimate.reservedDay) return;
  if (day > estimate.reservedDay) estimate.reservedMs = 0;
  estimate.reservedDay = day;
  estimate.reservedMs += ms;
}
