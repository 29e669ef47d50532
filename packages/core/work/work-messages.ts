import type { InterruptionEvent } from '../interruption/interruption-messages.ts';
import type { Requirement } from '../agents/skill.ts';
import type { Channel } from '../channel.ts';
import type { AgentId, CustomerId, MatterId, PromiseId, WorkId } from '../id.ts';
import type { MatterCommand, MatterEvent, MatterRefusal } from '../matters/matter-messages.ts';
import type { AcknowledgeAlert, AlertEvent, AlertNotOpen } from '../alerts/alert-messages.ts';
import type { AgentFull, AgentSignedOut } from './agent-refusals.ts';
import type { Credited } from '../credits/credit-messages.ts';
import type {
  CallbackCommand,
  CallbackEvent,
  CallbackRefusal,
} from '../callbacks/callback-messages.ts';
import type { AssignWork, WorkAssigned } from './assign-messages.ts';
import type { DeskResumed } from './desk-resumed.ts';
import type { AgentNotChoosable, ChooseWait, WaitChosen } from './choice-messages.ts';
import type { ChangePromise, WorkPromised } from './change-promise-messages.ts';
import type { Agreed, ServiceFacts } from '../promises/agreement-messages.ts';
import type { DeferralHanded, WorkReleased } from '../roster/roster-messages.ts';
import type { Instant } from '../time.ts';
import type {
  ExtendWrapUp,
  WorkWrappedUp,
  WrapUpEnded,
  WrapUpExtended,
  WrapUpExtendedBefore,
  WrapUpWork,
} from './wrap-up-messages.ts';
import type {
  OfferNotOpen,
  WorkAlreadyReceived,
  WorkNotYours,
  WorkUnknown,
} from './work-refusals.ts';
import type { WorkRelaxed } from '../routing/relaxation-messages.ts';
import type { AwaitCustomer, HearCustomer, TurnEvent, TurnUnchanged } from './turn-messages.ts';
import type { WorkOffered, WorkQueued } from './placement-messages.ts';
import type { WithdrawalReason } from './reasons.ts';
import type { ReservationEnded, WorkReserved } from './reservation-messages.ts';

/** Takes a new item in; it is offered at once if somebody able is available. */
export interface ReceiveWork {
  readonly type: 'receive-work';
  readonly workId: WorkId;
  readonly channel: Channel;
  /** Absent while nobody knows who it is. */
  readonly customerId?: CustomerId;
  readonly requirements: readonly Requirement[];
  /** Whether the best at the required skills comes before the least loaded. */
  readonly isProficiencyFirst?: boolean;
  /** The promise where no agreement makes one; without it, the item is refused then. */
  readonly promiseId?: PromiseId;
  /** By what agreements are looked for; without it, by none. */
  readonly service?: ServiceFacts;
  /** Added to the urgency: 1 is worth one whole promised time. -10 to 10, in steps of 0.01; else 0. */
  readonly priority?: number;
  /** What it is about, as a code: bonds for this topic come first. */
  readonly topic?: string;
  /** The open matter that it belongs to, or that begins with it. */
  readonly matterId?: MatterId;
}

