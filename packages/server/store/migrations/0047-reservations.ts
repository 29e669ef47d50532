import { type Kysely, sql } from 'kysely';

/** For whom an item is kept, and until when. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What is kept just now is found again the next time, or once the views are made anew: it ends within hours.
  await sql`alter table view_work add column reservation text`.execute(db);
}
