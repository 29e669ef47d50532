import { type Kysely, sql } from 'kysely';

/** What items ask for, and how they waited before they were handed on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What the new columns hold of earlier items stands in the journal alone.
  await sql`
    truncate view_work, view_agent, view_bond, view_promise, view_calendar`.execute(db);
  await sql`delete from follower where name = 'views'`.execute(db);
  await sql`
    alter table view_work
      add column requirements text not null,
      add column waits text not null`.execute(db);
}
