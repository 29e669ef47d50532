import { type Kysely, sql } from 'kysely';

/** What administrators have set for a centre as a whole, instead of what it was started with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table centre_settings (
      centre text not null primary key,
      version integer not null,
      settings text not null
    )`.execute(db);
}
