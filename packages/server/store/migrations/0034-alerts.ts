import { type Kysely, sql } from 'kysely';

/** What was told last of an item that nobody has answered. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Of items from before nothing was ever told.
  await sql`alter table view_work add column alert text`.execute(db);
}
