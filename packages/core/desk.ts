import type { Rehoming } from './bonds/rehoming.ts';
import type { Channel } from './channel.ts';
import type { Credit } from './credits/credit.ts';
import type { Emergency } from './emergency/emergency.ts';
import type {
  AccountRecord,
  AgentRecord,
  ClassRecord,
  CustomerRecord,
  MatterRecord,
  MembershipRecord,
  NeedNode,
  NeedRecord,
  SkillHolders,
  WorkRecord,
} from './desk-records.ts';
import type {
  AccountId,
  AgentId,
  AgreementId,
  CalendarId,
  CustomerId,
  MatterId,
  PromiseId,
  WorkId,
} from './id.ts';
import type { AgreementRecord } from './promises/agreement-record.ts';
import type { PromiseRecord } from './promises/promise-record.ts';
import type { ServiceHours } from './promises/service-hours.ts';
import { createOutageWatch, type OutageWatch } from './outage/outage-watch.ts';
import { createHeapSpace, type Heap, type HeapSpace } from './routing/indexed-heap.ts';
import { POLICY, type Policy } from './routing/policy.ts';
import type { SkillKind } from './routing/relaxation-messages.ts';
import type { Instant } from './time.ts';

/**
 * Everything that the desk of one centre knows, as it lives in memory.
 *
 * It is changed by `evolve` alone, in place. The maps hold the truth; needs, classes, heaps and
 * timers are indexes over it, made anew by whoever restores a snapshot.
 */
export interface Desk {
  policy: Policy;
  /** Whether its history says what the policy is, and not only whoever made the desk. */
  isPolicySet: boolean;
  /** When the last event happened; 0 before the first. */
  lastAt: Instant;
  /** The `order` of the next item. */
  nextOrder: number;
  readonly agents: Map<AgentId, AgentRecord>;
  /** Known by what still names them; whoever is registered again leaves. */
  readonly retiredAgents: Map<AgentId, AgentRecord>;
  /** Those who are away and have a deputy meanwhile. */
  readonly coveredAgents: Set<AgentRecord>;
  /** All who ever were, by handle: in the order in which they became known. */
  readonly agentList: AgentRecord[];
  /** What is asked for less of as work waits, and what is not; a skill that is not here is asked for to the end. */
  readonly skillKinds: Map<string, SkillKind>;
  readonly calendars: Map<CalendarId, ServiceHours>;
  readonly promises: Map<PromiseId, PromiseRecord>;
  readonly agreements: Map<AgreementId, AgreementRecord>;
  /** The same by whom they serve. */
  readonly agreementsByServed: Map<string, AgreementRecord>;
  /** Those with a bond are in the order in which their bonds began. */
  readonly customers: Map<CustomerId, CustomerRecord>;
  readonly accounts: Map<AccountId, AccountRecord>;
  /** Who goes before others, and until when; there are few. */
  readonly credits: Map<CustomerId, Credit>;
  /** Of which skill everybody who has it is needed at once, and until when; undefined is for all. There are few. */
  readonly emergencies: Map<string | undefined, Emergency>;
  /** Who missed what is live, lately, and whether that looks like an outage. */
  readonly outage: OutageWatch;
  /** Whose bonds were given to others lately, so that it can be taken back. */
  readonly rehomings: Map<AgentId, Rehoming>;
  /** Open matters alone: what belongs together, as far as somebody said so. */
  readonly matters: Map<MatterId, MatterRecord>;
  /** Open items alone; what is done or abandoned leaves. */
  readonly work: Map<WorkId, WorkRecord>;
  readonly index: DeskIndex;
}

