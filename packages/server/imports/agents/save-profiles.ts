import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import type { Agent } from './known-agents.ts';

/** Makes profiles what they are to be; whoever was retired is back. */
export async function saveProfiles(
  trx: Transaction<Tables>,
  centre: string,
  agents: readonly (Pick<Agent, 'externalId' | 'name' | 'teamId'> & { readonly id: string })[],
): Promise<void> {
  await sql`
    insert into agent_profile (centre, agent_id, pii_name, team_id, external_id)
    select ${centre}, given.* from unnest(
      ${agents.map(({ id }) => id)}::text[],
      ${agents.map(({ name }) => name)}::text[],
      ${agents.map(({ teamId }) => teamId)}::text[],
      ${agents.map(({ externalId }) => externalId)}::text[]
    ) as given
    on conflict (centre, agent_id) do update
      set pii_name = excluded.pii_name, team_id = excluded.team_id,
        external_id = excluded.external_id, retired_at = null`.execute(trx);
}
