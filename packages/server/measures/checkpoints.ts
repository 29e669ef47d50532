import type { DeskEvent, Instant } from '@rapport/core';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../store/tables.ts';

/**
 * How things stood after a position, as the shortest history that leaves them so (`SiloTime.checkpoint`).
 * A cache: without one, the history is folded from its beginning.
 */
export interface Checkpoint {
  readonly seq: number;
  /** Nothing happened between the last row and then. */
  readonly at: Instant;
  readonly events: readonly DeskEvent[];
}

/** To be raised whenever a stored checkpoint would mean something else. */
const FORMAT = 1;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How far apart they are. */
export const CHECKPOINT_EVERY_MS = 6 * HOUR_MS;
/** Beyond so long ago one in each such period is kept. */
const KEPT_ALL_MS = 40 * DAY_MS;
const PERIOD_MS = 30 * DAY_MS;

export async function storeCheckpoint(
  db: Kysely<Tables>,
  centre: string,
  { seq, at, events }: Checkpoint,
): Promise<void> {
  const row = { centre, seq, at, format: FORMAT, events: JSON.stringify(events) };
  await db
    .insertInto('measure_checkpoint')
    .values(row)
    .onConflict((conflict) => conflict.columns(['centre', 'seq']).doUpdateSet(row))
    .execute();
  await sql`
    delete from measure_checkpoint as late
    where centre = ${centre} and at < ${at - KEPT_ALL_MS} and exists (
      select from measure_checkpoint as earlier
      where earlier.centre = late.centre and earlier.format = late.format
        and earlier.at < late.at
        and earlier.at / ${PERIOD_MS}::bigint = late.at / ${PERIOD_MS}::bigint)`.execute(db);
}

/** The last checkpoint before a moment; the beginning of history where there is none. */
export async function loadCheckpoint(
  db: Kysely<Tables>,
  centre: string,
  beforeAt: Instant,
): Promise<Checkpoint> {
  const row = await db
    .selectFrom('measure_checkpoint')
    .select(['seq', 'at', 'events'])
    .where('centre', '=', centre)
    .where('format', '=', FORMAT)
    .where('at', '<', beforeAt)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return { seq: 0, at: 0, events: [] };
  return { seq: row.seq, at: row.at, events: JSON.parse(row.events) as readonly DeskEvent[] };
}
