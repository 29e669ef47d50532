import { type Kysely, sql } from 'kysely';

/** What skills are called, and which commands asked for links that others have replaced since. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table skill_list (
      centre text primary key,
      version integer not null,
      skills text not null
    )`.execute(db);
  await sql`
    alter table invitation
    add column replaced_command_ids text[] not null default '{}'`.execute(db);
}
