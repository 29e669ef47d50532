import { handleAt, KNOWN_WIDTH, placeOf, strengthAt } from '../bonds/known.ts';
import { type Desk, QUEUE_BITS, QUEUE_ENTRIES, workAt } from '../desk.ts';
import type { AgentRecord, ClassRecord, MembershipRecord, WorkRecord } from '../desk-records.ts';
import { arrivalMsOf } from '../promises/due-at.ts';
import { hasExclusions } from '../work/exclusions.ts';
import { isExcluded } from '../work/is-excluded.ts';
import { hasRungEnough } from '../work/misses.ts';
import {
  entriesOf,
  firstInHeap,
  firstOf,
  firstRankOf,
  type Heap,
  isInHeap,
  pushToHeap,
  removeFromHeap,
  setRank,
} from './indexed-heap.ts';
import { scheduleWork } from './timers.ts';
import { membershipOf } from './membership-of.ts';

/**
 * Puts a waiting item into the pool, unless it is reserved, and, at once, into the personal queue of each agent known to its
 * customer who has what it asks for. In its class's part of the pool the earlier arrival comes first; in a
 * personal queue each counts as if it had arrived earlier by β · strength · promised time, which is what
 * the bond is worth.
 */
export function enqueue(desk: Desk, work: WorkRecord): void {
  const { class: workClass, known, order } = work;
  const { need, promise } = workClass;
  const { queues } = desk.index;
  const arrivalMs = arrivalMsOf(promise.hours, work);
  if (workClass.waitingIndex === -1) startWaiting(workClass);
  const entry = work.handle * QUEUE_ENTRIES;
  setRank(queues, entry, arrivalMs, order);
  pushToHeap(queues, commonHeap(work), entry);
  for (let place = 0; place < known.length; place += KNOWN_WIDTH) {
    const membership = membershipOf(desk, need, handleAt(known, place));
    if (membership === undefined || hasRungEnough(desk, work, membership.agent)) continue;
    enqueuePersonally(desk, { work, place, arrivalMs }, membership);
  }
}

/** Where it stands for all to see: in the pool, or beside it while it is reserved. */
function commonHeap({ class: { pool, reserved }, reservation }: WorkRecord): Heap {
  return reservation === undefined ? pool : reserved;
}

/** Takes an item out of the pool and of every personal queue. */
export function dequeue(desk: Desk, work: WorkRecord): void {
  const { class: workClass, known } = work;
  const { queues } = desk.index;
  removeFromHeap(queues, commonHeap(work), work.handle * QUEUE_ENTRIES);
  if (workClass.pool.length === 0 && workClass.reserved.length === 0) stopWaiting(workClass);
  for (let place = 0; place < known.length; place += KNOWN_WIDTH) {
    const entry = personalEntryOf(work, place);
    if (!isInHeap(queues, entry)) continue;
    const membership = membershipOf(desk, workClass.need, handleAt(known, place));
    if (membership === undefined) continue;
    removeFromHeap(queues, personalHeap(membership, workClass), entry);
    noteFirst(desk, membership, workClass);
  }
}

/** Lets the item that came in last take its place in the queues, unless it has been offered already. */
export function settleArrival(desk: Desk): void {
  const { arriving } = desk.index;
  if (arriving === undefined) return;
  desk.index.arriving = undefined;
  enqueue(desk, arriving);
  scheduleWork(desk, arriving);
}

/** Fills the personal queue of a new member. Cost: O(what waits of this need). */
export function fillPersonal(desk: Desk, membership: MembershipRecord): void {
  for (const workClass of membership.need.waitingClasses) {
    for (const entry of waitingEntriesOf(workClass)) {
      const work = workOf(desk, entry);
      const place = placeOf(work.known, membership.agent);
      if (place === -1 || hasRungEnough(desk, work, membership.agent)) continue;
      enqueuePersonally(desk, { work, place, arrivalMs: arrivalOf(desk, entry) }, membership);
    }
  }
}

/** What waits of a class, reserved or not: the entry of each item in the common heaps. */
export function waitingEntriesOf({ pool, reserved }: ClassRecord): readonly number[] {
  return reserved.length === 0 ? entriesOf(pool) : [...entriesOf(pool), ...entriesOf(reserved)];
}

/** Empties the personal queue of somebody who is no member any more. */
export function emptyPersonal({ index }: Desk, { personal, firstRanks }: MembershipRecord): void {
  for (const heap of personal) {
    for (const entry of entriesOf(heap)) removeFromHeap(index.queues, heap, entry);
  }
  firstRanks.fill(Infinity);
}

/** A member's personal queue as far as it is of this class. */
function personalHeap({ personal }: MembershipRecord, { place }: ClassRecord): Heap {
  while (personal.length <= place) personal.push([]);
  return personal[place] as Heap;
}

/** The entry of an item for the agent at a place among those known to its customer. */
function personalEntryOf(work: WorkRecord, place: number): number {
  return work.handle * QUEUE_ENTRIES + 1 + place / KNOWN_WIDTH;
}

function enqueuePersonally(
  desk: Desk,
  { work, place, arrivalMs }: { work: WorkRecord; place: number; arrivalMs: number },
  membership: MembershipRecord,
): void {
  const { class: workClass, known, order } = work;
  const { queues } = desk.index;
  const { targetMs } = workClass.promise;
  const entry = personalEntryOf(work, place);
  setRank(
    queues,
    entry,
    arrivalMs - desk.policy.bondBonus * strengthAt(desk, known, place, work.receivedAt) * targetMs,
    order,
  );
  pushToHeap(queues, personalHeap(membership, workClass), entry);
  noteFirst(desk, membership, workClass);
}

/** Keeps at the membership what its personal queue begins with. */
function noteFirst(desk: Desk, membership: MembershipRecord, workClass: ClassRecord): void {
  const { firstRanks } = membership;
  const first = firstOf(personalHeap(membership, workClass));
  while (firstRanks.length <= workClass.place) firstRanks.push(Infinity);
  firstRanks[workClass.place] =
    first === undefined ? Infinity : firstRankOf(desk.index.queues, first);
}

/**
 * The entry of the first item in a heap that may be offered to `agent`, from the pool or from his personal
 * queue. Whoever is freed looks at many heaps, so that of each no more is read than its first entry,
 * unless that is an item that somebody is passed over for.
 */
export function firstWaiting(desk: Desk, heap: Heap, agent: AgentRecord): number | undefined {
  const first = firstOf(heap);
  if (first === undefined || !hasExclusions(desk, handleOf(first))) return first;
  return firstInHeap(
    desk.index.queues,
    heap,
    (candidate) => !isExcluded(workOf(desk, candidate), agent),
  );
}

/** The service time at which the item of this entry would have come in, had it waited without a break. */
export function arrivalOf(desk: Desk, entry: number): number {
  return firstRankOf(desk.index.queues, handleOf(entry) * QUEUE_ENTRIES);
}

/** Where an agent stands among those known to the customer, by an entry of his personal queue. */
export function knownPlaceOf(entry: number): number | undefined {
  const index = entry % QUEUE_ENTRIES;
  return index === 0 ? undefined : (index - 1) * KNOWN_WIDTH;
}

/** Whose queue entry it is. */
export function workOf(desk: Desk, entry: number): WorkRecord {
  return workAt(desk, handleOf(entry));
}

function handleOf(entry: number): number {
  return entry >> QUEUE_BITS;
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
