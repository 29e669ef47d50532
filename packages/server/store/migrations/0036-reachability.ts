import { type Kysely, sql } from 'kysely';

/** Whose desk has lost its line. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table view_agent
    add column is_unreachable boolean not null default false`.execute(db);
}