/** What makes decisions quick; all of it follows from the rest of the desk. */
export interface DeskIndex {
  readonly needs: NeedRecord[];
  /** By channel, and by whether proficiency comes first: where the search for a need begins. */
  readonly needRoots: Map<
    Channel,
    { readonly usual: NeedNode; readonly proficiencyFirst: NeedNode }
  >;
  /** Who has each skill. */
  readonly skillHolders: Map<string, SkillHolders>;
  readonly classes: ClassRecord[];
  /** Open items by handle. */
  readonly workByHandle: (WorkRecord | undefined)[];
  readonly freeWorkHandles: number[];
  /** By handle of an open item: 1 where anybody is passed over for it, for now or for ever, else 0. */
  exclusionMarks: Uint8Array;
  /** Whose item was closed or looked for last: he is nearly always asked for next. */
  lastCustomer: CustomerRecord | undefined;
  /**
   * The item that came in by the last event, and stands in no queue before the next one, because that is
   * nearly always its offer; see `settleArrival`.
   */
  arriving: WorkRecord | undefined;
  /**
   * Pool and personal queues, by arrival and then by order. Entry: `QUEUE_ENTRIES` times the handle of
   * an item in the pool; then one for each agent known to its customer, in their order.
   */
  readonly queues: HeapSpace;
  /** Available agents of all needs, by load and then by their last item. Entry: membership handle. */
  readonly availability: HeapSpace;
  /** Those who may be interrupted, in the same order. Entry: membership handle. */
  readonly interruptibility: HeapSpace;
  readonly memberships: (MembershipRecord | undefined)[];
  readonly freeMembershipHandles: number[];
  /** What falls due, by when. Entry: twice the handle of an item, or twice that of an agent plus one. */
  readonly timerSpace: HeapSpace;
  readonly workTimers: Heap;
  readonly agentTimers: Heap;
}

/** How many bits of a queue entry say which of its item's entries it is. */
export const QUEUE_BITS = 3;

/** How many queue entries an item has: one in the pool and one for each agent known to its customer. */
export const QUEUE_ENTRIES = 1 << QUEUE_BITS;

/** Returns the desk of a new centre: no agents, no work, no time passed. */
export function createDesk(policy: Policy = POLICY): Desk {
  const desk: Desk = {
    policy,
    isPolicySet: false,
    lastAt: 0,
    nextOrder: 1,
    agents: new Map(),
    retiredAgents: new Map(),
    coveredAgents: new Set(),
    agentList: [],
    skillKinds: new Map(),
    calendars: new Map(),
    promises: new Map(),
    agreements: new Map(),
    agreementsByServed: new Map(),
    customers: new Map(),
    accounts: new Map(),
    credits: new Map(),
    emergencies: new Map(),
    outage: createOutageWatch(),
    rehomings: new Map(),
    matters: new Map(),
    work: new Map(),
    index: {
      needs: [],
      needRoots: new Map(),
      skillHolders: new Map(),
      classes: [],
      workByHandle: [],
      freeWorkHandles: [],
      exclusionMarks: new Uint8Array(64),
      lastCustomer: undefined,
      arriving: undefined,
      // An item stands once in each heap, and its order is its own: no two entries are of equal rank.
      queues: createHeapSpace((entry, other) => entry < other),
      availability: createHeapSpace((entry, other) => hasLowerId(desk, entry, other)),
      interruptibility: createHeapSpace((entry, other) => hasLowerId(desk, entry, other)),
      memberships: [],
      freeMembershipHandles: [],
      timerSpace: createHeapSpace((entry, other) => comesEarlier(desk, entry, other)),
      workTimers: [],
      agentTimers: [],
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

/** Of agents who are suited equally well. */
function hasLowerId(desk: Desk, membership: number, other: number): boolean {
  return membershipAt(desk, membership).agent.id < membershipAt(desk, other).agent.id;
}

/** Of what falls due at once: agents by their ids. Items have their order as the second rank. */
function comesEarlier(desk: Desk, entry: number, other: number): boolean {
  if (entry % 2 === 0) return entry < other;
  return agentAt(desk, (entry - 1) / 2).id < agentAt(desk, (other - 1) / 2).id;
}

/** The agent with this handle. */
export function agentAt(desk: Desk, handle: number): AgentRecord {
  return present(desk.agentList[handle]);
}
