import { type Kysely, sql } from 'kysely';

/** What is planned of agents' days, and who is away. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table view_agent
    add column duty_intervals text not null default '[]',
    add column break_intervals text not null default '[]',
    add column wind_down text,
    add column absent_until bigint,
    add column deputy_id text`.execute(db);
}
