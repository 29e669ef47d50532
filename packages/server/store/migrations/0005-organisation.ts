import { type Kysely, sql } from 'kysely';

/** How the company is made up, and who in it may do what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of ['division', 'site', 'team']) {
    await sql`
      create table ${sql.table(part)} (
        centre text not null,
        id text not null,
        name text not null,
        primary key (centre, id)
      )`.execute(db);
  }
  // Times and telephone numbers are written as the site's country does.
  await sql`alter table site add time_zone text not null, add region text`.execute(db);
  await sql`alter table team add division_id text, add site_id text`.execute(db);
  await sql`alter table agent_profile add team_id text`.execute(db);
  await sql`
    create table person (
      centre text not null,
      id text not null,
      user_id text,
      pii_name text not null,
      pii_email text not null,
      roles text[] not null,
      agent_id text,
      created_at timestamptz not null default now(),
      disabled_at timestamptz,
      primary key (centre, id),
      unique (centre, user_id),
      unique (centre, pii_email)
    )`.execute(db);
  // The teams that a supervisor leads.
  await sql`
    create table led_team (
      centre text not null,
      person_id text not null,
      team_id text not null,
      primary key (centre, person_id, team_id)
    )`.execute(db);
}
