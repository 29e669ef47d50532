import { type Kysely, sql } from 'kysely';

/** What a command in the outbox was asked with, where its words are in other tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table outbox add pii_request_hash text`.execute(db);
}
