import { type Kysely, sql } from 'kysely';

/** Until when items are put off. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table view_work add deferred_until bigint`.execute(db);
}
