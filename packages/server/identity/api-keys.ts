import { hash, randomBytes } from 'node:crypto';
import { type AgentId, asId } from '@rapport/core';
import { type Scope, SCOPES } from '@rapport/protocol';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { ApiKeyTable, Tables } from '../store/tables.ts';
import { mintUuid } from './mint-id.ts';
import type { Principal } from './principal.ts';

const SECRET_BYTES = 32;
/** How long a key that was revoked may still work. */
const REVOCATION_MS = 5_000;
const CACHED_MAX = 10_000;

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
  const secret = `rapport_${randomBytes(SECRET_BYTES).toString('base64url')}`;
  await db
    .insertInto('api_key')
    .values({
      id,
      centre,
      name,
      secret_hash: hashOf(secret),
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

/** Finds out whose key a secret is. */
export type FindPrincipal = (secret: string) => Promise<Principal | undefined>;

/** Looks keys of a centre up, and remembers for a moment what it found. */
export function apiKeyFinder(db: Kysely<Tables>, centre: string): FindPrincipal {
  const cached = new Map<string, { readonly principal: Principal; readonly until: number }>();
  return async (secret) => {
    const secretHash = hashOf(secret);
    const known = cached.get(secretHash);
    if (known !== undefined && known.until > Date.now()) return known.principal;
    cached.delete(secretHash);
    const principal = await find(db, centre, secretHash);
    if (principal === undefined) return undefined;
    if (cached.size >= CACHED_MAX) cached.clear();
    cached.set(secretHash, { principal, until: Date.now() + REVOCATION_MS });
    return principal;
  };
}

/** Of these keys of a centre, what they may do now, by id; those that were revoked are left out. */
export async function keysInForce(
  db: Kysely<Tables>,
  centre: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Principal>> {
  const rows = await db
    .selectFrom('api_key')
    .select(['id', 'scopes', 'agent_id'])
    .where('centre', '=', centre)
    .where('id', '=', sql<string>`any(${[...ids]})`)
    .where('revoked_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id, principalOf(centre, row)]));
}

async function find(
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
  return row && principalOf(centre, row);
}

function principalOf(
  centre: string,
  row: Pick<Selectable<ApiKeyTable>, 'id' | 'scopes' | 'agent_id'>,
): Principal {
  return {
    id: row.id,
    kind: 'key',
    centre,
    roles: [],
    teamIds: [],
    scopes: SCOPES.filter((scope) => row.scopes.includes(scope)),
    agentId: row.agent_id === null ? undefined : asId<'agent'>(row.agent_id),
  };
}

/** A secret is 256 bits of chance, so that one round of SHA-256 is as good as any slow hash. */
function hashOf(secret: string): string {
  return hash('sha256', secret, 'base64url');
}
