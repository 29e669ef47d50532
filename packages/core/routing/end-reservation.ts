import { placeOf } from '../bonds/known.ts';
import { type Decision, emit } from '../decision.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import { isExcluded } from '../work/is-excluded.ts';
import { hasRungEnough } from '../work/misses.ts';
import { byArrival } from './by-arrival.ts';
import { backAt } from './free-chance.ts';
import { membershipHandleOf } from './membership-of.ts';
import { placeWork } from './place-work.ts';

/** Ends the reservations for somebody who went away, where nobody of those they are for will be there in time. */
export function endVainReservations(decision: Decision, agent: AgentRecord): void {
  if (agent.reserved.length === 0) return;
  endVainAmong(decision, agent.reserved);
}

/** Ends what is reserved for nobody who is expected, among these. */
export function endVainAmong(decision: Decision, works: Iterable<WorkRecord>): void {
  const vain = [...works].filter(
    (work) => work.reservation !== undefined && !isAwaited(decision, work),
  );
  vain.sort(byArrival);
  for (const work of vain) {
    if (work.reservation !== undefined) release(decision, work);
  }
}

/** Lets what is reserved follow from who knows its customer now. */
export function renewReservations(decision: Decision, works: Iterable<WorkRecord>): void {
  const reserved = [...works].filter(({ reservation }) => reservation !== undefined);
  reserved.sort(byArrival);
  for (const work of reserved) {
    if (work.reservation === undefined) continue;
    if (isAwaited(decision, work)) placeWork(decision, work);
    else release(decision, work);
  }
}

function release(decision: Decision, work: WorkRecord): void {
  const reason = 'nobody-expected';
  emit(decision, { type: 'reservation-ended', v: 1, workId: work.id, reason });
  placeWork(decision, work);
}

function isAwaited({ desk, at }: Decision, work: WorkRecord): boolean {
  const { reservation } = work;
  if (reservation === undefined) return false;
  return reservation.agents.some(
    (agent) =>
      placeOf(work.known, agent) !== -1 &&
      membershipHandleOf(work.class.need, agent.handle) !== -1 &&
      !isExcluded(work, agent) &&
      !hasRungEnough(desk, work, agent) &&
      backAt(agent, work.class.need, at) <= reservation.untilAt,
  );
}
