import type { Rung } from '../alerts/alert-messages.ts';
import type { Policy } from '../routing/policy.ts';
import type { ModelPeople } from './oracle-bonds.ts';
import type { CreditGranted } from '../credits/credit-messages.ts';
import type { EmergencyDeclared } from '../emergency/emergency-messages.ts';
import type { AgentState } from '../agents/agent-messages.ts';
import type { Capacity } from '../agents/capacity.ts';
import type { Requirement } from '../agents/skill.ts';
import type { Channel } from '../channel.ts';
import type { AgentId, CalendarId, CustomerId, MatterId, PromiseId, WorkId } from '../id.ts';
import type { AgreementDefined } from '../promises/agreement-messages.ts';
import type { PromiseDefined } from '../promises/promise-messages.ts';
import type { SkillKind } from '../routing/relaxation-messages.ts';
import type { AbsenceDeclared, RosterSet } from '../roster/roster-messages.ts';
import type { Instant, Interval } from '../time.ts';
import type { ModelOutage } from './oracle-outage-record.ts';
import { type Place } from './oracle-moves.ts';
import { type Reserved, type Seen } from './oracle-seen.ts';

export interface ModelAgent {
  readonly id: AgentId;
  skills: ReadonlyMap<string, number>;
  capacity: Capacity;
  state: AgentState;
  busyIntervals: readonly Interval[];
  isUnreachable: boolean;
  isInterruptible: boolean;
  /** When he means to be back. */
  returnAt: Instant | undefined;
  lastAssignedAt: Instant;
  roster: RosterSet | undefined;
  absence: AbsenceDeclared | undefined;
}

export interface ModelItem {
  readonly id: WorkId;
  readonly order: number;
  waitingSince: Instant;
  /** Service time waited before `waitingSince`. */
  waitedMs: number;
  /** The same before its last transfer, and what is promised since, if it was handed on. */
  waitedBeforeMs: number;
  promisedMs: number | undefined;
  readonly channel: Channel;
  readonly customerId: CustomerId | undefined;
  readonly topic: string | undefined;
  readonly receivedAt: Instant;
  requirements: readonly Requirement[];
  readonly isProficiencyFirst: boolean;
  promiseId: PromiseId;
  readonly priority: number;
  agentId: AgentId | undefined;
  expiresAt: Instant;
  deferredUntil: Instant;
  /** Only in wrap-up; else 0. */
  wrapUpEndsAt: Instant;
  extensionCount: number;
  deferredForId: AgentId | undefined;
  /** What its customer was promised, until it is handed on. */
  callback: ModelCallback | undefined;
  /** When whoever has it took it up, and since when it is wrapped up. */
  takenAt: Instant;
  wrapUpAt: Instant;
  reservation: Reserved | undefined;
  wasReserved: boolean;
  /** What it belongs together with, and which item of that is answered while this one is put aside. */
  matterId: MatterId | undefined;
  pausedById: WorkId | undefined;
  /** While it is the customer's turn in a chat, when he counts as silent; else 0. */
  silentAt: Instant;
  isSilent: boolean;
  /** For what it is put aside; and whether it was offered to somebody who is interrupted for it. */
  asideForId: WorkId | undefined;
  isInterrupting: boolean;
  preferredId: AgentId | undefined;
  /** The last that was told of it; nothing once somebody has answered it. */
  alert: ModelAlert | undefined;
  /** What was told of it under the promise that it has. */
  readonly rungs: Set<Rung>;
  /** Until when, by agent. */
  readonly exclusions: Map<AgentId, Instant>;
  /** How often it was handed on, and of which time it was told. */
  transferCount: number;
  toldTransferCount: number;
  /** How often it has asked for a level less. */
  loweredCount: number;
  /** Who declined or missed it in this wait, once for each time. */
  missedBy: readonly AgentId[];
}

/** What is said of a matter; its items say that they belong to it. */
export interface ModelMatter {
  handlerId: AgentId | undefined;
  isShared: boolean;
}

export interface ModelCallback {
  readonly dueAt: Instant;
  readonly keptFreeFromAt: Instant;
  readonly attemptCount: number;
}

export interface ModelAlert {
  readonly rung: Rung;
  readonly agentId: AgentId | undefined;
  readonly escalatesAt: Instant | undefined;
  isSeen: boolean;
  isEscalated: boolean;
}

/** What a history says, in plain objects; whatever can be worked out from them is not kept. */
export interface Model {
  readonly agents: Map<AgentId, ModelAgent>;
  kinds: ReadonlyMap<string, SkillKind>;
  readonly calendars: Map<CalendarId, readonly Interval[]>;
  readonly promises: Map<PromiseId, PromiseDefined>;
  readonly agreements: AgreementDefined[];
  policy: Policy;
  readonly people: ModelPeople;
  /** Those that were declared and not ended, the latest of each scope; whether one is over, its end says. */
  readonly emergencies: EmergencyDeclared[];
  /** What an outage is told from. */
  readonly outage: ModelOutage;
  /** The open ones. */
  readonly matters: Map<MatterId, ModelMatter>;
  /** Credits as they were granted last, those that are over among them. */
  readonly credits: Map<CustomerId, CreditGranted>;
  readonly places: Readonly<Record<Place, Set<ModelItem>>>;
  /** What was seen of each kind of item, one after the other, however long ago. */
  readonly seen: Map<string, Seen>;
  receivedCount: number;
}