/** The agent takes the item that he is being offered. */
export interface AcceptOffer {
  readonly type: 'accept-offer';
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

/** The agent does not take the item that he is being offered. */
export interface DeclineOffer {
  readonly type: 'decline-offer';
  readonly workId: WorkId;
  readonly agentId: AgentId;
  /** As a code: `wrong-skill`, `conflict`. */
  readonly reason: string;
}

/** The agent hands his item on; it waits again, for a person or for anyone, under a promise that counts from now. */
export interface TransferWork {
  readonly type: 'transfer-work';
  readonly workId: WorkId;
  readonly agentId: AgentId;
  /** Asked first, before the customer's known agents; without one the rule decides alone. */
  readonly toAgentId?: AgentId;
  /** What the item asks from now on; left out, what it asked before. */
  readonly requirements?: readonly Requirement[];
}

/** The agent puts the customer on hold. */
export interface HoldWork {
  readonly type: 'hold-work';
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

/** The agent takes the customer back from hold, or takes up before its time what he has put off. */
export interface ResumeWork {
  readonly type: 'resume-work';
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

/**
 * The agent puts his item off until a moment. It weighs nothing meanwhile; then it waits again, and he is
 * asked first.
 */
export interface DeferWork {
  readonly type: 'defer-work';
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly untilAt: Instant;
}

/** What was put off is wanted at once, as when its customer writes. */
export interface RecallWork {
  readonly type: 'recall-work';
  readonly workId: WorkId;
}

/** The item is done. */
export interface CompleteWork {
  readonly type: 'complete-work';
  readonly workId: WorkId;
  readonly agentId: AgentId;
  /** What came of it, as a code. */
  readonly disposition?: string;
  /** Whether it went badly for the customer, so that nobody is known better for it. */
  readonly isPoor?: boolean;
}

/** The customer gave up before anybody answered. */
export interface AbandonWork {
  readonly type: 'abandon-work';
  readonly workId: WorkId;
}

export type WorkCommand =
  | ReceiveWork
  | AcceptOffer
  | DeclineOffer
  | TransferWork
  | AssignWork
  | ChooseWait
  | CallbackCommand
  | HoldWork
  | ResumeWork
  | DeferWork
  | RecallWork
  | MatterCommand
  | ChangePromise
  | AcknowledgeAlert
  | WrapUpWork
  | ExtendWrapUp
  | AwaitCustomer
  | HearCustomer
  | CompleteWork
  | AbandonWork;

/** An item came in and waits: in the pool and in the personal queues of the agents who know the customer. */
export interface WorkReceived {
  readonly type: 'work-received';
  readonly v: 1;
  readonly workId: WorkId;
  readonly channel: Channel;
  readonly customerId?: CustomerId;
  readonly requirements: readonly Requirement[];
  /** That the last of them is that of its channel, which the desk added. */
  readonly isChannelAsked?: true;
  readonly isProficiencyFirst?: boolean;
  readonly promiseId: PromiseId;
  readonly service?: ServiceFacts;
  /** The version of an agreement that made the promise. */
  readonly agreed?: Agreed;
  /** That its priority is the credit of its customer. */
  readonly credit?: Credited;
  /** The promise that was named, where an agreement made another. */
  readonly namedPromiseId?: PromiseId;
  readonly priority?: number;
  readonly topic?: string;
  readonly matterId?: MatterId;
}

/** The agent took the item. */
export interface OfferAccepted {
  readonly type: 'offer-accepted';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

/** The agent did not take the item; until `excludedUntil` it is not offered to him again. */
export interface OfferDeclined {
  readonly type: 'offer-declined';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly reason: string;
  readonly excludedUntil: Instant;
}

/** Nobody answered in time (ring no answer); until `excludedUntil` it is not offered to him again. */
export interface OfferExpired {
  readonly type: 'offer-expired';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly excludedUntil: Instant;
}

/** The desk took an offer back; the item waits again with its age. */
export interface OfferWithdrawn {
  readonly type: 'offer-withdrawn';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly reason: WithdrawalReason;
}

/** The item may be offered to this agent again. */
export interface ExclusionEnded {
  readonly type: 'exclusion-ended';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

/** An agent handed his item on; it waits again, and not for him. */
export interface WorkTransferred {
  readonly type: 'work-transferred';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly toAgentId?: AgentId;
  readonly requirements?: readonly Requirement[];
  /** That the last of them is that of its channel, which the desk added. */
  readonly isChannelAsked?: true;
  readonly excludedUntil: Instant;
  /** Service time from now on within which it is promised to be answered; absent in histories from before, where it kept its promise and its age. */
  readonly promisedMs?: number;
  /** Service time that it has waited until now, in all its waits. */
  readonly waitedMs?: number;
}

/** The customer was put on hold. */
export interface WorkHeld {
  readonly type: 'work-held';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

/** The item was put off, and weighs nothing until then. */
export interface WorkDeferred {
  readonly type: 'work-deferred';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly untilAt: Instant;
}

/** The moment came to which this agent had put the item off; it waits again, for him first. */
export interface DeferralEnded {
  readonly type: 'deferral-ended';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

/** What was put off was wanted before its time; it waits again, for whoever put it off first. */
export interface WorkRecalled {
  readonly type: 'work-recalled';
  readonly v: 1;
  readonly workId: WorkId;
}

/** The customer was taken back from hold, or the agent took up what he had put off. */
export interface WorkResumed {
  readonly type: 'work-resumed';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

/** The item is done and leaves the desk. */
export interface WorkCompleted {
  readonly type: 'work-completed';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly disposition?: string;
  readonly isPoor?: boolean;
}

/** The customer gave up; the item leaves the desk. */
export interface WorkAbandoned {
  readonly type: 'work-abandoned';
  readonly v: 1;
  readonly workId: WorkId;
}

export type WorkEvent =
  | WorkReceived
  | WorkOffered
  | WorkQueued
  | WorkReserved
  | WorkRelaxed
  | ReservationEnded
  | OfferAccepted
  | OfferDeclined
  | OfferExpired
  | OfferWithdrawn
  | ExclusionEnded
  | WorkTransferred
  | WorkAssigned
  | WaitChosen
  | CallbackEvent
  | WorkHeld
  | WorkResumed
  | WorkDeferred
  | DeferralEnded
  | DeferralHanded
  | WorkRecalled
  | MatterEvent
  | WorkPromised
  | AlertEvent
  | WorkReleased
  | WorkWrappedUp
  | WrapUpExtended
  | WrapUpEnded
  | TurnEvent
  | InterruptionEvent
  | WorkCompleted
  | WorkAbandoned
  | DeskResumed;

/** The item is in another state than this command needs. */
export interface WorkStateWrong {
  readonly code: 'work-state-wrong';
  readonly workId: WorkId;
  readonly status: WorkStatus;
  readonly expected: readonly WorkStatus[];
}

export type WorkRefusal =
  | WorkUnknown
  | WorkAlreadyReceived
  | OfferNotOpen
  | WorkNotYours
  | WorkStateWrong
  | AlertNotOpen
  | AgentNotChoosable
  | CallbackRefusal
  | MatterRefusal
  | WrapUpExtendedBefore
  | TurnUnchanged
  | AgentFull
  | AgentSignedOut;

/**
 * Where an open item stands.
 *
 * waiting → deferred by the promise of a call, or while another item of its matter is answered; waiting → offered → active ⇄ on-hold; offered → waiting when nobody takes it;
 * active | on-hold → wrap-up; active | on-hold | deferred | wrap-up → (done);
 * active | on-hold → deferred → active, or waiting when its time has come or somebody wants it;
 * active | on-hold | deferred → waiting by transfer; active | on-hold → waiting when whoever has it is away or has no room; waiting | offered → (abandoned).
 */
export type WorkStatus = 'waiting' | 'offered' | 'active' | 'on-hold' | 'deferred' | 'wrap-up';
