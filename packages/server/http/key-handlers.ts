import { asId } from '@rapport/core';
import { type Scope, SCOPES } from '@rapport/protocol';
import { isAgent } from '../agents/is-agent.ts';
import { createAskedKey, keysInForce, revokeApiKey } from '../identity/api-keys.ts';
import { pageOf, readCursor } from './pages.ts';
import { fieldProblem } from './problems.ts';
import { answer, forbidden, type Handler, notFound } from './respond.ts';

export const listKeys: Handler<'listKeys'> = async ({ query }, { db, centre }) => {
  const { limit = 50 } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  const rows = await keysInForce(db, centre)
    .where('id', '>', cursor.answer?.id ?? '')
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const keys = rows.map((row) => ({
    keyId: row.id,
    name: row.name,
    scopes: SCOPES.filter((scope) => row.scopes.includes(scope)),
    ...(row.agent_id !== null && { agentId: row.agent_id }),
    createdAt: row.created_at.getTime(),
  }));
  return answer(pageOf(keys, limit, ({ keyId: id }) => ({ key: 0, id })));
};

export const createKey: Handler<'createKey'> = async ({ body, principal, commandId }, rooms) => {
  const { db, centre, identity } = rooms;
  const { name, scopes, agentId } = body;
  const beyond = principal.kind === 'key' ? excess(scopes, principal.scopes) : undefined;
  if (beyond !== undefined) {
    return forbidden(`A key makes none that may do more than itself; it lacks ${beyond}.`);
  }
  if (
    principal.kind === 'key' &&
    principal.agentId !== undefined &&
    principal.agentId !== agentId
  ) {
    return forbidden('A key that acts as an agent makes only such as act as the same.');
  }
  if (agentId !== undefined && !(await isAgent(db, centre, agentId))) {
    return fieldProblem('agentId', 'an agent of this centre');
  }
  const made = await createAskedKey(
    db,
    { centre, name, scopes, ...(agentId !== undefined && { agentId: asId<'agent'>(agentId) }) },
    { commandId, actor: principal.id, requestHash: identity.requestHash(body) },
  );
  return answer({ keyId: made.id, ...(made.secret !== undefined && { secret: made.secret }) });
};

export const revokeKey: Handler<'revokeKey'> = async (
  { params: { keyId }, principal },
  { db, centre, identity },
) => {
  const isRevoked = await revokeApiKey(db, centre, keyId, principal.id);
  identity.forget();
  return isRevoked ? answer({}) : notFound(`key ${keyId} in force`);
};

function excess(asked: readonly Scope[], own: readonly Scope[]): Scope | undefined {
  return asked.find((scope) => !own.includes(scope));
}
