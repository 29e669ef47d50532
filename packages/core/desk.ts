import type {
  AgentRecord,
  BondRecord,
  ClassRecord,
  MembershipRecord,
  NeedRecord,
  WorkRecord,
} from './desk-records.ts';
import type { AgentId, CalendarId, CustomerId, PromiseId, WorkId } from './id.ts';
import type { PromiseRecord } from './promises/promise-record.ts';
import type { ServiceHours } from './promises/service-hours.ts';
import { createHeapSpace, type Heap, type HeapSpace } from './routing/indexed-heap.ts';
import { POLICY, type Policy } from './routing/policy.ts';
import type { Instant } from './time.ts';

/**
 * Everything that the desk of one centre knows, as it lives in memory.
 *
 * It is changed by `evolve` alone, in place. The maps hold the truth; needs, classes, heaps and
 * timers are indexes over it, made anew by whoever restores a snapshot.
 */
export interface Desk {
  readonly policy: Policy;
  /** When the last event happened; 0 before the first. */
  lastAt: Instant;
  /** The `order` of the next item. */
  nextOrder: number;
  readonly agents: Map<AgentId, AgentRecord>;
  /** Known by what still names them; whoever is registered again leaves. */
  readonly retiredAgents: Map<AgentId, AgentRecord>;
  /** All who ever were, by handle: in the order in which they became known. */
  readonly agentList: AgentRecord[];
  readonly calendars: Map<CalendarId, ServiceHours>;
  readonly promises: Map<PromiseId, PromiseRecord>;
  readonly bonds: Map<CustomerId, BondRecord>;
  /** Open items alone; what is done or abandoned leaves. */
  readonly work: Map<WorkId, WorkRecord>;
  readonly workByCustomer: Map<CustomerId, Set<WorkRecord>>;
  readonly index: DeskIndex;
}

/** What makes decisions quick; all of it follows from the rest of the desk. */
export interface DeskIndex {
  readonly needs: Map<string, NeedRecord>;
  readonly classes: Map<string, ClassRecord>;
  /** Open items by handle. */
  readonly workByHandle: (WorkRecord | undefined)[];
  readonly freeWorkHandles: number[];
  /** Pool and personal queues. Entry: see `queueEntry`. */
  readonly queues: HeapSpace;
  /** By queue entry: what it is ordered by, least first. */
  queueKeys: Float64Array;
  /** Available agents of all needs. Entry: membership handle. */
  readonly availability: HeapSpace;
  readonly memberships: (MembershipRecord | undefined)[];
  readonly freeMembershipHandles: number[];
  /** What falls due. Entry: twice the handle of an item, or twice that of an agent plus one. */
  readonly timerSpace: HeapSpace;
  readonly workTimers: Heap;
  readonly agentTimers: Heap;
  /** By timer entry. */
  timerDueAt: Float64Array;
}

/** How many queue entries an item has: one in the pool and one for each agent known to its customer. */
export const QUEUE_ENTRIES = 8;

/** Returns the desk of a new centre: no agents, no work, no time passed. */
export function createDesk(policy: Policy = POLICY): Desk {
  const desk: Desk = {
    policy,
    lastAt: 0,
    nextOrder: 1,
    agents: new Map(),
    retiredAgents: new Map(),
    agentList: [],
    calendars: new Map(),
    promises: new Map(),
    bonds: new Map(),
    work: new Map(),
    workByCustomer: new Map(),
    index: {
      needs: new Map(),
      classes: new Map(),
      workByHandle: [],
      freeWorkHandles: [],
      queues: createHeapSpace((entry, other) => isEarlierInQueue(desk, entry, other)),
      queueKeys: new Float64Array(64),
      availability: createHeapSpace((entry, other) => isBetterSuited(desk, entry, other)),
      memberships: [],
      freeMembershipHandles: [],
      timerSpace: createHeapSpace((entry, other) => isDueEarlier(desk, entry, other)),
      workTimers: [],
      agentTimers: [],
      timerDueAt: new Float64Array(64),
    },
  };
  return desk;
}

/** The open item with this handle. The caller holds a handle that is in use. */
export function workAt(desk: Desk, handle: number): WorkRecord {
  return present(desk.index.workByHandle[handle]);
}

/** The membership with this handle. The caller holds a handle that is in use. */
export function membershipAt(desk: Desk, handle: number): MembershipRecord {
  return present(desk.index.memberships[handle]);
}

/** What stands where the caller knows that something stands; anything else is a bug and throws. */
export function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the desk contradicts itself: a record is missing');
  return value;
}

function isEarlierInQueue(desk: Desk, entry: number, other: number): boolean {
  const keys = desk.index.queueKeys;
  const key = keys[entry] as number;
  const otherKey = keys[other] as number;
  if (key !== otherKey) return key < otherKey;
  return orderOf(desk, entry) < orderOf(desk, other);
}

function orderOf(desk: Desk, queueEntry: number): number {
  return workAt(desk, Math.trunc(queueEntry / QUEUE_ENTRIES)).order;
}

/** Proficiency where it is asked for, then the least loaded, the longest without a new item, the lowest id. */
function isBetterSuited(desk: Desk, entry: number, other: number): boolean {
  const first = membershipAt(desk, entry);
  const second = membershipAt(desk, other);
  if (first.proficiency !== second.proficiency) return first.proficiency > second.proficiency;
  const [a, b] = [first.agent, second.agent];
  if (a.loadUnits !== b.loadUnits) return a.loadUnits < b.loadUnits;
  if (a.lastAssignedAt !== b.lastAssignedAt) return a.lastAssignedAt < b.lastAssignedAt;
  return a.id < b.id;
}

/** Of what falls due at once, agents by their ids and items in the order of arrival. */
function isDueEarlier(desk: Desk, entry: number, other: number): boolean {
  const dueAt = desk.index.timerDueAt[entry] as number;
  const otherDueAt = desk.index.timerDueAt[other] as number;
  if (dueAt !== otherDueAt) return dueAt < otherDueAt;
  if (entry % 2 === 0) return workAt(desk, entry / 2).order < workAt(desk, other / 2).order;
  return agentAt(desk, (entry - 1) / 2).id < agentAt(desk, (other - 1) / 2).id;
}

function agentAt(desk: Desk, handle: number): AgentRecord {
  return present(desk.agentList[handle]);
}
