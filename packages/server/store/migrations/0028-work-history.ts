import { type Kysely, sql } from 'kysely';

/** Where the journal speaks of an item, so that it can be explained. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What the new column holds of earlier items stands in the journal alone.
  await sql`
    truncate view_work, view_agent, view_bond, view_promise, view_calendar`.execute(db);
  await sql`delete from follower where name = 'views'`.execute(db);
  await sql`alter table view_work add column history text not null`.execute(db);
}
