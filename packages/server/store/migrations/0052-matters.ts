import { type Kysely, sql } from 'kysely';

/** To which matter an item belongs, and for which item of it it is put aside. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Nobody could say so before.
  await sql`
    alter table view_work
      add column matter_id text,
      add column paused_by text`.execute(db);
}
