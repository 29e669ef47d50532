import { type Kysely, sql } from 'kysely';

/** From which network a visitor's file came, while it waits to be said; and no files without a message. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table attachment add column pii_network text`.execute(db);
  // A message and its files were kept one after the other, and of some only the files were.
  await sql`
    delete from attachment a
    where a.message_id is not null and not exists (
      select 1 from message m where m.centre = a.centre and m.id = a.message_id)`.execute(db);
}
