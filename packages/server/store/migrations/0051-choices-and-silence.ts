import { type Kysely, sql } from 'kysely';

/** For whom customers chose to wait, and whose chats weigh nothing because they are silent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What the new columns hold of earlier items stands in the journal alone.
  await sql`
    truncate view_work, view_agent, view_bond, view_promise, view_calendar`.execute(db);
  await sql`delete from follower where name = 'views'`.execute(db);
  await sql`
    alter table view_work
      add column choice text,
      add column turn text`.execute(db);
}
