import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { JournalRow } from '../store/journal.ts';
import type { Tables } from '../store/tables.ts';
import { applyToViews, VIEW_TABLES, viewFollower } from '../views/view-follower.ts';

/** Followers look once a second; so long they may take before they count as behind. */
const POLL_MS = 100;

export interface ViewFindings {
  /** Rows that a view lacks, has too many, or has otherwise than the journal says. */
  readonly viewDifferences: number;
  /** Rows of history that the views have not taken in, although there was time to. */
  readonly rowsBehind: number;
  /** Followers that claim a position which the journal does not have. */
  readonly followersAhead: number;
}

/**
 * Makes the views once more from the journal, in temporary tables, up to where the real ones have
 * come, and compares; they should have come to `dueSeq`. Runs in the caller's transaction, which drops
 * the tables at its end.
 */
export async function auditViews(
  db: Kysely<Tables>,
  centre: string,
  dueSeq: number,
): Promise<{
  readonly take: (rows: readonly JournalRow[]) => Promise<void>;
  readonly compare: () => Promise<ViewFindings>;
}> {
  const reachedSeq = await positionOf(db, centre);
  for (const table of VIEW_TABLES) {
    // Found before the real one of the same name, by the rules of the search path.
    await sql`
      create temporary table ${sql.table(table)}
      (like ${sql.table(`public.${table}`)} including all) on commit drop`.execute(db);
  }
  return {
    take: (rows) =>
      applyToViews(
        db,
        centre,
        rows.filter(({ seq }) => seq <= reachedSeq),
      ),
    compare: async () => {
      let viewDifferences = 0;
      for (const table of VIEW_TABLES) viewDifferences += await differences(db, table, centre);
      const rowsBehind = Math.max(0, dueSeq - reachedSeq);
      return { viewDifferences, rowsBehind, followersAhead: await followersAhead(db, centre) };
    },
  };
}

/** Waits a moment for the views of a centre that is being served; returns where its journal stood before. */
export async function awaitViews(
  db: Kysely<Tables>,
  centre: string,
  withinMs: number,
): Promise<number> {
  const newest = await db
    .selectFrom('journal')
    .select((journal) => journal.fn.max<number | null>('seq').as('seq'))
    .where('centre', '=', centre)
    .executeTakeFirst();
  const seq = newest?.seq ?? 0;
  const giveUpAt = performance.now() + withinMs;
  while ((await positionOf(db, centre)) < seq && performance.now() < giveUpAt) await sleep(POLL_MS);
  return seq;
}

async function positionOf(db: Kysely<Tables>, centre: string): Promise<number> {
  const row = await db
    .selectFrom('follower')
    .select('seq')
    .where('centre', '=', centre)
    .where('name', '=', viewFollower(centre).name)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

async function differences(db: Kysely<Tables>, table: string, centre: string): Promise<number> {
  const real = sql`select * from ${sql.table(`public.${table}`)} where centre = ${centre}`;
  const made = sql`select * from ${sql.table(`pg_temp.${table}`)}`;
  const { rows } = await sql<{ count: number }>`
    select count(distinct id) from (
      (${real} except ${made}) union all (${made} except ${real})
    ) different`.execute(db);
  return rows[0]?.count ?? 0;
}

async function followersAhead(db: Kysely<Tables>, centre: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from follower
    where centre = ${centre}
      and seq > (select coalesce(max(seq), 0) from journal where centre = ${centre})`.execute(db);
  return rows[0]?.count ?? 0;
}
