import { asId } from '@rapport/core';
import { ROLES } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import type { Principal } from '../principal.ts';

/**
 * Whose session it is that has this hash: a person of this centre who is not disabled. Somebody who
 * belongs to another centre of the database is nobody here.
 */
export async function findSessionHolder(
  db: Kysely<Tables>,
  centre: string,
  tokenHash: string,
): Promise<Principal | undefined> {
  const row = await db
    .selectFrom('auth_session as s')
    .innerJoin('person as p', 'p.user_id', 's.user_id')
    .select(['p.id', 'p.roles', 'p.agent_id'])
    .select((build) =>
      build
        .selectFrom('led_team as l')
        .select(sql<string[] | null>`array_agg(l.team_id)`.as('ids'))
        .whereRef('l.centre', '=', 'p.centre')
        .whereRef('l.person_id', '=', 'p.id')
        .as('led_team_ids'),
    )
    .where('s.token_hash', '=', tokenHash)
    .where('s.expires_at', '>', new Date())
    .where('p.centre', '=', centre)
    .where('p.disabled_at', 'is', null)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      kind: 'person',
      centre,
      roles: ROLES.filter((role) => row.roles.includes(role)),
      scopes: [],
      agentId: row.agent_id === null ? undefined : asId<'agent'>(row.agent_id),
      teamIds: row.led_team_ids ?? [],
    }
  );
}
