import { type Kysely, sql } from 'kysely';

/** For when items were put off: it follows from what happened to them, and no longer from who was asked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What the new columns hold of earlier items stands in the journal alone.
  await sql`
    truncate view_work, view_agent, view_bond, view_promise, view_calendar`.execute(db);
  await sql`delete from follower where name = 'views'`.execute(db);
  await sql`
    alter table view_work add column later_at bigint, add column later_set_at bigint`.execute(db);
  await sql`
    alter table interaction drop column later_at, drop column later_set_at`.execute(db);
}
