import { type Kysely, sql } from 'kysely';

/** Imports look for agents by their names. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index agent_profile_by_name on agent_profile (centre, lower(pii_name))`.execute(db);
}
