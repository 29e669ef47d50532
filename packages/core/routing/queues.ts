import { type Desk, QUEUE_ENTRIES, workAt } from '../desk.ts';
import type { AgentRecord, ClassRecord, WorkRecord } from '../desk-records.ts';
import { serviceMsAt } from '../promises/service-hours.ts';
import { isExcluded } from '../work/is-excluded.ts';
import { firstInHeap, type Heap, pushToHeap, removeFromHeap } from './indexed-heap.ts';

/**
 * Puts a waiting item into the pool and, at once, into the personal queue of each agent known to its
 * customer. In its class's part of the pool the earlier arrival comes first; in a personal queue each
 * counts as if it had arrived earlier by β · strength · promised time, which is what the bond is worth.
 */
export function enqueue(desk: Desk, work: WorkRecord): void {
  const { class: workClass } = work;
  const { promise, pool } = workClass;
  work.arrivalMs = serviceMsAt(promise.hours, work.waitingSince) - work.waitedMs;
  if (pool.length === 0) startWaiting(workClass);
  push(desk, { heap: pool, entry: work.handle * QUEUE_ENTRIES, key: work.arrivalMs });
  for (const [index, { agent, strength }] of work.known.entries()) {
    let heap = agent.personal.get(workClass);
    if (heap === undefined) agent.personal.set(workClass, (heap = []));
    const key = work.arrivalMs - desk.policy.bondBonus * strength * promise.targetMs;
    push(desk, { heap, entry: work.handle * QUEUE_ENTRIES + 1 + index, key });
  }
}

/** Takes an item out of the pool and of every personal queue. */
export function dequeue(desk: Desk, work: WorkRecord): void {
  const { class: workClass } = work;
  const { queues } = desk.index;
  removeFromHeap(queues, workClass.pool, work.handle * QUEUE_ENTRIES);
  if (workClass.pool.length === 0) stopWaiting(workClass);
  for (const [index, { agent }] of work.known.entries()) {
    const heap = agent.personal.get(workClass);
    if (heap === undefined) continue;
    removeFromHeap(queues, heap, work.handle * QUEUE_ENTRIES + 1 + index);
    if (heap.length === 0) agent.personal.delete(workClass);
  }
}

/** The first item of a class that may be offered to `agent`, from the pool or from his personal queue. */
export function firstWaiting(desk: Desk, heap: Heap, agent: AgentRecord): WorkRecord | undefined {
  const entry = firstInHeap(
    desk.index.queues,
    heap,
    (candidate) => !isExcluded(workOf(desk, candidate), agent),
  );
  return entry === undefined ? undefined : workOf(desk, entry);
}

/** Whose queue entry it is. */
export function workOf(desk: Desk, entry: number): WorkRecord {
  return workAt(desk, Math.trunc(entry / QUEUE_ENTRIES));
}

function push(desk: Desk, { heap, entry, key }: { heap: Heap; entry: number; key: number }): void {
  const { index } = desk;
  if (entry >= index.queueKeys.length) {
    const grown = new Float64Array(Math.max(entry + 1, index.queueKeys.length * 2));
    grown.set(index.queueKeys);
    index.queueKeys = grown;
  }
  index.queueKeys[entry] = key;
  pushToHeap(index.queues, heap, entry);
}

function startWaiting(workClass: ClassRecord): void {
  workClass.waitingIndex = workClass.need.waitingClasses.push(workClass) - 1;
}

function stopWaiting(workClass: ClassRecord): void {
  const { waitingClasses } = workClass.need;
  const last = waitingClasses.pop();
  if (last !== undefined && last !== workClass) {
    waitingClasses[workClass.waitingIndex] = last;
    last.waitingIndex = workClass.waitingIndex;
  }
  workClass.waitingIndex = -1;
}
