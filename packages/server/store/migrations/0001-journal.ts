import { type Kysely, sql } from 'kysely';

/** The journal, who may write it, and what follows it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table lease (
      centre text primary key,
      epoch bigint not null,
      holder text not null,
      taken_at timestamptz not null default now()
    )`.execute(db);
  // The events are text: jsonb would reorder keys and break hashes over them.
  await sql`
    create table journal (
      centre text not null,
      seq bigint not null,
      epoch bigint not null,
      command_id text not null,
      command_hash text not null,
      actor text not null,
      cause text not null,
      at bigint not null,
      events text not null,
      primary key (centre, seq)
    ) partition by range (seq)`.execute(db);
  await sql`
    create table follower (
      centre text not null,
      name text not null,
      seq bigint not null,
      primary key (centre, name)
    )`.execute(db);
  await sql`
    create table snapshot (
      centre text not null,
      seq bigint not null,
      format integer not null,
      part_count integer not null,
      made_at timestamptz not null default now(),
      primary key (centre, seq)
    )`.execute(db);
  await sql`
    create table snapshot_part (
      centre text not null,
      seq bigint not null,
      part integer not null,
      records text not null,
      primary key (centre, seq, part)
    )`.execute(db);
}
