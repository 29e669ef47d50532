import { type Kysely, sql } from 'kysely';

/** What is promised for an item since its last transfer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Items that were handed on before have none.
  await sql`alter table view_work add column promised_ms bigint`.execute(db);
}
