import { type Kysely, sql } from 'kysely';

/** Addresses that are told what happens, and what is on its way to them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table webhook (
      centre text not null,
      id text not null,
      url text not null,
      event_types text[],
      description text not null,
      is_enabled boolean not null,
      disabled_reason text,
      failing_since bigint,
      from_seq bigint not null,
      secret text not null,
      previous_secret text,
      previous_until bigint,
      request_hash text not null,
      rotated_by text,
      created_at bigint not null,
      primary key (centre, id)
    )`.execute(db);
  await sql`
    create table webhook_delivery (
      centre text not null,
      webhook_id text not null,
      seq bigint not null,
      ordinal integer not null,
      event_type text not null,
      at bigint not null,
      state text not null,
      attempt_count integer not null default 0,
      next_at bigint not null,
      last_status integer,
      last_error text,
      settled_at bigint,
      primary key (centre, webhook_id, seq, ordinal)
    )`.execute(db);
  // What is due next, however long the backlog.
  await sql`
    create index webhook_delivery_waiting
    on webhook_delivery (centre, webhook_id, next_at, seq, ordinal) where state = 'waiting'
  `.execute(db);
  await sql`
    create index webhook_delivery_dead
    on webhook_delivery (centre, webhook_id, seq, ordinal) where state = 'dead'
  `.execute(db);
  await sql`
    create index webhook_delivery_settled on webhook_delivery (centre, state, settled_at)
    where state <> 'waiting'
  `.execute(db);
}
