import type { CustomerId } from '../id.ts';
import type { Instant } from '../time.ts';

/**
 * Lets a customer go before others until a moment: what he comes in with has at least this priority. So many
 * customers may have such a credit at once as the policy says.
 */
export interface GrantCredit {
  readonly type: 'grant-credit';
  readonly customerId: CustomerId;
  /** Above 0, at most 10, in steps of 0.01. */
  readonly priority: number;
  /** Who answers for it: the id of a person. */
  readonly ownerId: string;
  readonly untilAt: Instant;
}

/** Ends a customer's credit before its time. What has come in keeps it. */
export interface EndCredit {
  readonly type: 'end-credit';
  readonly customerId: CustomerId;
}

export type CreditCommand = GrantCredit | EndCredit;

/** A customer goes before others until then. */
export interface CreditGranted {
  readonly type: 'credit-granted';
  readonly v: 1;
  readonly customerId: CustomerId;
  readonly priority: number;
  readonly ownerId: string;
  readonly untilAt: Instant;
}

/** A customer's credit was ended before its time. */
export interface CreditEnded {
  readonly type: 'credit-ended';
  readonly v: 1;
  readonly customerId: CustomerId;
}

export type CreditEvent = CreditGranted | CreditEnded;

/** That an item came in with the credit of its customer. */
export interface Credited {
  readonly ownerId: string;
  readonly untilAt: Instant;
  /** The priority that was named, where one was. */
  readonly namedPriority?: number;
}

/** As many customers have a credit as the policy allows. */
export interface CreditsExhausted {
  readonly code: 'credits-exhausted';
  readonly creditsMax: number;
}

/** The customer has no credit, or none any more. */
export interface CreditUnknown {
  readonly code: 'credit-unknown';
  readonly customerId: CustomerId;
}

export type CreditRefusal = CreditsExhausted | CreditUnknown;
