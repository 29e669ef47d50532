import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSetUpToken } from '../people/first-administrator.ts';
import {
  type Caller,
  callerAs,
  callerWith,
  type HttpCentre,
  openHttpCentre,
  type SignedIn,
  signIn,
} from '../testing/http-centre.ts';

const PASSWORD = 'a password to begin with';

let served: HttpCentre;
let administrator: SignedIn;
let stranger: Caller;

beforeAll(async () => {
  served = await openHttpCentre();
  stranger = callerWith(served.address, undefined);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

const people = '/api/v1/people';
const ann = { piiName: 'Ann', piiEmail: 'Ann@Example.org', roles: ['agent'] };

/** What the audit says of a subject: who did what, the first first. */
async function trailOf(subject: string): Promise<readonly string[]> {
  const rows = await served.centre.database.kysely
    .selectFrom('audit_trail')
    .select(['actor', 'action'])
    .where('subject', '=', subject)
    .orderBy('ordinal')
    .execute();
  return rows.map(({ actor, action }) => `${actor} ${action}`);
}

const tokenIn = (invitation: unknown): string =>
  (invitation as { path: string }).path.replace('/invitation#', '');

const accept = async (token: string, password = PASSWORD) =>
  await stranger('POST', '/api/v1/invitations/accept', { body: { token, password } });

async function invite(piiEmail: string, roles: readonly string[] = ['agent']) {
  const body = { piiName: 'Somebody', piiEmail, roles };
  const { answer } = await administrator.caller('POST', people, { body });
  return { personId: answer['personId'] as string, token: tokenIn(answer['invitation']) };
}

async function member(piiEmail: string, roles: readonly string[] = ['agent']) {
  const { personId, token } = await invite(piiEmail, roles);
  await accept(token);
  const { cookie } = await signIn(served.address, piiEmail, PASSWORD);
  return { personId, caller: callerAs(served.address, { cookie }) };
}

test('a centre without an administrator is set up once, by the link of its last start', async () => {
  const { name, database } = served.centre;
  const made = async () => (await makeSetUpToken(database.kysely, name)) ?? '';
  const [earlier, token] = [await made(), await made()];
  const setUp = async (given: string, piiEmail = 'first@example.org') =>
    await stranger('POST', '/api/v1/set-up', {
      body: { token: given, piiName: 'First', piiEmail, password: PASSWORD },
    });
  for (const wrong of [earlier, 'x'.repeat(43)]) {
    expect(await setUp(wrong)).toMatchObject({ status: 403, answer: { type: 'token-invalid' } });
  }
  const both = await Promise.all([
    setUp(token, 'one@example.org'),
    setUp(token, 'two@example.org'),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 403]);
  const first = both.findIndex(({ status }) => status === 201);
  expect((await setUp(token)).status).toBe(403);
  expect(await made()).toBe('');
  const email = first === 0 ? 'one@example.org' : 'two@example.org';
  const { cookie, status } = await signIn(served.address, email, PASSWORD);
  expect(status).toBe(200);
  const personId = both[first]?.answer['personId'] as string;
  administrator = { personId, email, cookie, caller: callerAs(served.address, { cookie }) };
  expect(await trailOf(personId)).toEqual([`${personId} set-up`]);
});

describe('an invitation', () => {
  test('lets somebody choose his password, once, and then he signs in', async () => {
    const invited = await administrator.caller('POST', people, { body: ann, key: 'ann' });
    const { personId, invitation } = invited.answer as {
      personId: string;
      invitation: { path: string; expiresAt: number };
    };
    expect(invited.status).toBe(201);
    expect(invitation.path).toMatch(/^\/invitation#[\w-]{43}$/);
    const days = (invitation.expiresAt - Date.now()) / 86_400_000;
    expect([days > 6.9, days <= 7]).toEqual([true, true]);
    const statusOf = async () =>
      (await administrator.caller('GET', `${people}/${personId}`)).answer['status'];
    expect(await statusOf()).toBe('invited');
    expect((await signIn(served.address, ann.piiEmail, PASSWORD)).status).toBe(401);
    const token = tokenIn(invitation);
    for (const password of [
      'ann@example.org',
      'A N N @example.org',
      'too short',
      'x'.repeat(129),
    ]) {
      const { status, answer } = await accept(token, password);
      expect([status, answer['field']]).toEqual([400, 'password']);
    }
    const both = await Promise.all([accept(token), accept(token)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 403]);
    expect((await accept(token)).status).toBe(403);
    expect(await statusOf()).toBe('active');
    expect((await signIn(served.address, 'ann@example.org', PASSWORD)).status).toBe(200);
    const renewed = await administrator.caller('POST', `${people}/${personId}/invitation`);
    expect([renewed.status, renewed.answer['type']]).toEqual([409, 'invitation-accepted']);
    expect(await trailOf(personId)).toEqual([
      `${administrator.personId} invite-person`,
      `${personId} accept-invitation`,
    ]);
  });

  test('asked for again under its key is the same one, until it is taken or replaced', async () => {
    const body = { piiName: 'Bea', piiEmail: 'bea@example.org', roles: ['staff'] };
    const first = await administrator.caller('POST', people, { body, key: 'bea' });
    const again = await administrator.caller('POST', people, { body, key: 'bea' });
    expect(again).toEqual(first);
    const other = { body: { ...body, roles: ['agent'] }, key: 'bea' };
    expect((await administrator.caller('POST', people, other)).status).toBe(422);
    expect((await accept(tokenIn(first.answer['invitation']))).status).toBe(200);
    const late = await administrator.caller('POST', people, { body, key: 'bea' });
    expect(late).toEqual({ status: 201, answer: { personId: first.answer['personId'] } });
  });

  test('renewed twice under one key is one new link, which a later one voids for good', async () => {
    const { personId, token } = await invite('fay@example.org');
    const path = `${people}/${personId}/invitation`;
    const renew = async (key: string) => await administrator.caller('POST', path, { key });
    const first = await renew('fay');
    expect(tokenIn(first.answer)).not.toBe(token);
    expect(await renew('fay')).toEqual(first);
    expect(await trailOf(personId)).toHaveLength(2);
    const second = await renew('fay again');
    const late = await renew('fay');
    expect(new Set([first, second, late].map(({ answer }) => tokenIn(answer))).size).toBe(3);
    expect((await accept(tokenIn(first.answer))).status).toBe(403);
    expect((await accept(tokenIn(late.answer))).status).toBe(200);
  });

  test('is void when there is a newer one, when it is old, and for whoever is disabled', async () => {
    const { personId, token } = await invite('cy@example.org');
    const renewed = await administrator.caller('POST', `${people}/${personId}/invitation`);
    expect((await accept(token)).status).toBe(403);
    const { kysely: db } = served.centre.database;
    await db
      .updateTable('invitation')
      .set({ expires_at: new Date(Date.now() - 1) })
      .where('person_id', '=', personId)
      .execute();
    expect((await accept(tokenIn(renewed.answer))).status).toBe(403);
    const third = await administrator.caller('POST', `${people}/${personId}/invitation`);
    await administrator.caller('POST', `${people}/${personId}/disable`);
    expect((await accept(tokenIn(third.answer))).status).toBe(403);
  });

  test.each([
    ['an address that somebody has', { ...ann, piiEmail: 'aNN@example.org' }, 409, undefined],
    ['an agent who is not there', { ...ann, piiEmail: 'd@d', agentId: 'agent_9' }, 400, 'agentId'],
    ['a team that is not there', { ...ann, piiEmail: 'd@d', ledTeamIds: ['x'] }, 400, 'ledTeamIds'],
    ['no role', { ...ann, piiEmail: 'd@d', roles: [] }, 400, 'roles'],
    ['a role that is none', { ...ann, piiEmail: 'd@d', roles: ['king'] }, 400, 'roles.0'],
    ['no address', { ...ann, piiEmail: 'd' }, 400, 'piiEmail'],
  ])('is not made for %s', async (_what, body, expected, field) => {
    const { status, answer } = await administrator.caller('POST', people, { body });
    expect([status, answer['field']]).toEqual([expected, field]);
  });
});

describe('a change', () => {
  test('of roles, agent and teams holds for the sessions that run', async () => {
    const { personId, caller } = await member('dan@example.org');
    expect((await caller('GET', people)).status).toBe(403);
    await administrator.caller('PUT', '/api/v1/teams/north', { body: { name: 'North' } });
    const agent = { piiName: 'Dan', skills: [] };
    const { answer } = await administrator.caller('POST', '/api/v1/agents', { body: agent });
    const details = {
      piiName: 'Dan',
      piiEmail: 'dan@example.org',
      roles: ['supervisor'],
      agentId: answer['agentId'] as string,
      ledTeamIds: ['north'],
    };
    const changed = await administrator.caller('PUT', `${people}/${personId}`, { body: details });
    expect(changed.status).toBe(200);
    expect((await caller('GET', people)).status).toBe(200);
    expect((await caller('GET', `${people}/${personId}`)).answer).toEqual({
      personId,
      ...details,
      status: 'active',
    });
    const taken = await administrator.caller('POST', people, {
      body: { ...ann, piiEmail: 'e@e', agentId: details.agentId },
    });
    expect([taken.status, taken.answer['type']]).toEqual([409, 'agent-taken']);
    expect((await trailOf(personId)).at(-1)).toBe(`${administrator.personId} change-person`);
  });

  test('that disables somebody ends his sessions at once, until he is enabled and signs in', async () => {
    const { personId, caller } = await member('eve@example.org');
    expect((await caller('GET', '/api/v1/me')).status).toBe(200);
    await administrator.caller('POST', `${people}/${personId}/disable`);
    expect((await caller('GET', '/api/v1/me')).status).toBe(401);
    expect((await signIn(served.address, 'eve@example.org', PASSWORD)).status).toBe(401);
    await administrator.caller('POST', `${people}/${personId}/enable`);
    expect((await caller('GET', '/api/v1/me')).status).toBe(401);
    expect((await signIn(served.address, 'eve@example.org', PASSWORD)).status).toBe(200);
  });

  test('leaves the centre an administrator, whoever asks, also when two ask at once', async () => {
    const self = `${people}/${administrator.personId}`;
    const { caller } = administrator;
    const yourself = await caller('POST', `${self}/disable`);
    expect([yourself.status, yourself.answer['type']]).toEqual([409, 'yourself']);
    const stripped = { piiName: 'First', piiEmail: administrator.email, roles: ['agent'] };
    const last = await caller('PUT', self, { body: stripped });
    expect([last.status, last.answer['type']]).toEqual([409, 'last-administrator']);

    // One who has not accepted yet is no administrator who could help.
    await invite('never@example.org', ['administrator']);
    expect((await caller('PUT', self, { body: stripped })).status).toBe(409);

    const second = await member('second@example.org', ['administrator']);
    const outcomes = await Promise.all([
      caller('POST', `${people}/${second.personId}/disable`),
      second.caller('POST', `${self}/disable`),
    ]);
    const left = outcomes.filter(({ status }) => status === 200);
    expect(left).toHaveLength(1);
  });
});

describe('a key', () => {
  test('makes no administrator, and touches none', async () => {
    const key = await served.callerWith(SCOPES);
    const body = { piiName: 'Key', piiEmail: 'key@example.org', roles: ['administrator'] };
    const made = await key('POST', people, { body });
    expect([made.status, made.answer['type']]).toEqual([403, 'administrator-only']);
    const self = `${people}/${administrator.personId}`;
    expect((await key('POST', `${self}/disable`)).status).toBe(403);
    expect((await key('PUT', self, { body: { ...body, roles: ['agent'] } })).status).toBe(403);
    const staff = await key('POST', people, { body: { ...body, roles: ['staff'] } });
    expect(staff.status).toBe(201);
    const raised = { body };
    const path = `${people}/${staff.answer['personId'] as string}`;
    expect((await key('PUT', path, raised)).status).toBe(403);
  });

  test('is made once, shown once, listed without its secret, and ended at once', async () => {
    const key = await served.callerWith(SCOPES);
    const body = { name: 'till', scopes: ['work:read'] };
    const made = await key('POST', '/api/v1/keys', { body, key: 'till' });
    const { keyId, secret } = made.answer as { keyId: string; secret: string };
    expect([made.status, secret]).toEqual([201, expect.stringMatching(/^rapport_[\w-]{43}$/)]);
    const again = await key('POST', '/api/v1/keys', { body, key: 'till' });
    expect(again).toEqual({ status: 201, answer: { keyId } });
    const other = { body: { ...body, name: 'other' }, key: 'till' };
    expect((await key('POST', '/api/v1/keys', other)).status).toBe(422);
    const listed = await key('GET', '/api/v1/keys?limit=200');
    expect(JSON.stringify(listed.answer)).not.toContain(secret);
    const items = listed.answer['items'] as readonly { keyId: string }[];
    expect(items.find((item) => item.keyId === keyId)).toMatchObject({ keyId, ...body });
    const till = callerWith(served.address, secret);
    expect((await till('GET', '/api/v1/work')).status).toBe(200);
    expect((await key('DELETE', `/api/v1/keys/${keyId}`)).status).toBe(200);
    expect((await till('GET', '/api/v1/work')).status).toBe(401);
    expect((await key('DELETE', `/api/v1/keys/${keyId}`)).status).toBe(404);
    expect((await trailOf(keyId)).map((entry) => entry.split(' ').at(-1))).toEqual([
      'create-key',
      'revoke-key',
    ]);
  });

  test('that acts as an agent makes only such as act as the same', async () => {
    const db = served.centre.database.kysely;
    // The test above leaves one of two administrators one, and nobody knows which.
    const maker = await served.callerWith(['agents:write']);
    const { answer } = await maker('POST', '/api/v1/agents', {
      body: { piiName: 'Gus', skills: [] },
    });
    const gus = answer['agentId'] as string;
    const key = await served.callerWith(['keys:write', 'interactions:read'], gus);
    const make = async (agentId?: string) =>
      await key('POST', '/api/v1/keys', {
        body: { name: 'x', scopes: ['interactions:read'], ...(agentId && { agentId }) },
      });
    // One without an agent would read everybody's conversations.
    expect((await make()).status).toBe(403);
    expect((await make('agent_1')).status).toBe(403);
    const made = await make(gus);
    expect(made.status).toBe(201);
    const kept = await db
      .selectFrom('api_key')
      .select('agent_id')
      .where('id', '=', made.answer['keyId'] as string)
      .executeTakeFirst();
    expect(kept?.agent_id).toBe(gus);
  });

  test('makes none that may do more than itself, or that acts as nobody', async () => {
    const key = await served.callerWith(['keys:write', 'work:read']);
    const beyond = { body: { name: 'x', scopes: ['work:read', 'people:write'] } };
    expect((await key('POST', '/api/v1/keys', beyond)).status).toBe(403);
    const nobody = { body: { name: 'x', scopes: ['work:read'], agentId: 'agent_9' } };
    const { status, answer } = await key('POST', '/api/v1/keys', nobody);
    expect([status, answer['field']]).toEqual([400, 'agentId']);
  });
});
