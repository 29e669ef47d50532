import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useCodeOnce } from '../identity/sign-in/use-code-once.ts';
import {
  type Caller,
  callerAs,
  cookieOf,
  type HttpCentre,
  openHttpCentre,
} from '../testing/http-centre.ts';
import { TEST_PASSWORD } from '../testing/test-person.ts';

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

describe('a second factor', () => {
  // The codes before and after are taken too, so that a test can have more than one. Source: RFC 4226.
  const codeFor = (uri: string, which: 'shown' | 'next'): string => {
    const secret = new URL(uri).searchParams.get('secret') ?? '';
    const counter = Buffer.alloc(8);
    const step = Math.floor(Date.now() / 30_000) + (which === 'next' ? 1 : 0);
    counter.writeBigUInt64BE(BigInt(step));
    const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest();
    const at = (digest.at(-1) ?? 0) & 0xf;
    const number = digest.readUInt32BE(at) & 0x7fff_ffff;
    return String(number % 1_000_000).padStart(6, '0');
  };

  async function withSecondFactor() {
    const { email, personId, caller, cookie } = await served.signedInAs(['agent']);
    const begun = await caller('POST', '/api/v1/me/second-factor', {
      body: { password: TEST_PASSWORD },
    });
    const { otpauthUri, backupCodes } = begun.answer as {
      otpauthUri: string;
      backupCodes: string[];
    };
    expect(decodeURIComponent(otpauthUri)).toContain(`otpauth://totp/Rapport:${email}?`);
    expect((await me(caller)).answer['hasSecondFactor']).toBe(false);
    const wrong = await post('me/second-factor/confirm', { code: '000000' }, cookie);
    expect(wrong.status).toBe(403);
    const code = codeFor(otpauthUri, 'shown');
    const confirmed = await post('me/second-factor/confirm', { code }, cookie);
    expect(confirmed.status).toBe(200);
    const renewed = callerAs(served.address, { cookie: cookieOf(confirmed) });
    expect((await me(renewed)).answer['hasSecondFactor']).toBe(true);
    expect((await me(caller)).status).toBe(401);
    return { email, personId, otpauthUri, backupCodes, caller: renewed, confirmedBy: code };
  }

  test('is asked for when it is in force, and until then nobody is signed in', async () => {
    const { email, otpauthUri, backupCodes, caller } = await withSecondFactor();
    const begun = await post('session', { piiEmail: email, password: TEST_PASSWORD });
    expect(await begun.json()).toEqual({ isSecondFactorNeeded: true });
    const challenge = cookieOf(begun);
    expect((await me(callerAs(served.address, { cookie: challenge }))).status).toBe(401);
    const prove = async (code: string, cookie: string) =>
      await post('session/second-factor', { code }, cookie);
    expect((await prove('000000', challenge)).status).toBe(401);
    const proven = await prove(codeFor(otpauthUri, 'next'), challenge);
    expect(proven.status).toBe(200);
    expect((await me(callerAs(served.address, { cookie: cookieOf(proven) }))).status).toBe(200);
    expect((await prove(codeFor(otpauthUri, 'next'), challenge)).status).toBe(401);

    const again = await post('session', { piiEmail: email, password: TEST_PASSWORD });
    const [backup = ''] = backupCodes;
    expect((await prove(backup, cookieOf(again))).status).toBe(200);
    const third = await post('session', { piiEmail: email, password: TEST_PASSWORD });
    expect((await prove(backup, cookieOf(third))).status).toBe(401);

    const twice = await caller('POST', '/api/v1/me/second-factor', {
      body: { password: TEST_PASSWORD },
    });
    expect([twice.status, twice.answer['type']]).toEqual([409, 'second-factor-in-force']);
    const wrong = { body: { password: 'wrong' } };
    expect((await caller('POST', '/api/v1/me/second-factor/end', wrong)).status).toBe(403);
    const right = { body: { password: TEST_PASSWORD } };
    expect((await caller('POST', '/api/v1/me/second-factor/end', right)).status).toBe(200);
    const plain = await post('session', { piiEmail: email, password: TEST_PASSWORD });
    expect(await plain.json()).toEqual({ isSecondFactorNeeded: false });
  });

  test('lets one in with a code, also of several at once, and not with the one that began it', async () => {
    const { email, otpauthUri, backupCodes, confirmedBy } = await withSecondFactor();
    const statusesOf = async (code: string, count: number) => {
      const begun = await Promise.all(
        Array.from({ length: count }, () =>
          post('session', { piiEmail: email, password: TEST_PASSWORD }),
        ),
      );
      const proofs = await Promise.all(
        begun.map((each) => post('session/second-factor', { code }, cookieOf(each))),
      );
      return proofs.map(({ status }) => status).toSorted();
    };
    expect(await statusesOf(confirmedBy, 1)).toEqual([401]);
    const code = codeFor(otpauthUri, 'next');
    expect(await statusesOf(code, 3)).toEqual([200, 401, 401]);
    expect(await statusesOf(code, 1)).toEqual([401]);
    const [backup = ''] = backupCodes;
    expect(await statusesOf(backup, 3)).toEqual([200, 401, 401]);
  });

  test('keeps a code that was refused good for whoever it is right for', async () => {
    const { email, otpauthUri } = await withSecondFactor();
    const code = codeFor(otpauthUri, 'next');
    const begun = await post('session', { piiEmail: email, password: TEST_PASSWORD });
    // Of the same user, before the engine: a challenge of his that has run out meanwhile.
    const { user_id: userId } = await served.centre.database.kysely
      .selectFrom('person')
      .select('user_id')
      .where('pii_email', '=', email)
      .executeTakeFirstOrThrow();
    const { identity } = served.centre;
    const db = served.centre.database.kysely;
    const refused = async () => await Promise.resolve({ ok: false, code: 'OVER' } as const);
    expect(await useCodeOnce({ db, identity, userId: userId ?? '', code }, refused)).toBe(
      undefined,
    );
    expect((await post('session/second-factor', { code }, cookieOf(begun))).status).toBe(200);
  });

  test('signs nobody in who was disabled after his password', async () => {
    const { email, otpauthUri } = await withSecondFactor();
    const begun = await post('session', { piiEmail: email, password: TEST_PASSWORD });
    await served.centre.database.kysely
      .updateTable('person')
      .set({ disabled_at: new Date() })
      .where('pii_email', '=', email)
      .execute();
    const code = codeFor(otpauthUri, 'next');
    const proof = await post('session/second-factor', { code }, cookieOf(begun));
    expect([proof.status, cookieOf(proof)]).toEqual([401, '']);
  });

  test('that is lost an administrator ends, and all sessions with it', async () => {
    const { email, personId, caller, otpauthUri } = await withSecondFactor();
    const begun = await post('session', { piiEmail: email, password: TEST_PASSWORD });
    const administrator = await served.signedInAs(['administrator']);
    const path = `/api/v1/people/${personId}/second-factor/end`;
    expect((await caller('POST', path)).status).toBe(403);
    expect(await administrator.caller('POST', path)).toEqual({ status: 200, answer: {} });
    expect((await me(caller)).status).toBe(401);
    const code = codeFor(otpauthUri, 'next');
    expect((await post('session/second-factor', { code }, cookieOf(begun))).status).toBe(401);
    const plain = await post('session', { piiEmail: email, password: TEST_PASSWORD });
    expect(await plain.json()).toEqual({ isSecondFactorNeeded: false });
    // Again there is nothing to do: the session that has begun meanwhile goes on.
    expect((await administrator.caller('POST', path)).status).toBe(200);
    expect((await me(callerAs(served.address, { cookie: cookieOf(plain) }))).status).toBe(200);
    const entries = await administrator.caller('GET', `/api/v1/audit?subject=${personId}`);
    expect(entries.answer['items']).toMatchObject([
      { actor: administrator.personId, action: 'end-second-factor' },
      { actor: personId, action: 'begin-second-factor' },
    ]);
  });

  test('is ended for others alone, and an administrator’s by no key', async () => {
    const { personId, caller } = await served.signedInAs(['administrator']);
    const path = `/api/v1/people/${personId}/second-factor/end`;
    const own = await caller('POST', path);
    expect([own.status, own.answer['type']]).toEqual([409, 'password-needed']);
    const key = await served.callerWith(['people:write']);
    expect((await key('POST', path)).status).toBe(403);
    expect((await key('POST', '/api/v1/people/nobody/second-factor/end')).status).toBe(404);
  });

  test('is confirmed no faster than it is proven', async () => {
    const { caller, cookie } = await served.signedInAs(['agent']);
    await caller('POST', '/api/v1/me/second-factor', { body: { password: TEST_PASSWORD } });
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries++) {
      statuses.push((await post('me/second-factor/confirm', { code: '000000' }, cookie)).status);
    }
    expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
  });

  test('is guessed no faster by beginning anew', async () => {
    const { email } = await withSecondFactor();
    const statuses: number[] = [];
    for (let tries = 0; tries < 7; tries++) {
      const begun = await post('session', { piiEmail: email, password: TEST_PASSWORD });
      const proof = await post('session/second-factor', { code: '000000' }, cookieOf(begun));
      statuses.push(proof.status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });
});

function fromBase32(text: string): Uint8Array {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = Array.from(text, (letter) =>
    letters.indexOf(letter).toString(2).padStart(5, '0'),
  ).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}
