import { asId } from '@rapport/core';
import { ROLES } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { anyOf } from '../../store/any-of.ts';
import type { Tables } from '../../store/tables.ts';
import type { Principal } from '../principal.ts';

/**
 * Whose sessions they are that have these hashes, by hash: people of this centre who are not disabled.
 * Somebody who belongs to another centre of the database is nobody here.
 */
export async function findSessionHolders(
  db: Kysely<Tables>,
  centre: string,
  tokenHashes: readonly string[],
): Promise<ReadonlyMap<string, Principal>> {
  const rows = await db
    .selectFrom('auth_session as s')
    .innerJoin('person as p', 'p.user_id', 's.user_id')
    .select(['s.token_hash', 'p.id', 'p.roles', 'p.agent_id'])
    .select((build) =>
      build
        .selectFrom('led_team as l')
        .select(sql<string[] | null>`array_agg(l.team_id)`.as('ids'))
        .whereRef('l.centre', '=', 'p.centre')
        .whereRef('l.person_id', '=', 'p.id')
        .as('led_team_ids'),
    )
    .where('s.token_hash', '=', anyOf(tokenHashes))
    .where('s.expires_at', '>', new Date())
    .where('p.centre', '=', centre)
    .where('p.disabled_at', 'is', null)
    .execute();
  return new Map(
    rows.map((row) => [
      row.token_hash,
      {
        id: row.id,
        kind: 'person',
        centre,
        roles: ROLES.filter((role) => row.roles.includes(role)),
        scopes: [],
        agentId: row.agent_id === null ? undefined : asId<'agent'>(row.agent_id),
        teamIds: row.led_team_ids ?? [],
      },
    ]),
  );
}
