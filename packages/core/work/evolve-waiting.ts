import { type Desk, present } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import type { AgentId } from '../id.ts';
import { renewKnown } from '../bonds/renew-known.ts';
import { relax } from '../routing/evolve-relaxation.ts';
import { enqueue } from '../routing/queues.ts';
import type { WorkRelaxed } from '../routing/relaxation-messages.ts';
import { scheduleWork } from '../routing/timers.ts';
import type { Instant } from '../time.ts';
import type { WorkAssigned } from './assign-messages.ts';
import type { WaitChosen } from './choice-messages.ts';
import { choose } from './evolve-choice.ts';
import { changeReservation, unreserve } from './evolve-reservation.ts';
import { setExclusions } from './exclusions.ts';
import { forgiveMisses } from './misses.ts';
import type { ReservationEnded, WorkReserved } from './reservation-messages.ts';
import type { ExclusionEnded, WorkEvent } from './work-messages.ts';

type WaitingEvent =
  ExclusionEnded | WorkAssigned | WaitChosen | WorkRelaxed | WorkReserved | ReservationEnded;

const OF_WAITING: readonly WorkEvent['type'][] = [
  'exclusion-ended',
  'work-assigned',
  'wait-chosen',
  'work-relaxed',
  'work-reserved',
  'reservation-ended',
];

/** Whether it says who may take what nobody has yet. */
export function isOfWaiting(event: WorkEvent): event is WaitingEvent {
  return OF_WAITING.includes(event.type);
}

/** Applies it. */
export function changeWaiting(
  desk: Desk,
  work: WorkRecord,
  event: WaitingEvent,
  at: Instant,
): void {
  if (event.type === 'exclusion-ended') include(desk, work, event.agentId);
  else if (event.type === 'work-assigned') assign(desk, work, event, at);
  else if (event.type === 'work-relaxed') relax(desk, work, event);
  else if (event.type === 'wait-chosen') choose(desk, work, event, at);
  else changeReservation(desk, work, event, at);
}

/** Whoever names somebody has decided against a reservation. */
function assign(desk: Desk, work: WorkRecord, { toAgentId }: WorkAssigned, at: Instant): void {
  if (work.reservation !== undefined) {
    unreserve(desk, work, at);
    enqueue(desk, work);
  }
  work.preferred = toAgentId === undefined ? undefined : present(desk.agents.get(toAgentId));
  setExclusions(
    desk,
    work,
    work.exclusions.filter(({ agent }) => agent !== work.preferred),
  );
  forgiveMisses(work, work.preferred);
  renewKnown(desk, work);
  scheduleWork(desk, work);
}

function include(desk: Desk, work: WorkRecord, agentId: AgentId): void {
  setExclusions(
    desk,
    work,
    work.exclusions.filter(({ agent }) => agent.id !== agentId),
  );
  scheduleWork(desk, work);
}
