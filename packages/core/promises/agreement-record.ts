import type { AgreementId, PromiseId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { AgreementTerm, Served } from './agreement-messages.ts';

/** An agreement as the desk keeps it: every version, since items may still be under any of them. */
export interface AgreementRecord {
  readonly id: AgreementId;
  readonly serves: Served;
  readonly versions: AgreementVersion[];
}

export interface AgreementVersion {
  readonly version: number;
  readonly agreedBy: string;
  readonly agreedWith: string | undefined;
  readonly agreedAt: Instant;
  readonly holdsFromAt: Instant;
  /** The most specific first. */
  readonly terms: readonly AgreedTerm[];
}

interface AgreedTerm {
  readonly term: AgreementTerm;
  readonly promiseId: PromiseId;
}
