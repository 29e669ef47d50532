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
  return { personId, cookie, caller: callerAs(served.address, { cookie }) };
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
    // Whoever was quicker goes on.
    if (outcomes[0].status !== 200) administrator = { ...second, email: 'second@example.org' };
  });
});

describe('a forgotten password', () => {
  const reset = async (personId: string, key?: string) =>
    await administrator.caller('POST', `${people}/${personId}/password-reset`, key ? { key } : {});
  const resetToken = (answer: unknown): string =>
    (answer as { path: string }).path.replace('/password#', '');
  const choose = async (token: string, password: string) =>
    await stranger('POST', '/api/v1/password-resets/accept', { body: { token, password } });

  test('is replaced by a link, once, which ends all sessions and forgives what failed', async () => {
    const { personId, caller } = await member('gus@example.org');
    const asked = await reset(personId, 'gus');
    expect(asked).toMatchObject({
      status: 201,
      answer: { path: expect.stringMatching(/^\/password#[\w-]{43}$/u) as string },
    });
    expect(await reset(personId, 'gus')).toEqual(asked);
    const hours = (Number(asked.answer['expiresAt']) - Date.now()) / 3_600_000;
    expect(Math.abs(hours - 24)).toBeLessThan(0.1);
    // Until it is used, nothing has changed.
    expect((await caller('GET', '/api/v1/me')).status).toBe(200);
    const gus = (password: string) => signIn(served.address, 'gus@example.org', password);
    for (let tries = 0; tries < 6; tries++) await gus('wrong');
    expect((await gus(PASSWORD)).status).toBe(429);
    const token = resetToken(asked.answer);
    expect((await accept(token)).status).toBe(403);
    expect((await choose(token, 'gus@example.org')).answer['field']).toBe('password');
    const both = await Promise.all([
      choose(token, 'another one'.repeat(2)),
      choose(token, 'x'.repeat(12)),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 403]);
    expect((await caller('GET', '/api/v1/me')).status).toBe(401);
    const chosen = both[0].status === 200 ? 'another one'.repeat(2) : 'x'.repeat(12);
    expect([await gus(chosen), await gus(PASSWORD)]).toMatchObject([
      { status: 200 },
      { status: 401 },
    ]);
    expect(await reset(personId, 'gus')).toEqual(asked);
    expect((await choose(token, 'yet another one')).status).toBe(403);
    expect((await trailOf(personId)).slice(2)).toEqual([
      `${administrator.personId} start-password-reset`,
      `${personId} reset-password`,
    ]);
  });

  test('keeps its newer link when an older request comes again', async () => {
    const { personId } = await member('una@example.org');
    expect((await reset(personId, 'una-1')).status).toBe(201);
    const newer = await reset(personId, 'una-2');
    const late = await reset(personId, 'una-1');
    expect([late.status, late.answer['type']]).toEqual([409, 'link-replaced']);
    expect(await reset(personId, 'una-2')).toEqual(newer);
    expect((await choose(resetToken(newer.answer), 'a new one for una')).status).toBe(200);
  });

  test('waits no longer than a day, and for nobody who is let in no more or knows it again', async () => {
    const { personId, caller } = await member('ivy@example.org');
    const late = resetToken((await reset(personId)).answer);
    await served.centre.database.kysely
      .updateTable('invitation')
      .set({ expires_at: new Date() })
      .where('person_id', '=', personId)
      .execute();
    expect((await choose(late, 'another password')).status).toBe(403);
    const known = resetToken((await reset(personId)).answer);
    const body = { password: PASSWORD, newPassword: 'one that she chose' };
    expect((await caller('PUT', '/api/v1/me/password', { body })).status).toBe(200);
    expect((await choose(known, 'another password')).status).toBe(403);
    const again = await reset(personId, 'ivy');
    const back = { password: 'one that she chose', newPassword: PASSWORD };
    await caller('PUT', '/api/v1/me/password', { body: back });
    expect(await reset(personId, 'ivy')).toEqual(again);
    expect((await choose(resetToken(again.answer), 'another password')).status).toBe(403);
    const ended = resetToken((await reset(personId)).answer);
    await administrator.caller('POST', `${people}/${personId}/disable`);
    expect((await choose(ended, 'another password')).status).toBe(403);
    expect((await reset(personId)).answer['type']).toBe('person-disabled');
  });

  test('is nobody’s own affair, nor a key’s, nor that of somebody who has none yet', async () => {
    expect((await reset(administrator.personId)).answer['type']).toBe('own-password');
    const { personId } = await invite('jan@example.org');
    expect((await reset(personId)).answer['type']).toBe('invitation-open');
    const key = await served.callerWith(SCOPES);
    const { status } = await key('POST', `${people}/${personId}/password-reset`);
    expect(status).toBe(403);
    expect((await reset('person_nobody')).status).toBe(404);
  });
});
