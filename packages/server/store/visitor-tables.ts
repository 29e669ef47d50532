import type { Generated } from 'kysely';

/** Where visitors come in. */
export interface EntryPointTable {
  readonly centre: string;
  readonly id: string;
  readonly name: string;
  readonly channel: string;
  readonly is_open: boolean;
  readonly origins: readonly string[];
  readonly promise_id: string;
  /** What agreements look at, of whatever comes in here. */
  readonly division_id: string | null;
  readonly case_type: string | null;
  /** JSON. */
  readonly requirements: string;
  readonly priority: number | null;
  readonly greeting: string | null;
  /** JSON. */
  readonly theme: string;
}

/** What one visitor has said at one entry point, and may go on saying. */
export interface VisitorThreadTable {
  readonly centre: string;
  /** Follows from the token. */
  readonly id: string;
  readonly entry_id: string;
  readonly created_at: Generated<Date>;
}

/** An interaction of a thread; noted before it is taken in, so that it may never come. */
export interface VisitorTurnTable {
  readonly centre: string;
  readonly thread_id: string;
  /** Counts from 1. */
  readonly ordinal: number;
  readonly interaction_id: string;
}
