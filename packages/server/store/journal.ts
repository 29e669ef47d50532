import type { Instant } from '@rapport/core';
import type { KeptRow } from './kept.ts';

/** What is kept of one command, or of one step of time. */
export interface JournalRow {
  /** 1 for the first; without gaps. Also the position that answers, views and live updates name. */
  readonly seq: number;
  /** Scoped to whoever asked, so that nobody's key meets another's. */
  readonly commandId: string;
  /** Tells a retry of the same command from another command under the same id. */
  readonly commandHash: string;
  /** An opaque id. */
  readonly actor: string;
  /** What led to it: `command`, `time`, `resume`, or the event that a connector reports on. */
  readonly cause: string;
  readonly at: Instant;
  /** A JSON array of events as text, so that not a byte changes on the way. */
  readonly events: string;
}

/** Keeps a centre's history, in order, for ever. Every adapter passes `journal.contract.ts`. */
export interface Journal {
  /**
   * Takes the lead: from now on rows of an earlier epoch are refused, and those on their way are
   * either kept before this settles or never. Returns the new epoch.
   *
   * `after` is the epoch in which the caller led: whoever led since then keeps the lead. `holder` is
   * the caller's alone, so that he finds a lead again whose answer was lost.
   * @throws {LeaseLost} somebody else has led after that epoch.
   */
  lead(holder: string, after?: number): Promise<number>;

  /**
   * Appends the rows and what is kept beside them, all or nothing; they are durable when the promise
   * settles.
   *
   * @throws {LeaseLost} a newer epoch leads this centre; nothing was kept.
   */
  append(epoch: number, rows: readonly JournalRow[], kept?: readonly KeptRow[]): Promise<void>;

  /** Rows after `afterSeq`, oldest first: the next `limit` numbers, which have no gaps, as far as there are so many. */
  read(afterSeq: number, limit: number): Promise<readonly JournalRow[]>;

  /** The rows of those commands, however old, in no order; a command without one has none. */
  find(commandIds: readonly string[]): Promise<readonly JournalRow[]>;
}

/** The centre is led by a newer epoch. This host must stop deciding. Not retryable by it. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
  readonly code = 'lease-lost';

  constructor(epoch: number) {
    super(`epoch ${epoch} no longer leads this centre`);
  }
}
