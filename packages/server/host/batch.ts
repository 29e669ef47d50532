import type { DeskEvent } from '@rapport/core';
import type { JournalRow } from '../store/journal.ts';

/** Rows that are appended together, and those who wait for them. */
export interface Batch {
  readonly rows: JournalRow[];
  /** The events of each row, as objects. */
  readonly events: (readonly DeskEvent[])[];
  /** Settles when the rows are durable, or rejects when they are not. */
  readonly committed: Promise<void>;
  readonly commit: () => void;
  readonly fail: (error: Error) => void;
}

export function createBatch(): Batch {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  // Nobody may be waiting: rows that time brought about have no caller.
  promise.catch(() => undefined);
  return {
    rows: [],
    events: [],
    committed: promise,
    commit: () => resolve(undefined),
    fail: reject,
  };
}
