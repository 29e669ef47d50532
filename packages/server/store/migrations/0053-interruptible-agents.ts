import { type Kysely, sql } from 'kysely';

/** Who may be interrupted for live work; nobody was before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table view_agent
    add column is_interruptible boolean not null default false`.execute(db);
}
