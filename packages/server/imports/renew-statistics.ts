import { type Kysely, sql } from 'kysely';
import type { Tables } from '../store/tables.ts';

/**
 * Tells the planner how large the tables of imports have become. It plans by what it was told last,
 * and would read all of a table for each chunk that it believes to be nearly empty.
 */
export async function renewStatistics(db: Kysely<Tables>): Promise<void> {
  await sql`
    analyze account, customer, customer_identity, agent_profile, import_row, outbox, view_bond
  `.execute(db);
}
