import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** So many positions go into one partition: small enough to be moved or dropped in one go. */
const PARTITION_SIZE = 10_000_000;

/**
 * Makes sure that the journal has partitions for `seq` and for the range after it, so that no append
 * ever waits for one. Each has its own unique index on the command: across partitions the host looks
 * a command up before it decides, and it is the only one to write.
 */
export async function ensurePartitions(db: Kysely<Tables>, seq: number): Promise<void> {
  const current = Math.floor(seq / PARTITION_SIZE);
  for (const number of [current, current + 1]) await ensurePartition(db, number);
}

/** Whether `seq` is the middle of its partition: time to make sure of the next one. */
export function isTimeForPartition(seq: number): boolean {
  return seq % PARTITION_SIZE === PARTITION_SIZE / 2;
}

async function ensurePartition(db: Kysely<Tables>, number: number): Promise<void> {
  const name = `journal_${String(number).padStart(5, '0')}`;
  const from = sql.lit(number * PARTITION_SIZE);
  const to = sql.lit((number + 1) * PARTITION_SIZE);
  await db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtext('rapport partitions'))`.execute(trx);
    const { rows } = await sql`select to_regclass(${name}) as found`.execute(trx);
    if ((rows[0] as { found: string | null }).found !== null) return;
    await sql`
      create table ${sql.table(name)} partition of journal for values from (${from}) to (${to})
    `.execute(trx);
    await sql`
      create unique index ${sql.ref(`${name}_command`)} on ${sql.table(name)} (centre, command_id)
    `.execute(trx);
  });
}
