import type { Kysely, Transaction } from 'kysely';
import type { JournalRow } from '../store/journal.ts';
import { sqlJournal } from '../store/sql-journal.ts';
import type { Tables } from '../store/tables.ts';
import { queryableOf } from '../store/queryable-of.ts';

/** Something that takes in the history at its own pace. */
export interface Follower {
  readonly name: string;
  /**
   * Takes the rows in. Whatever it writes through `trx` moves together with its position; whatever
   * goes elsewhere is seen at least once and must be idempotent by event id (`seq.ordinal`).
   */
  readonly apply: (trx: Transaction<Tables>, rows: readonly JournalRow[]) => Promise<void>;
}

const PAGE_ROWS = 1_000;

/**
 * Takes the next page of a centre's history in, and returns the position reached and how many rows
 * were taken. Processes that run the same follower take turns: its position is locked meanwhile.
 */
export async function followOnce(
  db: Kysely<Tables>,
  centre: string,
  follower: Follower,
): Promise<{ readonly seq: number; readonly rowCount: number }> {
  return await db.transaction().execute(async (trx) => {
    const { name } = follower;
    await trx
      .insertInto('follower')
      .values({ centre, name, seq: 0 })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const { seq } = await trx
      .selectFrom('follower')
      .select('seq')
      .where('centre', '=', centre)
      .where('name', '=', name)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const rows = await sqlJournal(queryableOf(trx), centre).read(seq, PAGE_ROWS);
    const last = rows.at(-1);
    if (last === undefined) return { seq, rowCount: 0 };
    await follower.apply(trx, rows);
    await trx
      .updateTable('follower')
      .set({ seq: last.seq })
      .where('centre', '=', centre)
      .where('name', '=', name)
      .execute();
    return { seq: last.seq, rowCount: rows.length };
  });
}

/** Takes in all that there is by now; returns the position reached. */
export async function catchUp(
  db: Kysely<Tables>,
  centre: string,
  follower: Follower,
  onProgress: (seq: number) => void = () => undefined,
): Promise<number> {
  for (;;) {
    const { seq, rowCount } = await followOnce(db, centre, follower);
    if (rowCount < PAGE_ROWS) return seq;
    onProgress(seq);
  }
}
