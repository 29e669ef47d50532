import type { Channel } from '../channel.ts';
import type { RefusingSide } from '../desk-records.ts';
import type { AccountId, AgentId, CustomerId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { RehomeCommand, RehomeEvent, RehomeRefusal } from './rehome-messages.ts';

/** Who knows somebody, in this order, for what and for how long. */
interface Bonding {
  /** Only for items about this, as a code. */
  readonly topic?: string;
  /** Only for items that come in on this channel. */
  readonly channel?: Channel;
  /** Without one, nobody owns it; earned bonds stay as they are. */
  readonly ownerId?: AgentId;
  readonly deputyIds: readonly AgentId[];
  /** For items that come in before then; left out, for good. */
  readonly untilAt?: Instant;
}

/**
 * Declares who owns the relationship with a customer, and who stands in, in this order. What is declared
 * for a topic or a channel, or until a moment, stands before what is declared in general and for good, and
 * leaves that as it is; declared again with nobody, it ends. What is declared in general and for good also
 * ends what is so only until a moment.
 */
export interface ChangeBond extends Bonding {
  readonly type: 'change-bond';
  readonly customerId: CustomerId;
  /** Whether the customer himself asked for it; left out, the centre declares it. */
  readonly origin?: BondOrigin;
}

/** Where a declared bond comes from; what is earned comes from contacts. */
export type BondOrigin = 'declared' | 'customer-asked';

/** Declares the same of an account: it counts for its people, after what they have themselves. */
export interface ChangeAccountBond extends Bonding {
  readonly type: 'change-account-bond';
  readonly accountId: AccountId;
}

/** Says to which account a customer belongs. */
export interface PlaceCustomer {
  readonly type: 'place-customer';
  readonly customerId: CustomerId;
  /** Left out, to none. */
  readonly accountId?: AccountId;
}

/** Somebody who is never asked for a customer, and which of the two wants it so. */
export interface BondRefused {
  readonly agentId: AgentId;
  readonly by: RefusingSide;
}

/** Says who is never asked for a customer, and whether he wants somebody new; in place of what was said before. */
export interface SetBondWishes {
  readonly type: 'set-bond-wishes';
  readonly customerId: CustomerId;
  readonly isNewPreferred: boolean;
  readonly refusals: readonly BondRefused[];
}

/** Two customers are one person: the first counts, with the bonds of both. */
export interface MergeCustomers {
  readonly type: 'merge-customers';
  readonly customerId: CustomerId;
  readonly mergedId: CustomerId;
}

/** They are two after all: each has his own bonds as they were, and what was earned of each since. */
export interface SplitCustomers {
  readonly type: 'split-customers';
  readonly customerId: CustomerId;
  readonly mergedId: CustomerId;
}

export type BondCommand =
  | ChangeBond
  | ChangeAccountBond
  | PlaceCustomer
  | SetBondWishes
  | MergeCustomers
  | SplitCustomers
  | RehomeCommand;

/** A customer's declared bond is now this. */
export interface BondChanged extends Bonding {
  readonly type: 'bond-changed';
  readonly v: 1;
  readonly customerId: CustomerId;
  readonly origin?: BondOrigin;
}

/** An account's declared bond is now this. */
export interface AccountBondChanged extends Bonding {
  readonly type: 'account-bond-changed';
  readonly v: 1;
  readonly accountId: AccountId;
}

/** A customer belongs to this account, or to none. */
export interface CustomerPlaced {
  readonly type: 'customer-placed';
  readonly v: 1;
  readonly customerId: CustomerId;
  readonly accountId?: AccountId;
}

/** This is what a customer, and those who work for him, want of their bonds. */
export interface BondWishesSet {
  readonly type: 'bond-wishes-set';
  readonly v: 1;
  readonly customerId: CustomerId;
  readonly isNewPreferred: boolean;
  readonly refusals: readonly BondRefused[];
}

/** Two records are one person, and the first of them counts. */
export interface CustomersMerged {
  readonly type: 'customers-merged';
  readonly v: 1;
  readonly customerId: CustomerId;
  readonly mergedId: CustomerId;
}

/** Two records that were one person are two again. */
export interface CustomersSplit {
  readonly type: 'customers-split';
  readonly v: 1;
  readonly customerId: CustomerId;
  readonly mergedId: CustomerId;
}

/** An agent completed work for a customer, so that they know each other better. */
export interface BondEarned {
  readonly type: 'bond-earned';
  readonly v: 1;
  readonly customerId: CustomerId;
  readonly agentId: AgentId;
  /** Above 0, at most 1: as it is then. It fades from that day on. */
  readonly strength: number;
}

export type BondEvent =
  | BondChanged
  | AccountBondChanged
  | CustomerPlaced
  | BondWishesSet
  | CustomersMerged
  | CustomersSplit
  | BondEarned
  | RehomeEvent;

/** The record was merged into another already, or would be merged into itself. */
export interface MergeNotPossible {
  readonly code: 'merge-not-possible';
  readonly customerId: CustomerId;
  readonly mergedId: CustomerId;
}

/** The record was not merged into this one, or is not any more. */
export interface MergeUnknown {
  readonly code: 'merge-unknown';
  readonly customerId: CustomerId;
  readonly mergedId: CustomerId;
}

export type BondRefusal = MergeNotPossible | MergeUnknown | RehomeRefusal;
