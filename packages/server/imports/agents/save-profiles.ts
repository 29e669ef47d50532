import { type RawBuilder, sql, type Transaction } from 'kysely';
import { textArray } from '../../store/joined-texts.ts';
import type { Tables } from '../../store/tables.ts';
import type { Agent } from './known-agents.ts';

type Profile = Pick<Agent, 'externalId' | 'name' | 'teamId'> & { readonly id: string };

/** Writes the profiles of agents who have never been there. */
export async function addProfiles(
  trx: Transaction<Tables>,
  centre: string,
  agents: readonly Profile[],
): Promise<void> {
  if (agents.length > 0) await insertion(centre, agents).execute(trx);
}

/** Makes profiles what they are to be; whoever was retired is back. */
export async function saveProfiles(
  trx: Transaction<Tables>,
  centre: string,
  agents: readonly Profile[],
): Promise<void> {
  if (agents.length === 0) return;
  await sql`
    ${insertion(centre, agents)}
    on conflict (centre, agent_id) do update
      set pii_name = excluded.pii_name, team_id = excluded.team_id,
        external_id = excluded.external_id, retired_at = null`.execute(trx);
}

function insertion(centre: string, agents: readonly Profile[]): RawBuilder<unknown> {
  return sql`
    insert into agent_profile (centre, agent_id, pii_name, team_id, external_id)
    select ${centre}, given.* from unnest(
      ${textArray(agents.map(({ id }) => id))},
      ${textArray(agents.map(({ name }) => name))},
      ${textArray(agents.map(({ teamId }) => teamId))},
      ${textArray(agents.map(({ externalId }) => externalId))}
    ) as given`;
}
