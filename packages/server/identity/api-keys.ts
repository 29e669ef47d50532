import { type AgentId, asId } from '@rapport/core';
import { type Scope, SCOPES } from '@rapport/protocol';
import type { Kysely, Selectable } from 'kysely';
import { CommandIdReused } from '../host/host-faults.ts';
import { anyOf } from '../store/any-of.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import type { ApiKeyTable, Tables } from '../store/tables.ts';
import { createdId, mintUuid } from './mint-id.ts';
import { COMMAND_LINE, type Principal } from './principal.ts';
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
  key: NewApiKey,
): Promise<{ readonly id: string; readonly secret: string }> {
  const id = `key_${mintUuid()}`;
  const secret = await insertKey(db, key, { id, actor: COMMAND_LINE, requestHash: null });
  if (secret === undefined) throw new Error(`the key ${id} was there before it was made`);
  return { id, secret };
}

/**
 * Makes a key that somebody asked for over the API. Asked again by the same command, it is the same
 * key, and its secret is not shown again.
 *
 * @throws {CommandIdReused} the command asked for something else before.
 */
export async function createAskedKey(
  db: Kysely<Tables>,
  key: NewApiKey,
  asked: { readonly commandId: string; readonly actor: string; readonly requestHash: string },
): Promise<{ readonly id: string; readonly secret?: string }> {
  const { commandId, requestHash } = asked;
  const id = createdId('key', commandId);
  const secret = await insertKey(db, key, { ...asked, id });
  if (secret !== undefined) return { id, secret };
  const known = await db
    .selectFrom('api_key')
    .select('request_hash')
    .where('id', '=', id)
    .executeTakeFirst();
  if (known?.request_hash !== requestHash) throw new CommandIdReused(commandId);
  return { id };
}

/** Ends a key; within five seconds nobody gets in with it. Returns whether there was such a key. */
export async function revokeApiKey(
  db: Kysely<Tables>,
  centre: string,
  id: string,
  actor: string = COMMAND_LINE,
): Promise<boolean> {
  return await db.transaction().execute(async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable('api_key')
      .set({ revoked_at: new Date() })
      .where('centre', '=', centre)
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await writeAuditEntry(trx, { centre, actor, action: 'revoke-key', subject: id });
    return true;
  });
}

/** The keys in force. */
export function keysInForce(db: Kysely<Tables>, centre: string) {
  return db
    .selectFrom('api_key')
    .select(['id', 'name', 'scopes', 'agent_id', 'created_at'])
    .where('centre', '=', centre)
    .where('revoked_at', 'is', null);
}

/** Whose keys they are that have these hashes, by hash, as far as they are in force. */
export async function findKeyHolders(
  db: Kysely<Tables>,
  centre: string,
  secretHashes: readonly string[],
): Promise<ReadonlyMap<string, Principal>> {
  const rows = await db
    .selectFrom('api_key')
    .select(['id', 'secret_hash', 'scopes', 'agent_id'])
    .where('secret_hash', '=', anyOf(secretHashes))
    .where('centre', '=', centre)
    .where('revoked_at', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.secret_hash, principalOf(centre, row)]));
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

/** Returns the secret; undefined where there is a key of this id. */
async function insertKey(
  db: Kysely<Tables>,
  { centre, name, scopes, agentId }: NewApiKey,
  { id, actor, requestHash }: { id: string; actor: string; requestHash: string | null },
): Promise<string | undefined> {
  const secret = `rapport_${mintToken()}`;
  return await db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows = 0n } = await trx
      .insertInto('api_key')
      .values({
        id,
        centre,
        name,
        secret_hash: tokenHash(secret),
        scopes: [...scopes],
        agent_id: agentId ?? null,
        request_hash: requestHash,
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return undefined;
    await writeAuditEntry(trx, { centre, actor, action: 'create-key', subject: id });
    return secret;
  });
}
