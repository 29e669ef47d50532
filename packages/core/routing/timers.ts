import { type Desk, present, workAt } from '../desk.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import type { Instant } from '../time.ts';
import { type Heap, isInHeap, pushToHeap, removeFromHeap, updateInHeap } from './indexed-heap.ts';

/** When `advance` next has something to decide; undefined when nothing is due ever. */
export function nextDueAt(desk: Desk): Instant | undefined {
  const { agentTimers, workTimers } = desk.index;
  const dueAt = Math.min(firstDueAt(desk, agentTimers), firstDueAt(desk, workTimers));
  return dueAt === Infinity ? undefined : dueAt;
}

/** The agent whose busy interval begins or ends first, if that is at or before `at`. */
export function firstDueAgent(desk: Desk, at: Instant): AgentRecord | undefined {
  const { agentTimers } = desk.index;
  const [first] = agentTimers;
  if (first === undefined || firstDueAt(desk, agentTimers) > at) return undefined;
  return present(desk.agentList[(first - 1) / 2]);
}

/** The item whose offer or exclusion ends first, if that is at or before `at`. */
export function firstDueWork(desk: Desk, at: Instant): WorkRecord | undefined {
  const { workTimers } = desk.index;
  const [first] = workTimers;
  if (first === undefined || firstDueAt(desk, workTimers) > at) return undefined;
  return workAt(desk, first / 2);
}

/** Sets an item's timer to the first of what awaits it: the end of its offer or of an exclusion. */
export function scheduleWork(desk: Desk, work: WorkRecord): void {
  let dueAt = work.status === 'offered' ? work.offerExpiresAt : Infinity;
  for (const { until } of work.exclusions) dueAt = Math.min(dueAt, until);
  schedule(desk, 2 * work.handle, dueAt);
}

export function unscheduleWork(desk: Desk, work: WorkRecord): void {
  schedule(desk, 2 * work.handle, Infinity);
}

/** Sets an agent's timer to the next beginning or end of a busy interval. */
export function scheduleAgent(desk: Desk, agent: AgentRecord): void {
  const next = agent.busyIntervals[0];
  const dueAt = agent.isBusy ? next?.untilAt : next?.fromAt;
  schedule(desk, 2 * agent.handle + 1, dueAt ?? Infinity);
}

function firstDueAt(desk: Desk, timers: Heap): number {
  const [first] = timers;
  return first === undefined ? Infinity : (desk.index.timerDueAt[first] ?? Infinity);
}

function schedule(desk: Desk, entry: number, dueAt: number): void {
  const { timerSpace, workTimers, agentTimers } = desk.index;
  const timers = entry % 2 === 1 ? agentTimers : workTimers;
  if (isInHeap(timerSpace, entry)) {
    if (dueAt === Infinity) removeFromHeap(timerSpace, timers, entry);
    else if (dueAt !== desk.index.timerDueAt[entry]) {
      desk.index.timerDueAt[entry] = dueAt;
      updateInHeap(timerSpace, timers, entry);
    }
    return;
  }
  if (dueAt === Infinity) return;
  if (entry >= desk.index.timerDueAt.length) growDue(desk, entry);
  desk.index.timerDueAt[entry] = dueAt;
  pushToHeap(timerSpace, timers, entry);
}

function growDue(desk: Desk, entry: number): void {
  const grown = new Float64Array(Math.max(entry + 1, desk.index.timerDueAt.length * 2));
  grown.set(desk.index.timerDueAt);
  desk.index.timerDueAt = grown;
}
