import { type Kysely, sql } from 'kysely';

/** Ordinary tables, their audit trail, and the commands that they owe the desk. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table outbox (
      centre text not null,
      id text not null,
      ordinal bigint generated always as identity,
      actor text not null,
      command text not null,
      created_at timestamptz not null default now(),
      done_at timestamptz,
      position bigint,
      refusal text,
      primary key (centre, id)
    )`.execute(db);
  await sql`
    create index outbox_waiting on outbox (centre, ordinal) where done_at is null`.execute(db);
  await sql`
    create table agent_profile (
      centre text not null,
      agent_id text not null,
      pii_name text not null,
      primary key (centre, agent_id)
    )`.execute(db);
  await sql`
    create table audit_trail (
      centre text not null,
      ordinal bigint generated always as identity,
      at timestamptz not null default now(),
      actor text not null,
      action text not null,
      subject text not null,
      primary key (centre, ordinal)
    )`.execute(db);
}
