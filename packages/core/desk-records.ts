import type { AlertRecord } from './alerts/alert-record.ts';
import type { AgentState } from './agents/agent-messages.ts';
import type { Capacity } from './agents/capacity.ts';
import type { Requirement } from './agents/skill.ts';
import type { CallbackRecord } from './callbacks/callback-record.ts';
import type { Channel } from './channel.ts';
import type { AccountId, AgentId, CustomerId, MatterId, WorkId } from './id.ts';
import type { PromiseRecord } from './promises/promise-record.ts';
import type { Estimate } from './routing/estimate.ts';
import type { Heap } from './routing/indexed-heap.ts';
import type { Roster, WindDown } from './roster/wind-downs.ts';
import type { Instant, Interval } from './time.ts';
import type { CustomersTurn } from './work/turn-record.ts';
import type { WorkStatus } from './work/work-messages.ts';

/** An agent as the desk keeps him. */
export interface AgentRecord {
  readonly id: AgentId;
  /** His place in the order in which agents became known. */
  readonly handle: number;
  /** Only bonds, transfers and exclusions still name him, and he is nobody's candidate. */
  isRetired: boolean;
  /** Level by skill. */
  skills: ReadonlyMap<string, number>;
  /** He has a skill that few have. */
  isExpert: boolean;
  capacity: Capacity;
  state: AgentState;
  reason: string | undefined;
  /** When he means to be ready again; only while he is not, and said so. */
  returnAt: Instant | undefined;
  /** Sorted; those that are over are dropped. */
  busyIntervals: readonly Interval[];
  isBusy: boolean;
  /** His desk has lost its line. */
  isUnreachable: boolean;
  /** Live work that would be late may be offered to him while he is at something that can wait. */
  isInterruptible: boolean;
  /** How much of what he carries is put aside for something live. */
  asideCount: number;
  /** What is planned of his days; undefined where nobody planned anything. */
  roster: Roster | undefined;
  /** When he winds down, by the roster and the calls that he has promised; those that are over are dropped. */
  windDowns: readonly WindDown[];
  isWindingDown: boolean;
  /** Only while he is away. */
  absence: Absence | undefined;
  /** Units taken by the work that he carries. */
  loadUnits: number;
  readonly carried: WorkRecord[];
  /** What he has put off; it weighs nothing. */
  readonly deferred: WorkRecord[];
  /** What waits for him, or for him and others, although somebody else could take it. */
  readonly reserved: WorkRecord[];
  offered: WorkRecord | undefined;
  /** When he was last offered an item; 0 before the first. */
  lastAssignedAt: Instant;
  /** The needs that he can serve, one membership each. */
  memberships: readonly MembershipRecord[];
  /** Whether he was free when the indexes of available agents were last made to follow from him. */
  isListed: boolean;
}

/** Who has a skill, and whether that is few. */
export interface SkillHolders {
  readonly agents: Set<AgentRecord>;
  isScarce: boolean;
}

/** That an agent is away, and who stands in. */
export interface Absence {
  readonly sinceAt: Instant;
  readonly untilAt: Instant;
  /** Gone once he retires. */
  deputy: AgentRecord | undefined;
  /** What he was when it was declared. */
  readonly stateBefore: AgentState;
}

/** Somebody to whom an item is not offered until then. */
export interface Exclusion {
  readonly agent: AgentRecord;
  readonly until: Instant;
}

/** That an item waits for agents who know its customer, although somebody else could take it. */
export interface Reservation {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  /** Who is expected to be free by then. */
  readonly agents: readonly AgentRecord[];
  /** Whether the customer wanted it so, for one of them alone. */
  readonly isChosen?: true;
}

