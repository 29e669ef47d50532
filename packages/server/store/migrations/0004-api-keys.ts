import { type Kysely, sql } from 'kysely';

/** Keys for programs. The secret itself is nowhere: only its hash. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table api_key (
      id text primary key,
      centre text not null,
      name text not null,
      secret_hash text not null unique,
      scopes text[] not null,
      agent_id text,
      created_at timestamptz not null default now(),
      revoked_at timestamptz
    )`.execute(db);
}
