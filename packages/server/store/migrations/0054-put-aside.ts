import { type Kysely, sql } from 'kysely';

/** For which live item an item is put aside by whoever carries it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Nobody was interrupted before.
  await sql`alter table view_work add column aside_for text`.execute(db);
}
