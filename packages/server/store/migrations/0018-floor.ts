import { type Kysely, sql } from 'kysely';

/** What the live floor begins from, and what supervisors tell agents. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table view_work
      add column preferred_id text,
      add column offer_standing text,
      add column answered_standing text`.execute(db);
  // What the new columns hold of earlier items stands in the journal alone.
  await sql`
    truncate view_work, view_agent, view_bond, view_promise, view_calendar`.execute(db);
  await sql`delete from follower where name = 'views'`.execute(db);
  await sql`
    create table notice (
      centre text not null,
      id text not null,
      agent_id text not null,
      from_id text not null,
      pii_from_name text not null,
      pii_text text,
      at bigint not null,
      read_at bigint,
      primary key (centre, id)
    )`.execute(db);
  await sql`
    create index notice_unread on notice (centre, agent_id, at)
      where read_at is null`.execute(db);
}
