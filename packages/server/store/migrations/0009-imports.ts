import { type Kysely, sql } from 'kysely';

/** Files that are taken in, with what undoing them needs. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What another system calls an agent, and when the desk let him go.
  await sql`
    alter table agent_profile
      add external_id text,
      add retired_at timestamptz,
      add unique (centre, external_id)`.execute(db);
  await sql`
    create table import (
      centre text not null,
      id text not null,
      kind text not null,
      status text not null,
      actor text not null,
      is_dry_run boolean not null,
      options text not null,
      content_hash text not null,
      columns text not null,
      row_position integer not null default 0,
      created_count integer not null default 0,
      changed_count integer not null default 0,
      unchanged_count integer not null default 0,
      refused_count integer not null default 0,
      fault text,
      started_at timestamptz not null default now(),
      ended_at timestamptz,
      forgotten_at timestamptz,
      primary key (centre, id)
    )`.execute(db);
  await sql`create index import_by_content on import (centre, content_hash)`.execute(db);
  await sql`
    create table import_row (
      centre text not null,
      import_id text not null,
      line integer not null,
      subject text not null,
      outcome text not null,
      pii_before text,
      pii_after text,
      undone text,
      primary key (centre, import_id, line)
    )`.execute(db);
  // Whoever is erased is erased here too.
  await sql`create index import_row_by_subject on import_row (centre, subject)`.execute(db);
  await sql`
    create table import_fault (
      centre text not null,
      import_id text not null,
      ordinal integer not null,
      line integer not null,
      column_name text,
      code text not null,
      expected text not null,
      pii_found text,
      primary key (centre, import_id, ordinal)
    )`.execute(db);
}
