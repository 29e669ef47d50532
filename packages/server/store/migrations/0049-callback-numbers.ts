import { type Kysely, sql } from 'kysely';

/** At which number the customer of an item is called back; gone with the item, or with the customer. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table callback_number (
      centre text not null,
      work_id text not null,
      customer_id text,
      pii_number text not null,
      primary key (centre, work_id)
    )`.execute(db);
  await sql`create index on callback_number (centre, customer_id)`.execute(db);
}
