import { type Kysely, sql } from 'kysely';

/** Who was promised a call, by whom and for when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Nobody could promise one before.
  await sql`alter table view_work add column callback text`.execute(db);
}
