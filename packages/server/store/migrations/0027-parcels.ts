import { type Kysely, sql } from 'kysely';

/** Several commands in one row of the outbox; agents of no team are no part of the index of teams. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table outbox add command_count integer not null default 1`.execute(db);
  await sql`drop index agent_profile_by_team`.execute(db);
  await sql`
    create index agent_profile_by_team on agent_profile (centre, team_id)
    where team_id is not null`.execute(db);
}
