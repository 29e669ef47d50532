import type { Database, Tables } from '@rapport/server';

/**
 * Whether a demo centre lies there that was made to its end, with this past. The mark is in the database
 * that it speaks of: it is there after whatever it speaks of is, and goes with it.
 */
export async function isWhole({ pool }: Database<Tables>, past: number): Promise<boolean> {
  const { rows } = await pool.query<{ mark: string | null }>(
    `select to_regclass('demo.whole') as mark`,
  );
  if (rows[0]?.mark === null) return false;
  const marks = await pool.query(`select from demo.whole where past = $1`, [past]);
  return marks.rowCount === 1;
}

/** Marks the demo centre that lies there as whole. */
export async function markWhole({ pool }: Database<Tables>, past: number): Promise<void> {
  await pool.query(`
    begin;
    set local synchronous_commit = on;
    drop schema if exists demo cascade;
    create schema demo;
    create table demo.whole (past integer primary key);
    insert into demo.whole values (${past});
    commit`);
}
