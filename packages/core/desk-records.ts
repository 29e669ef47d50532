import type { AgentState } from './agents/agent-messages.ts';
import type { Capacity } from './agents/capacity.ts';
import type { Requirement } from './agents/skill.ts';
import type { Channel } from './channel.ts';
import type { AgentId, CustomerId, WorkId } from './id.ts';
import type { PromiseRecord } from './promises/promise-record.ts';
import type { Heap } from './routing/indexed-heap.ts';
import type { Instant, Interval } from './time.ts';
import type { Standing, WorkStatus } from './work/work-messages.ts';

/** An agent as the desk keeps him. */
export interface AgentRecord {
  readonly id: AgentId;
  /** His place in the order in which agents became known. */
  readonly handle: number;
  /** Only bonds, transfers and exclusions still name him, and he is nobody's candidate. */
  isRetired: boolean;
  /** Level by skill. */
  skills: ReadonlyMap<string, number>;
  capacity: Capacity;
  state: AgentState;
  reason: string | undefined;
  /** Sorted; those that are over are dropped. */
  busyIntervals: readonly Interval[];
  isBusy: boolean;
  /** Units taken by the work that he carries. */
  loadUnits: number;
  readonly carried: Set<WorkRecord>;
  offered: WorkRecord | undefined;
  /** When he was last offered an item; 0 before the first. */
  lastAssignedAt: Instant;
  /** The needs that he can serve, one membership each. */
  memberships: MembershipRecord[];
  /** His personal queue: the waiting items whose customers he knows, by class. Empty heaps are dropped. */
  readonly personal: Map<ClassRecord, Heap>;
}

/** Somebody to whom an item is not offered until then. */
export interface Exclusion {
  readonly agent: AgentRecord;
  readonly until: Instant;
}

/** An open item as the desk keeps it. */
export interface WorkRecord {
  readonly id: WorkId;
  /** A small integer that is its own while it is open, and used again afterwards. */
  readonly handle: number;
  /** Its place in the order of arrival, never used again: what breaks every tie. */
  readonly order: number;
  readonly customerId: CustomerId | undefined;
  readonly receivedAt: Instant;
  /** When its present wait began: its last transfer, else its receipt. */
  waitingSince: Instant;
  /** Service time that it had waited before, up to when it was last answered. Talk is no wait. */
  waitedMs: number;
  /** Requirements, promise and priority. */
  class: ClassRecord;
  /** The service time of its promise at which it would have come in, had it waited without a break. */
  arrivalMs: number;
  status: WorkStatus;
  /** Since when it has this status. */
  statusSince: Instant;
  /** Who is offered it or carries it. */
  agent: AgentRecord | undefined;
  /** Only while it is offered; else 0. */
  offerExpiresAt: Instant;
  /** Named by whoever transferred it. */
  preferred: AgentRecord | undefined;
  /** In the order in which they are asked. */
  known: readonly KnownAgent[];
  exclusions: readonly Exclusion[];
}

/** What serving a customer has made of an agent: the more completed items, the stronger. */
export interface EarnedBond {
  readonly agent: AgentRecord;
  strength: number;
}

/** The relationship of one customer with the agents who know him. */
export interface BondRecord {
  owner: AgentRecord | undefined;
  deputies: readonly AgentRecord[];
  /** Strongest first; of equals, the one earned later first. At most `KNOWN_MAX`. */
  earned: readonly EarnedBond[];
}

/** An agent known to an item's customer. */
export interface KnownAgent {
  readonly agent: AgentRecord;
  readonly standing: Standing;
  /** 0 to 1. */
  readonly strength: number;
}

/** How many agents count as knowing a customer. */
export const KNOWN_MAX = 5;

/** What items of one kind ask for. */
export interface NeedRecord {
  readonly channel: Channel;
  /** Sorted by skill, each skill once. */
  readonly requirements: readonly Requirement[];
  readonly isProficiencyFirst: boolean;
  /** Memberships of the agents who may be offered such an item now, best-suited first. */
  readonly available: Heap;
  /** The classes of this need in which something waits, in no order. */
  readonly waitingClasses: ClassRecord[];
}

/** That an agent has what a need asks for. */
export interface MembershipRecord {
  readonly handle: number;
  readonly need: NeedRecord;
  readonly agent: AgentRecord;
  /** Sum of his levels in the required skills where proficiency comes first; else 0. */
  readonly proficiency: number;
}

/** A class: items of equal need, promise and priority, which differ in their arrival alone. */
export interface ClassRecord {
  readonly need: NeedRecord;
  readonly promise: PromiseRecord;
  readonly priority: number;
  /** The pool's items of this class: the one that came first in service time first. */
  readonly pool: Heap;
  /** Its place in `need.waitingClasses`; -1 while nothing waits. */
  waitingIndex: number;
}
