import { type Kysely, sql } from 'kysely';

/** How settings stood before and after each change, and the weeks that calendars are made from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table setting_change (
      centre text not null,
      ordinal bigint not null,
      kind text not null,
      subject text not null,
      pii_before text,
      pii_after text,
      primary key (centre, ordinal)
    )`.execute(db);
  // What was before a promise is what came of its last change.
  await sql`
    create index setting_change_by_subject on setting_change (centre, kind, subject, ordinal)`.execute(
    db,
  );
  await sql`
    create table calendar_week (
      centre text not null,
      id text not null,
      week text not null,
      until_at timestamptz not null,
      primary key (centre, id)
    )`.execute(db);
}
