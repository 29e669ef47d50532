import { type Kysely, sql } from 'kysely';

/** Who contacts us, and what is said. All of it can be erased: the journal knows only the ids. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await customers(db);
  await sql`
    create table interaction (
      centre text not null,
      id text not null,
      customer_id text,
      work_id text not null,
      channel text not null,
      pii_subject text,
      started_at bigint not null,
      message_count integer not null default 0,
      primary key (centre, id)
    )`.execute(db);
  await sql`
    create index interaction_by_customer on interaction (centre, customer_id, started_at desc, id desc)
  `.execute(db);
  await sql`create index interaction_by_time on interaction (centre, started_at desc, id desc)`.execute(
    db,
  );
  await sql`create index interaction_by_work on interaction (centre, work_id)`.execute(db);
  await sql`
    create table message (
      centre text not null,
      interaction_id text not null,
      ordinal integer not null,
      id text not null,
      author_kind text not null,
      author_id text,
      pii_text text,
      is_note boolean not null default false,
      at bigint not null,
      primary key (centre, interaction_id, ordinal),
      unique (centre, id)
    )`.execute(db);
}

async function customers(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account (
      centre text not null,
      id text not null,
      external_id text,
      pii_name text not null,
      tier text,
      version integer not null default 1,
      request_hash text,
      created_at timestamptz not null default now(),
      primary key (centre, id),
      unique (centre, external_id)
    )`.execute(db);
  await sql`
    create index account_by_name on account (centre, lower(pii_name) text_pattern_ops)
  `.execute(db);
  await sql`
    create table customer (
      centre text not null,
      id text not null,
      external_id text,
      account_id text,
      pii_name text,
      tier text,
      language text,
      pii_needs text not null default '[]',
      pii_preferences text not null default '{}',
      version integer not null default 1,
      pii_request_hash text,
      created_at timestamptz not null default now(),
      erased_at timestamptz,
      primary key (centre, id),
      unique (centre, external_id)
    )`.execute(db);
  await sql`create index customer_by_account on customer (centre, account_id, id)`.execute(db);
  // One identity leads to one customer: e-mail folded, telephone in E.164.
  await sql`
    create table customer_identity (
      centre text not null,
      kind text not null,
      pii_value text not null,
      customer_id text not null,
      primary key (centre, kind, pii_value)
    )`.execute(db);
  await sql`
    create index customer_identity_by_customer on customer_identity (centre, customer_id)
  `.execute(db);
}
