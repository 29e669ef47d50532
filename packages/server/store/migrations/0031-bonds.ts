import { type Kysely, sql } from 'kysely';

/** What is declared of a bond beside the general, who was merged into whom, and where the journal speaks of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // What the new columns hold of earlier bonds stands in the journal alone.
  await sql`
    truncate view_work, view_agent, view_bond, view_promise, view_calendar`.execute(db);
  await sql`delete from follower where name = 'views'`.execute(db);
  await sql`
    alter table view_bond
    add column said text not null,
    add column merged_into text,
    add column history text not null`.execute(db);
  await sql`
    create index view_bond_by_merge on view_bond (centre, merged_into)
    where merged_into is not null`.execute(db);
}
