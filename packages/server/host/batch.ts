import type { DeskEvent, Instant } from '@rapport/core';
import type { Journal, JournalRow } from '../store/journal.ts';
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

/** What is kept of a step that nobody asked for; `mark` is the desk's alone. */
export function ownRow(
  cause: 'time' | 'resume',
  at: Instant,
  mark: string,
): Omit<JournalRow, 'seq' | 'events'> {
  return { commandId: `desk:${cause}:${mark}`, commandHash: '', actor: 'desk', cause, at };
}

/** Appends a batch, at most `rowsMax` rows at a time, each time with what is kept beside its rows. */
export async function appendBatch(
  journal: Journal,
  epoch: number,
  { rows, kept }: Batch,
  rowsMax: number,
): Promise<void> {
  if (rows.length <= rowsMax) {
    await journal.append(epoch, rows, kept);
    return;
  }
  for (let from = 0; from < rows.length; from += rowsMax) {
    const some = rows.slice(from, from + rowsMax);
    const seqs = new Set(some.map(({ seq }) => seq));
    await journal.append(
      epoch,
      some,
      kept.filter(({ seq }) => seqs.has(seq)),
    );
  }
}
