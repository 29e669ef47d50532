import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Caller,
  callerAs,
  cookieOf,
  type HttpCentre,
  openHttpCentre,
  signIn,
} from '../testing/http-centre.ts';
import { createTestPerson, TEST_PASSWORD } from '../testing/test-person.ts';

let served: HttpCentre;

beforeAll(async () => {
  served = await openHttpCentre();
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

const me = async (caller: Caller) => await caller('GET', '/api/v1/me');

/** Posts as a browser on our pages does, and shows all of the answer. */
async function post(path: string, body: object, cookie?: string): Promise<Response> {
  return await fetch(`${served.address}/api/v1/${path}`, {
    method: 'POST',
    headers: {
      origin: served.address,
      'content-type': 'application/json',
      ...(cookie !== undefined && { cookie }),
    },
    body: JSON.stringify(body),
  });
}

describe('signing in', () => {
  test('says who somebody is, and signing out ends it at once', async () => {
    const { personId, email, cookie, caller } = await served.signedInAs(['agent', 'supervisor'], {
      agentId: 'agent_1',
      ledTeamIds: ['north'],
    });
    const other = callerAs(served.address, {
      cookie: (await signIn(served.address, email)).cookie,
    });
    expect(await me(caller)).toEqual({
      status: 200,
      answer: {
        personId,
        piiName: 'Somebody',
        piiEmail: email,
        roles: ['agent', 'supervisor'],
        agentId: 'agent_1',
        ledTeamIds: ['north'],
        hasSecondFactor: false,
      },
    });
    expect((await caller('DELETE', '/api/v1/session')).status).toBe(200);
    expect((await me(callerAs(served.address, { cookie }))).status).toBe(401);
    expect((await me(other)).status).toBe(200);
  });

  test('gives a cookie that no script reads and no other site sends', async () => {
    const { email } = await createTestPerson(served.centre, { roles: ['agent'] });
    const response = await post('session', {
      piiEmail: ` ${email.toUpperCase()}`.trim(),
      password: TEST_PASSWORD,
    });
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^rapport-main\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/,
      ),
    ]);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('{"isSecondFactorNeeded":false}');
  });

  test('behind HTTPS, the cookie travels over HTTPS alone, and is ours alone', async () => {
    const origin = 'https://desk.example.org';
    await using place = await openHttpCentre({ environment: { RAPPORT_PUBLIC_URL: origin } });
    const { email } = await createTestPerson(place.centre, { roles: ['agent'] });
    const sent = async (from: string) =>
      await fetch(`${place.address}/api/v1/session`, {
        method: 'POST',
        headers: { origin: from, 'content-type': 'application/json' },
        body: JSON.stringify({ piiEmail: email, password: TEST_PASSWORD }),
      });
    expect((await sent(place.address)).status).toBe(403);
    const response = await sent(origin);
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(
        /^__Host-rapport-main\.session_token=[^;]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      ),
    ]);
    const cookie = cookieOf(response);
    expect((await me(callerAs(place.address, { cookie }))).status).toBe(200);
    const out = await callerAs(place.address, { cookie, origin })('DELETE', '/api/v1/session');
    expect(out.status).toBe(200);
    expect((await me(callerAs(place.address, { cookie }))).status).toBe(401);
  });

  test('says the same of a wrong password, an unknown address, and whoever may not sign in', async () => {
    const { email, personId } = await createTestPerson(served.centre, { roles: ['agent'] });
    const disabled = await createTestPerson(served.centre, { roles: ['agent'] });
    const elsewhere = { roles: ['agent'], centreName: 'another' } as const;
    const foreign = await createTestPerson(served.centre, elsewhere);
    await served.centre.database.kysely
      .updateTable('person')
      .set({ disabled_at: new Date() })
      .where('id', '=', disabled.personId)
      .execute();
    const answers = await Promise.all(
      [
        { piiEmail: email, password: 'wrong' },
        { piiEmail: 'nobody@example.org', password: TEST_PASSWORD },
        { piiEmail: disabled.email, password: TEST_PASSWORD },
        { piiEmail: foreign.email, password: TEST_PASSWORD },
      ].map(async (body) => {
        const response = await post('session', body);
        return [response.status, response.headers.getSetCookie(), await response.text()];
      }),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.[0]).toBe(401);
    expect(personId).not.toBe('');
  });

  test('takes JSON alone, and nothing from another site', async () => {
    const { email } = await createTestPerson(served.centre, { roles: ['agent'] });
    const body = JSON.stringify({ piiEmail: email, password: TEST_PASSWORD });
    const send = async (headers: Record<string, string>) =>
      (await fetch(`${served.address}/api/v1/session`, { method: 'POST', headers, body })).status;
    expect(await send({ 'content-type': 'text/plain' })).toBe(415);
    expect(await send({ 'content-type': 'application/x-www-form-urlencoded' })).toBe(415);
    const json = { 'content-type': 'application/json' };
    expect(await send({ ...json, origin: 'https://elsewhere.example' })).toBe(403);
    expect(await send(json)).toBe(200);
  });

  test('with a session, a write that does not say whence it comes is turned away', async () => {
    const { cookie } = await served.signedInAs(['agent']);
    const headers = { cookie };
    const path = `${served.address}/api/v1/session`;
    expect((await fetch(path, { method: 'DELETE', headers })).status).toBe(403);
    const sameSite = { ...headers, 'sec-fetch-site': 'same-origin' };
    expect((await fetch(path, { method: 'DELETE', headers: sameSite })).status).toBe(200);
  });
});

