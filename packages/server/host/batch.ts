import type { DeskEvent } from '@rapport/core';
import type { JournalRow } from '../store/journal.ts';
import type { KeptRow } from '../store/kept.ts';

/** Rows that are appended together, and those who wait for them. */
export interface Batch {
  readonly rows: JournalRow[];
  readonly kept: KeptRow[];
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
    kept: [],
    events: [],
    committed: promise,
    commit: () => resolve(undefined),
    fail: reject,
  };
}

/** A batch in appends of at most `rowsMax` rows, each with what is kept beside its rows. */
export function appendsOf(
  { rows, kept }: Batch,
  rowsMax: number,
): readonly { readonly rows: readonly JournalRow[]; readonly kept: readonly KeptRow[] }[] {
  if (rows.length <= rowsMax) return [{ rows, kept }];
  const appends = [];
  for (let from = 0; from < rows.length; from += rowsMax) {
    const some = rows.slice(from, from + rowsMax);
    const seqs = new Set(some.map(({ seq }) => seq));
    appends.push({ rows: some, kept: kept.filter(({ seq }) => seqs.has(seq)) });
  }
  return appends;
}
