import type { Desk } from '../desk.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import type { Instant } from '../time.ts';
import { isInHeap, pushToHeap, removeFromHeap, updateInHeap } from './indexed-heap.ts';

/** Whose timer it is. */
export type Due =
  | { readonly kind: 'work'; readonly handle: number }
  | { readonly kind: 'agent'; readonly handle: number };

/** When `advance` next has something to decide; undefined when nothing is due ever. */
export function nextDueAt(desk: Desk): Instant | undefined {
  const first = desk.index.timers[0];
  return first === undefined ? undefined : desk.index.timerDueAt[first];
}

/** Whose timer falls due first, if that is at or before `at`. */
export function firstDue(desk: Desk, at: Instant): Due | undefined {
  const first = desk.index.timers[0];
  const dueAt = nextDueAt(desk);
  if (first === undefined || dueAt === undefined || dueAt > at) return undefined;
  return first % 2 === 1
    ? { kind: 'agent', handle: (first - 1) / 2 }
    : { kind: 'work', handle: first / 2 };
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

function schedule(desk: Desk, entry: number, dueAt: number): void {
  const { timerSpace, timers } = desk.index;
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
