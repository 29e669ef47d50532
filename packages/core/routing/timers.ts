import { type Desk, present, workAt } from '../desk.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import { nextAlertAt } from '../alerts/alert-times.ts';
import { outageEndsAt } from '../outage/outage-watch.ts';
import type { Instant, Interval } from '../time.ts';
import { relaxesAt } from './relaxation.ts';
import {
  firstOf,
  firstRankOf,
  type Heap,
  isInHeap,
  pushToHeap,
  removeFromHeap,
  setRank,
  updateInHeap,
} from './indexed-heap.ts';

/** When `advance` next has something to decide; undefined when nothing is due ever. */
export function nextDueAt(desk: Desk): Instant | undefined {
  const { agentTimers, workTimers } = desk.index;
  const dueAt = Math.min(
    firstDueAt(desk, agentTimers),
    firstDueAt(desk, workTimers),
    outageEndsAt(desk),
  );
  // By its present terms an item may have been near its promise, or late, before it got them.
  return dueAt === Infinity ? undefined : Math.max(dueAt, desk.lastAt);
}

/** The agent whom something awaits first, if that is at or before `at`; see `dueOf`. */
export function firstDueAgent(desk: Desk, at: Instant): AgentRecord | undefined {
  const { agentTimers } = desk.index;
  const first = firstOf(agentTimers);
  if (first === undefined || firstDueAt(desk, agentTimers) > at) return undefined;
  return present(desk.agentList[(first - 1) / 2]);
}

/** The item of which the first thing is due: the end of its offer, deferral, wrap-up or an exclusion, its customer's silence, an alert, or that it asks for less, if that is at or before `at`. */
export function firstDueWork(desk: Desk, at: Instant): WorkRecord | undefined {
  const { workTimers } = desk.index;
  const first = firstOf(workTimers);
  if (first === undefined || firstDueAt(desk, workTimers) > at) return undefined;
  return workAt(desk, first / 2);
}

/** Sets an item's timer to the first of what awaits it: the end of its offer, deferral, wrap-up or an exclusion, its customer's silence, an alert, or that it asks for less. */
export function scheduleWork(desk: Desk, work: WorkRecord): void {
  let dueAt = work.status === 'offered' ? work.offerExpiresAt : Infinity;
  if (work.status === 'deferred') dueAt = work.deferredUntil;
  if (work.turn?.isSilent === false) dueAt = work.turn.silentAt;
  if (work.wrapUpEndsAt > 0) dueAt = work.wrapUpEndsAt;
  if (work.reservation !== undefined) dueAt = work.reservation.untilAt;
  for (const { until } of work.exclusions) dueAt = Math.min(dueAt, until);
  dueAt = Math.min(dueAt, nextAlertAt(work, desk.policy), relaxesAt(desk, work));
  schedule(desk, 2 * work.handle, dueAt, work.order);
}

export function unscheduleWork(desk: Desk, work: WorkRecord): void {
  schedule(desk, 2 * work.handle, Infinity, 0);
}

/** What awaits an agent, each at its moment; Infinity where it does not. */
export interface AgentDue {
  readonly busyAt: number;
  readonly windDownAt: number;
  readonly absenceAt: number;
}

/** When the next busy interval and the next wind-down of an agent begin or end, and when his absence ends. */
export function dueOf(agent: AgentRecord): AgentDue {
  return {
    busyAt: boundaryOf(agent.busyIntervals[0], agent.isBusy),
    windDownAt: boundaryOf(agent.windDowns[0], agent.isWindingDown),
    absenceAt: agent.absence?.untilAt ?? Infinity,
  };
}

function boundaryOf(next: Interval | undefined, hasBegun: boolean): number {
  if (next === undefined) return Infinity;
  return hasBegun ? next.untilAt : next.fromAt;
}

/** Sets an agent's timer to the first of what awaits him. */
export function scheduleAgent(desk: Desk, agent: AgentRecord): void {
  const { busyAt, windDownAt, absenceAt } = dueOf(agent);
  schedule(desk, 2 * agent.handle + 1, Math.min(busyAt, windDownAt, absenceAt), 0);
}

function firstDueAt(desk: Desk, timers: Heap): number {
  const first = firstOf(timers);
  return first === undefined ? Infinity : firstRankOf(desk.index.timerSpace, first);
}

/** What is due at once goes by `order`. */
function schedule(desk: Desk, entry: number, dueAt: number, order: number): void {
  const { timerSpace, workTimers, agentTimers } = desk.index;
  const timers = entry % 2 === 1 ? agentTimers : workTimers;
  const isScheduled = isInHeap(timerSpace, entry);
  if (dueAt === Infinity) {
    if (isScheduled) removeFromHeap(timerSpace, timers, entry);
    return;
  }
  setRank(timerSpace, entry, dueAt, order);
  if (isScheduled) updateInHeap(timerSpace, timers, entry);
  else pushToHeap(timerSpace, timers, entry);
}