/** An open item as the desk keeps it. */
export interface WorkRecord {
  readonly id: WorkId;
  /** A small integer that is its own while it is open, and used again afterwards. */
  readonly handle: number;
  /** Its place in the order of arrival, never used again: what breaks every tie. */
  readonly order: number;
  /** Undefined while nobody knows who it is. */
  readonly customer: CustomerRecord | undefined;
  /** What it is about, as a code, where that is known. */
  readonly topic: string | undefined;
  /** The open item of his that came in before. */
  nextOfCustomer: WorkRecord | undefined;
  readonly receivedAt: Instant;
  /** When its present wait began: its last transfer, else its receipt. */
  waitingSince: Instant;
  /** Service time that it had waited before, up to when it was last answered. Talk is no wait. */
  waitedMs: number;
  /** Service time that it had waited before its last transfer, under what was promised then. */
  waitedBeforeMs: number;
  /** Requirements, promise and priority. */
  class: ClassRecord;
  status: WorkStatus;
  /** Since when it has this status. */
  statusSince: Instant;
  /** Who is offered it, carries it, or has put it off. */
  agent: AgentRecord | undefined;
  /** Only while it is offered; else 0. */
  offerExpiresAt: Instant;
  /** Only while it is put off, Infinity while it is put aside; else 0. */
  deferredUntil: Instant;
  /** Only while nobody has answered it. */
  alert: AlertRecord | undefined;
  /** How many rungs of the alert ladder are behind it, under the promise that it has. */
  alertHeight: number;
  /** Only in wrap-up, and where it has an end: when it completes by itself; else 0. */
  wrapUpEndsAt: Instant;
  /** How often its wrap-up was extended. */
  extensionCount: number;
  /** Who had put it off before his deputy took that over; only while the deputy has it so. */
  deferredFor: AgentRecord | undefined;
  /** Only of what its customer was promised a call for, until it is handed on. */
  callback: CallbackRecord | undefined;
  /** For which live item whoever carries it has put it aside. */
  asideForId: WorkId | undefined;
  /** What it belongs together with; changed by `addMember` and `removeMember` alone. */
  matter: MatterRecord | undefined;
  /** The item of its matter that is answered, while it is put aside for that. */
  pausedById: WorkId | undefined;
  /** Only of a chat in which it is the customer's turn. */
  turn: CustomersTurn | undefined;
  /** When whoever carries it took it up; else 0. */
  takenAt: Instant;
  /** Only while it waits. */
  reservation: Reservation | undefined;
  /** Whether it has been reserved in this wait: once is enough. */
  wasReserved: boolean;
  /** Named by whoever transferred it, or who had put it off. */
  preferred: AgentRecord | undefined;
  /** Whom to ask first: those who know the customer, and whoever it is named for. */
  known: Known;
  /** How often it was handed on. */
  transferCount: number;
  /** How often it has asked for a level less. */
  loweredCount: number;
  /** Changed by `setExclusions` alone. */
  exclusions: readonly Exclusion[];
  /** Who was asked in this wait and did not take it, once for each time. */
  misses: readonly AgentRecord[];
}

/** An open matter: it is forgotten with its last open item. */
export interface MatterRecord {
  readonly id: MatterId;
  readonly items: Set<WorkRecord>;
  /** Who took up one of its items last; of a shared matter nobody. */
  handler: AgentRecord | undefined;
  /** Whether it brings different people together, as in an emergency. Each of them is answered for himself. */
  isShared: boolean;
}

/** A customer who is known to somebody, or has open items. */
export interface CustomerRecord {
  readonly id: CustomerId;
  /** Undefined before the first; from then on he has one, which may name nobody. */
  bond: Bond | undefined;
  /** The open item that came in last; the others follow from it by `nextOfCustomer`. */
  open: WorkRecord | undefined;
  /** Whose people he belongs to. */
  account: AccountRecord | undefined;
  /** Undefined of nearly all. */
  terms: CustomerTerms | undefined;
}

