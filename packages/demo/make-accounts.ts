import { createClient } from '@rapport/protocol';
import { type Centre, createApiKey, makeSetUpToken, revokeApiKey } from '@rapport/server';
import { DEMO_PASSWORD, READY_ACCOUNTS } from './organisation/accounts.ts';
import { AGENTS } from './organisation/agents.ts';
import { COMPANY } from './organisation/company.ts';
import { ENTRANCES } from './organisation/entrances.ts';

/**
 * Lets the people of a new demo sign in, by the ways in which people are let in: the administrator by
 * the link of the start, everybody else by an invitation.
 */
export async function makeAccounts(centre: Centre, address: string): Promise<void> {
  const db = centre.database.kysely;
  const anybody = createClient({ baseUrl: address });
  const token = await makeSetUpToken(db, centre.name);
  const administrator = READY_ACCOUNTS.find(({ role }) => role === 'administrator');
  if (token !== undefined && administrator !== undefined) {
    const { name: piiName, email: piiEmail } = administrator;
    const body = { token, piiName, piiEmail, password: DEMO_PASSWORD };
    insist(await anybody.POST('/api/v1/set-up', { body }));
  }
  const name = 'Demo: invitations';
  const key = await createApiKey(db, { centre: centre.name, name, scopes: ['people:write'] });
  const invited = createClient({ baseUrl: address, key: key.secret });
  const personIds = new Set([
    ...READY_ACCOUNTS.filter(({ role }) => role !== 'administrator').map((who) => who.personId),
    ...AGENTS.map(({ personId }) => personId),
  ]);
  for (const personId of personIds) {
    const params = { path: { personId } };
    const answer = await invited.POST('/api/v1/people/{personId}/invitation', { params });
    const { path } = insist(answer);
    const body = { token: path.slice(path.indexOf('#') + 1), password: DEMO_PASSWORD };
    insist(await anybody.POST('/api/v1/invitations/accept', { body }));
  }
  await revokeApiKey(db, centre.name, key.id);
}

/** Gives the centre the company's name, and opens the ways by which customers come in by themselves. */
export async function setUpCompany(centre: Centre, address: string): Promise<void> {
  const db = centre.database.kysely;
  const scopes = ['organisation:write'] as const;
  const key = await createApiKey(db, { centre: centre.name, name: 'Demo: set-up', scopes });
  const api = createClient({ baseUrl: address, key: key.secret });
  insist(await api.PUT('/api/v1/settings', { body: { name: COMPANY } }));
  for (const { entryId, terms: body } of ENTRANCES) {
    const params = { path: { entryId } };
    insist(await api.PUT('/api/v1/entry-points/{entryId}', { params, body }));
  }
  await revokeApiKey(db, centre.name, key.id);
}

function insist<Data>({ data, error }: { readonly data?: Data; readonly error?: unknown }): Data {
  if (data === undefined) throw new Error(`the demo was refused: ${JSON.stringify(error)}`);
  return data;
}
