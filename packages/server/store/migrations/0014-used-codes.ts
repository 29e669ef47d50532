import { type Kysely, sql } from 'kysely';

/** Codes of second factors that somebody got in with, as hashes, for as long as they would be right. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table used_code (
      user_id text not null references auth_user (id) on delete cascade,
      code_hash text not null,
      until_at timestamptz not null,
      primary key (user_id, code_hash)
    )`.execute(db);
}
