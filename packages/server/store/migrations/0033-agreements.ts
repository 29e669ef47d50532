import { type Kysely, sql } from 'kysely';

/** Of which agreement a promise is a part, and what agreements look at of those who come in somewhere. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // No promise of an earlier release was part of one.
  await sql`alter table view_promise add column agreement_id text`.execute(db);
  await sql`
    alter table entry_point add column division_id text, add column case_type text`.execute(db);
}
