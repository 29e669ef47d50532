import type { Channel } from '../channel.ts';
import type { AgreementId, CalendarId, PromiseId } from '../id.ts';
import type { Instant } from '../time.ts';

/** Whom an agreement serves: an account, else a division of ours; with neither, everybody. */
export interface Served {
  readonly accountId?: string;
  readonly divisionId?: string;
}

/**
 * One promise of an agreement, and for which items it is made: those for which everything holds that it
 * names. Of several the most specific counts: see `specificityOf`.
 */
export interface AgreementTerm {
  /** Either a channel, or one kind of them: those where the customer waits there, or the others. */
  readonly channel?: Channel | 'synchronous' | 'asynchronous';
  /** The customer's tier, else his account's. */
  readonly tier?: string;
  /** The least priority for which it is made. */
  readonly minPriority?: number;
  readonly caseType?: string;
  readonly targetMs: number;
  /** Above 0, at most 1. */
  readonly shareRatio: number;
  /** Without one, every hour counts. */
  readonly calendarId?: CalendarId;
}

/**
 * Agrees on the next version of an agreement. It holds for what comes in from then on; whatever came in
 * before keeps the promise under which it did.
 */
export interface DefineAgreement {
  readonly type: 'define-agreement';
  readonly agreementId: AgreementId;
  readonly serves: Served;
  /** Who of ours agreed to it, by id. */
  readonly agreedBy: string;
  /** With whom, by id; absent where nobody else was asked. */
  readonly agreedWith?: string;
  /** From when it holds, which has not passed; at once when left out. */
  readonly holdsFromAt?: Instant;
  readonly terms: readonly AgreementTerm[];
}

/** A version of an agreement was made; a promise was defined with it for each of its terms. */
export interface AgreementDefined {
  readonly type: 'agreement-defined';
  readonly v: 1;
  readonly agreementId: AgreementId;
  /** 1 and so on. */
  readonly version: number;
  readonly serves: Served;
  readonly agreedBy: string;
  readonly agreedWith?: string;
  readonly holdsFromAt: Instant;
  readonly terms: readonly AgreementTerm[];
}

/** What an agreement looks at that the desk knows nothing of. */
export interface ServiceFacts extends Served {
  readonly tier?: string;
  readonly caseType?: string;
}

/** The version of an agreement under which an item came in. */
export interface Agreed {
  readonly agreementId: AgreementId;
  readonly version: number;
}

/** Another agreement serves the same already. */
export interface AgreementOverlaps {
  readonly code: 'agreement-overlaps';
  readonly agreementId: AgreementId;
}

/** The promise is part of an agreement; only a new version of that changes what is promised. */
export interface PromiseAgreed {
  readonly code: 'promise-agreed';
  readonly promiseId: PromiseId;
  readonly agreementId: AgreementId;
}

/** No agreement has a term for the item, and no promise is named for it. */
export interface PromiseMissing {
  readonly code: 'promise-missing';
}
