import { type Kysely, sql } from 'kysely';

/** Finds the files that no message has named, of which visitors may leave many behind. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index attachment_unsaid on attachment (centre, at) where message_id is null`.execute(db);
}
