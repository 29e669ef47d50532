import { type Kysely, sql } from 'kysely';

/** What the desk reads, as tables that can be dropped and rebuilt from the journal. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table view_work (
      centre text not null,
      id text not null,
      customer_id text,
      channel text not null,
      promise_id text not null,
      priority double precision not null,
      status text not null,
      agent_id text,
      received_at bigint not null,
      offer_count integer not null,
      answered_at bigint,
      answered_by text,
      transfer_count integer not null,
      closed_at bigint,
      disposition text,
      status_since bigint not null,
      waiting_since bigint not null,
      offer_expires_at bigint,
      primary key (centre, id)
    )`.execute(db);
  // Every item is written some three times: what is closed, which is nearly all, is found by its
  // arrival alone.
  await sql`create index view_work_by_arrival on view_work (centre, received_at, id)`.execute(db);
  await sql`
    create index view_work_open on view_work (centre, waiting_since, id) where closed_at is null
  `.execute(db);
  await sql`
    create index view_work_in_hand on view_work (centre, agent_id)
    where closed_at is null and agent_id is not null`.execute(db);
  await sql`
    create table view_agent (
      centre text not null,
      id text not null,
      state text not null,
      reason text,
      state_since bigint not null,
      is_busy boolean not null,
      skills text not null,
      capacity text not null,
      primary key (centre, id)
    )`.execute(db);
  await declared(db);
}

async function declared(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table view_bond (
      centre text not null,
      id text not null,
      owner_id text,
      deputy_ids text not null,
      earned text not null,
      primary key (centre, id)
    )`.execute(db);
  await sql`
    create table view_promise (
      centre text not null,
      id text not null,
      target_ms bigint not null,
      share_ratio double precision not null,
      calendar_id text,
      primary key (centre, id)
    )`.execute(db);
  await sql`
    create table view_calendar (
      centre text not null,
      id text not null,
      open_intervals text not null,
      primary key (centre, id)
    )`.execute(db);
}
