import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { Change, ImportContext, ImportRun } from './import-kind.ts';
import type { ImportRow } from './import-row.ts';
import { type Asked, type Draft, type Note, planRows, type ReadRow, readRow } from './plan-rows.ts';

/** What differs between the kinds of rows: `Wanted` is what a row says, `Known` what it is held against. */
export interface ImportSteps<Wanted, Known> {
  /** What a row says by itself; what cannot be understood is noted. */
  readonly read: (row: ImportRow, note: Note) => Wanted | undefined;
  readonly nothingKnown: () => Known;
  /** Adds what the database knows of those whom rows are about; in a transaction it locks them. */
  readonly load: (db: Kysely<Tables>, known: Known, wanted: readonly Wanted[]) => Promise<void>;
  /** What a row comes to; undefined where it comes to nothing, which is noted. */
  readonly draft: (known: Known, asked: Asked<Wanted>, note: Note) => Draft | undefined;
  readonly apply: (
    trx: Transaction<Tables>,
    known: Known,
    changes: readonly Change[],
  ) => Promise<void>;
}

/** So many rows are read without a break: a few milliseconds. */
const ROWS_A_TURN = 250;

/** Works rows off by the steps of their kind. */
export function runOfSteps<Wanted, Known>(
  { isDryRun, claims }: ImportContext,
  { read, nothingKnown, load, draft, apply }: ImportSteps<Wanted, Known>,
): ImportRun {
  let known = nothingKnown();
  return {
    async read(rows) {
      const done: ReadRow<Wanted>[] = [];
      for (const row of rows) {
        done.push(readRow(row, read));
        // Others are served by this process meanwhile.
        if (done.length % ROWS_A_TURN === 0) await nextTurn();
      }
      const wanted = done.flatMap((each) => each.wanted ?? []);
      return {
        rowCount: rows.length,
        firstLine: rows[0]?.line ?? 0,
        async plan(db) {
          // What was written is in the database; what a dry run would have written is here alone.
          if (!isDryRun) known = nothingKnown();
          await load(db, known, wanted);
          return planRows(done, claims, (asked, note) => draft(known, asked, note));
        },
        apply: (trx, changes) => apply(trx, known, changes),
      };
    },
  };
}
