import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { peopleRows } from './list-people.ts';

/** How a person stands, in the fields of the API; null when there is none. */
export async function personState(
  db: Kysely<Tables>,
  centre: string,
  personId: string,
): Promise<object | null> {
  const row = await peopleRows(db, centre).where('p.id', '=', personId).executeTakeFirst();
  if (row === undefined) return null;
  return {
    piiName: row.pii_name,
    piiEmail: row.pii_email,
    roles: row.roles,
    ...(row.agent_id !== null && { agentId: row.agent_id }),
    ledTeamIds: row.led_team_ids ?? [],
    isDisabled: row.disabled_at !== null,
  };
}
