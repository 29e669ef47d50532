import { type Kysely, sql } from 'kysely';

/** Where visitors come in, and the threads that they began there; a thread is known by its token. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table entry_point (
      centre text not null,
      id text not null,
      name text not null,
      channel text not null,
      is_open boolean not null,
      origins text[] not null,
      promise_id text not null,
      requirements text not null,
      priority double precision,
      greeting text,
      theme text not null,
      primary key (centre, id)
    )`.execute(db);
  // The id follows from the token alone, by a hash that cannot be turned back.
  await sql`
    create table visitor_thread (
      centre text not null,
      id text not null,
      entry_id text not null,
      created_at timestamptz not null default now(),
      primary key (centre, id),
      foreign key (centre, entry_id) references entry_point (centre, id)
    )`.execute(db);
  await sql`create index visitor_thread_by_entry on visitor_thread (centre, entry_id)`.execute(db);
  await sql`
    create table visitor_turn (
      centre text not null,
      thread_id text not null,
      ordinal integer not null,
      interaction_id text not null,
      primary key (centre, thread_id, ordinal),
      unique (centre, interaction_id),
      foreign key (centre, thread_id) references visitor_thread (centre, id) on delete cascade
    )`.execute(db);
}
