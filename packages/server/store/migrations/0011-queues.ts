import { type Kysely, sql } from 'kysely';

/** What queues and live updates begin from: since when items stand where they do, found quickly. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Only the history knows the new columns. The views are emptied; the next start makes them anew.
  await sql`
    truncate view_work, view_agent, view_bond, view_promise, view_calendar`.execute(db);
  await sql`delete from follower where name = 'views'`.execute(db);
  await sql`
    alter table view_work
      add column status_since bigint not null,
      add column waiting_since bigint not null,
      add column offer_expires_at bigint`.execute(db);
  await sql`
    create index view_work_open on view_work (centre, waiting_since, id) where closed_at is null
  `.execute(db);
  await sql`
    create index view_work_in_hand on view_work (centre, agent_id)
    where closed_at is null and agent_id is not null`.execute(db);
  await sql`create index view_work_by_arrival on view_work (centre, received_at, id)`.execute(db);
}
