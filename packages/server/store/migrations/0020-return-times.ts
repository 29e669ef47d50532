import { type Kysely, sql } from 'kysely';

/** When agents who are not ready mean to be back. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table view_agent add return_at bigint`.execute(db);
}
