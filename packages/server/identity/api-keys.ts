import { type AgentId, asId } from '@rapport/core';
import { type Scope, SCOPES } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { mintUuid } from './mint-id.ts';
import type { Principal } from './principal.ts';
import { mintToken, tokenHash } from './secret-token.ts';

export interface NewApiKey {
  readonly centre: string;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly agentId?: AgentId;
}

/** Makes a key and returns it with its secret, which can be read nowhere afterwards. */
export async function createApiKey(
  db: Kysely<Tables>,
  { centre, name, scopes, agentId }: NewApiKey,
): Promise<{ readonly id: string; readonly secret: string }> {
  const id = `key_${mintUuid()}`;
  const secret = `rapport_${mintToken()}`;
  await db
    .insertInto('api_key')
    .values({
      id,
      centre,
      name,
      secret_hash: tokenHash(secret),
      scopes: [...scopes],
      agent_id: agentId ?? null,
    })
    .execute();
  return { id, secret };
}

/** Ends a key; within five seconds nobody gets in with it. Returns whether there was such a key. */
export async function revokeApiKey(
  db: Kysely<Tables>,
  centre: string,
  id: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('api_key')
    .set({ revoked_at: new Date() })
    .where('centre', '=', centre)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whose key it is that has this hash, if it is in force. */
export async function findKeyHolder(
  db: Kysely<Tables>,
  centre: string,
  secretHash: string,
): Promise<Principal | undefined> {
  const row = await db
    .selectFrom('api_key')
    .select(['id', 'scopes', 'agent_id'])
    .where('secret_hash', '=', secretHash)
    .where('centre', '=', centre)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      kind: 'key',
      centre,
      roles: [],
      teamIds: [],
      scopes: SCOPES.filter((scope) => row.scopes.includes(scope)),
      agentId: row.agent_id === null ? undefined : asId<'agent'>(row.agent_id),
    }
  );
}