/** What is special about a customer. Never changed, only replaced. */
export interface CustomerTerms {
  /** Bonds for a topic or a channel, and what counts for a while only; in the order in which they were declared. */
  readonly declarations: readonly Declaration[];
  /** Whether he would rather not be known. */
  readonly isNewPreferred: boolean;
  /** Who is never asked for him. */
  readonly refusals: readonly RefusalOf[];
  /** The record of the same person that counts in its place; and those for which this one counts. */
  readonly mergedInto: CustomerRecord | undefined;
  readonly merged: readonly CustomerRecord[];
}

/** Who has refused whom, customer or agent. */
export interface RefusalOf {
  readonly agent: AgentRecord;
  readonly by: RefusingSide;
}

export type RefusingSide = 'customer' | 'agent';

/** A declared bond beside the general one: for a topic, a channel, or until a moment. */
export interface Declaration {
  readonly topic: string | undefined;
  readonly channel: Channel | undefined;
  readonly owner: AgentRecord | undefined;
  readonly deputies: readonly AgentRecord[];
  /** Items that come in from then on do not count it. */
  readonly untilAt: Instant | undefined;
}

/** Several customers who belong together, such as the people of a firm. */
export interface AccountRecord {
  readonly id: AccountId;
  /** In the order in which they were declared; one in general among them, or none. */
  declarations: readonly Declaration[];
}

/**
 * Agents known to a customer, in the order in which they are asked: two numbers each, see `known.ts`.
 * Never changed, only replaced, so that a customer's items can share what his bond is.
 */
export type Known = readonly number[];

/**
 * The relationship of one customer with the agents who know him: the owner, the deputies in their order,
 * then those who earned it, strongest first and of equals the one earned later first. At most
 * `KNOWN_MAX` are declared and as many have earned it; whoever is declared may have earned it too.
 */
export type Bond = Known;

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
  /** The same of those who may be interrupted for one that is pressing. */
  readonly interruptible: Heap;
  /** How many agents have what it asks for, on duty or not. */
  memberCount: number;
  /** How many of them are ready, whatever they carry. */
  readyCount: number;
  /** What has been learned of its items; undefined before the first. */
  estimate: Estimate | undefined;
  /** By handle of an agent: the handle of his membership, or -1. Grows on demand. */
  memberByAgent: Int32Array;
  /** By promise and priority. */
  readonly classes: Map<PromiseRecord, Map<number, ClassRecord>>;
  /** How many classes it has. */
  classCount: number;
  /** The classes of this need in which something waits, in no order. */
  readonly waitingClasses: ClassRecord[];
}

/** That an agent has what a need asks for. */
export interface MembershipRecord {
  readonly handle: number;
  readonly need: NeedRecord;
  readonly agent: AgentRecord;
  /** What an item of this need takes of the agent's units. */
  readonly weight: number;
  /** Sum of his levels in the required skills where proficiency comes first; else 0. */
  readonly proficiency: number;
  /**
   * His personal queue: the waiting items of this need whose customers he knows. By `place` of their
   * class; shorter where there are none of the last.
   */
  readonly personal: Heap[];
  /** By `place` as well: how the first of them ranks; Infinity where there is none. */
  readonly firstRanks: number[];
}

/** A class: items of equal need, promise and priority, which differ in their arrival alone. */
export interface ClassRecord {
  readonly need: NeedRecord;
  readonly promise: PromiseRecord;
  readonly priority: number;
  /** Its place among the classes of its need. */
  readonly place: number;
  /** The pool's items of this class: the one that came first in service time first. */
  readonly pool: Heap;
  /** Those that are reserved, and therefore not in the pool. */
  readonly reserved: Heap;
  /** Its place in `need.waitingClasses`; -1 while nothing waits. */
  waitingIndex: number;
}

/** Finds a need by its requirements, one after the other; see `needOf`. */
export interface NeedNode {
  need: NeedRecord | undefined;
  /** By skill, then by level. */
  readonly next: Map<string, Map<number, NeedNode>>;
}
