import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { tokenHash } from '../identity/secret-token.ts';
import { type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

const PER_MINUTE = 30;

let served: HttpCentre;

beforeAll(async () => {
  served = await openHttpCentre({
    environment: {
      RAPPORT_RATE_LIMIT_ADDRESS: String(PER_MINUTE),
      RAPPORT_RATE_LIMIT_PRINCIPAL: String(PER_MINUTE),
      RAPPORT_TRUST_PROXY: '127.0.0.0/8',
    },
  });
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

/** As if it came from that address, over a proxy that is trusted. */
const from = (address: string, path: string, secret?: string) =>
  fetch(`${served.address}${path}`, {
    headers: {
      'x-forwarded-for': address,
      ...(secret !== undefined && { authorization: `Bearer ${secret}` }),
    },
  });

async function countUntilLimited(ask: (number: number) => Promise<Response>): Promise<number> {
  for (let number = 0; number < PER_MINUTE * 2; number++) {
    const response = await ask(number);
    if (response.status === 429) return number;
    await response.arrayBuffer();
  }
  return Infinity;
}

describe('who asks too often is told when to come back', () => {
  test('who guesses keys, whatever he guesses, and nobody elsewhere suffers for it', async () => {
    const guess = (number: number) => from('192.0.2.1', '/api/v1/work', `rapport_${number}`);
    expect(await countUntilLimited(guess)).toBe(PER_MINUTE);
    const refused = await guess(0);
    expect(await refused.json()).toMatchObject({ type: 'too-many-requests', status: 429 });
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused.headers.get('ratelimit')).toMatch(/^"minute";r=0;t=\d+$/);
    expect(refused.headers.get('ratelimit-policy')).toBe(`"minute";q=${PER_MINUTE};w=60`);
    expect((await from('192.0.2.2', '/api/v1/work')).status).toBe(401);
  });

  test('who looks for what is not there', async () => {
    const look = (number: number) => from('192.0.2.3', `/nothing/${number}`);
    expect(await countUntilLimited(look)).toBe(PER_MINUTE);
  });

  test('a caller who is known counts for himself and not for his address', async () => {
    const busy = await served.secretWith(['work:read']);
    const other = await served.secretWith([]);
    const ask = () => from('192.0.2.4', '/api/v1/work', busy);
    expect(await countUntilLimited(ask)).toBe(PER_MINUTE);
    expect((await from('192.0.2.5', '/api/v1/work', busy)).status).toBe(429);
    expect((await from('192.0.2.4', '/api/v1/work', other)).status).toBe(403);
    expect((await from('192.0.2.4', '/api/v1/work')).status).toBe(401);
  });

  test('whose key or session was known here is not kept out by strangers at his address', async () => {
    const secret = await served.secretWith(['work:read']);
    const revoked = await served.secretWith(['work:read']);
    const ask = (key: string) => from('192.0.2.7', '/api/v1/work', key);
    expect((await ask(secret)).status).toBe(200);
    expect((await ask(revoked)).status).toBe(200);
    const guess = (number: number) => from('192.0.2.7', '/api/v1/work', `rapport_${number}`);
    expect(await countUntilLimited(guess)).toBe(PER_MINUTE);
    // Longer than who it is is remembered.
    served.centre.identity.forget();
    expect((await ask(secret)).status).toBe(200);
    await served.centre.database.kysely
      .updateTable('api_key')
      .set({ revoked_at: new Date() })
      .where('secret_hash', '=', tokenHash(revoked))
      .execute();
    served.centre.identity.forget();
    expect((await ask(revoked)).status).toBe(401);
    expect((await ask(revoked)).status).toBe(429);
  });

  test('who asks to listen live, by the same count', async () => {
    const secret = await served.secretWith(['floor:read']);
    const open = async (address: string, key: string) => {
      const headers = { 'x-forwarded-for': address, authorization: `Bearer ${key}` };
      const socket = new WebSocket(`${served.address}/api/v1/live`.replace('http', 'ws'), {
        headers,
      });
      const outcome = await new Promise<number>((resolve, reject) => {
        socket.on('open', () => resolve(101));
        socket.on('unexpected-response', (_request, response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        socket.on('error', reject);
      });
      socket.removeAllListeners('error').on('error', () => undefined);
      socket.terminate();
      return outcome;
    };
    expect(await open('192.0.2.8', secret)).toBe(101);
    const outcomes: number[] = [];
    for (let number = 0; number <= PER_MINUTE; number++) {
      outcomes.push(await open('192.0.2.8', `rapport_${number}`));
    }
    expect(outcomes.slice(0, PER_MINUTE)).toEqual(Array.from({ length: PER_MINUTE }, () => 401));
    expect(outcomes.at(-1)).toBe(429);
    expect((await from('192.0.2.8', '/api/v1/work', 'x')).status).toBe(429);
    expect(await open('192.0.2.8', secret)).toBe(101);
    expect(await open('192.0.2.9', 'rapport_x')).toBe(401);
  });

  test('but health is always told', async () => {
    const ask = () => from('192.0.2.6', '/healthz');
    expect(await countUntilLimited(ask)).toBe(Infinity);
    expect((await from('192.0.2.1', '/readyz')).status).toBe(200);
  });
});

test('a proxy that is not trusted speaks for itself alone, and 0 is no limit', async () => {
  await using plain = await openHttpCentre({
    environment: { RAPPORT_RATE_LIMIT_ADDRESS: '2', RAPPORT_RATE_LIMIT_PRINCIPAL: '0' },
  });
  const ask = (address: string, secret = '') =>
    fetch(`${plain.address}/api/v1/work`, {
      headers: { 'x-forwarded-for': address, authorization: `Bearer ${secret}` },
    });
  const secret = await plain.secretWith(['work:read']);
  for (let number = 0; number < 10; number++) {
    expect((await ask('192.0.2.1', secret)).status).toBe(200);
  }
  const statuses = [];
  for (const address of ['192.0.2.1', '192.0.2.2', '192.0.2.3']) {
    statuses.push((await ask(address)).status);
  }
  expect(statuses).toEqual([401, 401, 429]);
});