test('a cookie whose signature is not ours opens nothing', async () => {
  const { cookie, caller } = await served.signedInAs(['agent']);
  const [name = '', value = ''] = cookie.split('=');
  const token = decodeURIComponent(value).split('.')[0] ?? '';
  for (const signature of ['', 'x', Buffer.alloc(32).toString('base64')]) {
    const forged = `${name}=${encodeURIComponent(`${token}.${signature}`)}`;
    expect((await me(callerAs(served.address, { cookie: forged }))).status).toBe(401);
  }
  expect((await me(caller)).status).toBe(200);
});

describe('guessing', () => {
  test('a password costs a wait after five tries, also when all come at once, for names alike', async () => {
    const { email } = await createTestPerson(served.centre, { roles: ['agent'] });
    for (const piiEmail of [email, 'nobody-here@example.org']) {
      const statuses = await Promise.all(
        Array.from(
          { length: 8 },
          async () => (await signIn(served.address, piiEmail, 'wrong')).status,
        ),
      );
      expect(statuses.toSorted()).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    }
    const { status, retryAfter } = await signIn(served.address, email);
    expect([status, Number(retryAfter) > 20, Number(retryAfter) <= 30]).toEqual([429, true, true]);
  });

  test('does not keep out who signs in from where he always does', async () => {
    const { email } = await served.signedInAs(['agent']);
    // Somebody far away has failed a hundred times.
    const key = await served.centre.identity.throttle.begin({
      subject: `account ${email}`,
      address: '203.0.113.7',
    });
    expect(key.isAllowed).toBe(true);
    for (let tries = 0; tries < 10; tries++) {
      await served.centre.identity.throttle.begin({
        subject: `account ${email}`,
        address: '203.0.113.7',
      });
    }
    expect((await signIn(served.address, email)).status).toBe(200);
  });

  test('one’s own password is slowed as well', async () => {
    const { caller } = await served.signedInAs(['agent']);
    const body = { password: 'wrong', newPassword: 'another good password' };
    for (let tries = 0; tries < 5; tries++) {
      expect((await caller('PUT', '/api/v1/me/password', { body })).status).toBe(403);
    }
    expect((await caller('PUT', '/api/v1/me/password', { body })).status).toBe(429);
  });
});

describe('one’s own account', () => {
  test('gets another password, and the other sessions end at once', async () => {
    const { email, caller } = await served.signedInAs(['agent']);
    const second = callerAs(served.address, {
      cookie: (await signIn(served.address, email)).cookie,
    });
    expect((await me(second)).status).toBe(200);
    const change = async (password: string, newPassword: string) =>
      await caller('PUT', '/api/v1/me/password', { body: { password, newPassword } });
    for (const newPassword of [email, email.toUpperCase(), 'too short', 'x'.repeat(129)]) {
      const { status, answer } = await change(TEST_PASSWORD, newPassword);
      expect([status, answer['field']]).toEqual([400, 'newPassword']);
    }
    expect((await change('wrong', 'another good password')).status).toBe(403);
    expect((await change(TEST_PASSWORD, 'another good password')).status).toBe(200);
    expect((await me(caller)).status).toBe(200);
    expect((await me(second)).status).toBe(401);
    expect((await signIn(served.address, email)).status).toBe(401);
    expect((await signIn(served.address, email, 'another good password')).status).toBe(200);
  });

  test('shows its sessions, and ends one of them, but nobody else’s', async () => {
    const { email, caller } = await served.signedInAs(['agent']);
    const second = callerAs(served.address, {
      cookie: (await signIn(served.address, email)).cookie,
    });
    const list = async (from: Caller) =>
      (await from('GET', '/api/v1/me/sessions')).answer['items'] as {
        sessionId: string;
        isCurrent: boolean;
      }[];
    const [latest, first] = await list(second);
    expect([latest?.isCurrent, first?.isCurrent]).toEqual([true, false]);
    const stranger = await served.signedInAs(['administrator']);
    const path = `/api/v1/me/sessions/${latest?.sessionId}`;
    expect((await stranger.caller('DELETE', path)).status).toBe(404);
    expect((await me(second)).status).toBe(200);
    expect((await caller('DELETE', path)).status).toBe(200);
    expect((await me(second)).status).toBe(401);
    expect(await list(caller)).toHaveLength(1);
  });
});
