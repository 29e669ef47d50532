import { type Kysely, sql, type Transaction } from 'kysely';
import type { JournalRow } from '../store/journal.ts';
import { sqlJournal } from '../store/sql-journal.ts';
import type { Tables } from '../store/tables.ts';
import { queryableOf } from '../store/queryable-of.ts';
import type { RecentRows } from './recent-rows.ts';

/** Something that takes in the history at its own pace. */
export interface Follower {
  readonly name: string;
  /**
   * Takes the rows in. Whatever it writes through `trx` moves together with its position; whatever
   * goes elsewhere is seen at least once and must be idempotent by event id (`seq.ordinal`).
   */
  readonly apply: (trx: Transaction<Tables>, rows: readonly JournalRow[]) => Promise<void>;
}

export interface FollowOptions {
  /** Where rows are looked for before the journal is asked. */
  readonly recent?: Pick<RecentRows, 'after'>;
  /** Told after each full page how far it has come. */
  readonly onProgress?: (seq: number) => void;
}

const PAGE_ROWS = 1_000;

/**
 * Takes the next page of a centre's history in, and returns the position reached and how many rows
 * were taken. Processes that run the same follower take turns: its position is locked meanwhile.
 *
 * What it writes may be lost when the machine fails, together with its position: it is made again.
 */
export async function followOnce(
  db: Kysely<Tables>,
  centre: string,
  follower: Follower,
  { recent }: Pick<FollowOptions, 'recent'> = {},
): Promise<{ readonly seq: number; readonly rowCount: number }> {
  return await db.transaction().execute(async (trx) => {
    const { name } = follower;
    const seq = await heldPosition(trx, centre, name);
    const known = recent?.after(seq, PAGE_ROWS) ?? [];
    const rows =
      known.length > 0 ? known : await sqlJournal(queryableOf(trx), centre).read(seq, PAGE_ROWS);
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

/** Locks the follower's position until the transaction ends, which nobody waits for the disk to keep. */
async function heldPosition(
  trx: Transaction<Tables>,
  centre: string,
  name: string,
): Promise<number> {
  const hold = sql<{ seq: number }>`
    select seq, set_config('synchronous_commit', 'off', true) from follower
    where centre = ${centre} and name = ${name} for update`;
  const [held] = (await hold.execute(trx)).rows;
  if (held !== undefined) return held.seq;
  await trx
    .insertInto('follower')
    .values({ centre, name, seq: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return (await hold.execute(trx)).rows[0]?.seq ?? 0;
}

/** Takes in all that there is by now; returns the position reached. */
export async function catchUp(
  db: Kysely<Tables>,
  centre: string,
  follower: Follower,
  { recent, onProgress }: FollowOptions = {},
): Promise<number> {
  for (;;) {
    const { seq, rowCount } = await followOnce(db, centre, follower, recent ? { recent } : {});
    if (rowCount < PAGE_ROWS) return seq;
    onProgress?.(seq);
  }
}
