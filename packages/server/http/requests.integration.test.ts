import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callerWith, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';
import { holdViews } from '../testing/hold-views.ts';

let served: HttpCentre;
let secret: string;

beforeAll(async () => {
  served = await openHttpCentre();
  secret = await served.secretWith(SCOPES);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

/** `"ü"` as Windows writes it. */
const LATIN_1 = new Uint8Array([0x22, 0xfc, 0x22]);

const ask = (method: string, path: string, options: RequestInit = {}) =>
  fetch(`${served.address}${path}`, {
    method,
    ...options,
    headers: { authorization: `Bearer ${secret}`, ...(options.headers as Record<string, string>) },
  });

describe('methods', () => {
  test('that a route lacks are told apart from routes that are not there', async () => {
    const wrong = await ask('DELETE', '/api/v1/work');
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
    expect(await wrong.json()).toMatchObject({ type: 'method-not-allowed', status: 405 });
    expect((await ask('DELETE', '/api/v1/nothing')).status).toBe(404);
  });

  test('are told to whoever asks for them, and no other site is let in', async () => {
    const options = await ask('OPTIONS', '/api/v1/work', { headers: { origin: 'http://evil' } });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST']);
    expect(options.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('HEAD gives what GET would, without the body', async () => {
    const head = await ask('HEAD', '/api/v1/work');
    expect([head.status, await head.text()]).toEqual([200, '']);
    expect(head.headers.get('content-type')).toContain('application/json');
  });
});

describe('what cannot be read is told as a problem', () => {
  const cases: readonly [string, () => Promise<Response>, number, string][] = [
    ['an escape that is no text', () => ask('GET', '/api/v1/work/%ff'), 400, 'address-invalid'],
    ['a word as text', () => post('text/plain', 'hello'), 415, 'media-type-unsupported'],
    [
      'a form',
      () => post('application/x-www-form-urlencoded', 'a=b'),
      415,
      'media-type-unsupported',
    ],
    ['no JSON', () => post('application/json', '{'), 400, 'body-invalid'],
    ['another encoding', () => post('application/json', LATIN_1), 400, 'body-invalid'],
    [
      'another charset',
      () => post('application/json; charset=iso-8859-1', '{}'),
      415,
      'media-type-unsupported',
    ],
    ['nothing', () => post('application/json', ''), 400, 'body-invalid'],
    ['a prototype', () => post('application/json', '{"__proto__":{}}'), 400, 'body-invalid'],
    ['too much', () => post('application/json', `"${'x'.repeat(1e6)}"`), 413, 'body-too-large'],
    [
      'an id that is too long',
      () => ask('GET', `/api/v1/work/${'x'.repeat(201)}`),
      400,
      'field-invalid',
    ],
  ];

  const post = (type: string, body: string | Uint8Array<ArrayBuffer>) =>
    ask('POST', '/api/v1/work', { headers: { 'content-type': type }, body });

  test.each(cases)('%s', async (_what, send, status, type) => {
    const response = await send();
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await response.json()).toMatchObject({ type, status });
    expect(response.status).toBe(status);
  });

  test.each([
    ['no HTTP', 'nonsense\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ])('%s', async (_what, sent, status) => {
    const { hostname, port } = new URL(served.address);
    const socket = connect(Number(port), hostname);
    socket.write(sent);
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toContain(`HTTP/1.1 ${status}`);
    expect(head).toContain('Content-Type: application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status });
  });
});

test('what a pattern expects is told in words', async () => {
  const wrong = await ask('PUT', '/api/v1/sites/north', {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'North', timeZone: 'UTC', region: 'Germany' }),
  });
  expect(await wrong.json()).toMatchObject({
    field: 'region',
    expected:
      'must be two capital letters for the country in which telephone numbers without a prefix are read',
  });
});

test('an id as long as ids may be leads to its object', async () => {
  const id = 'x'.repeat(200);
  const caller = callerWith(served.address, secret);
  await caller('PUT', `/api/v1/promises/${id}`, { body: { targetMs: 1_000, shareRatio: 1 } });
  const { status } = await caller(
    'GET',
    `/api/v1/promises/${id}?after=${served.centre.host.position}`,
  );
  expect(status).toBe(200);
});

test('a hundred who wait for a position do not ask the database a hundred times', async () => {
  const { pool } = served.centre.database;
  let queryCount = 0;
  const plain = pool.connect.bind(pool);
  const counted = ((...given: []) => {
    queryCount++;
    return plain(...given);
  }) as typeof pool.connect;
  const caller = callerWith(served.address, secret);
  await caller('GET', '/api/v1/work');
  const held = await holdViews(pool);
  await caller('PUT', '/api/v1/promises/held', { body: { targetMs: 1_000, shareRatio: 1 } });
  pool.connect = counted;
  const startedAt = performance.now();
  const path = `/api/v1/work?after=${served.centre.host.position}`;
  const waiting = Array.from({ length: 100 }, () => caller('GET', path));
  const statuses = (await Promise.all(waiting)).map(({ status }) => status);
  pool.connect = plain;
  await held[Symbol.asyncDispose]();
  expect(new Set(statuses)).toEqual(new Set([503]));
  const elapsedMs = performance.now() - startedAt;
  expect(queryCount).toBeLessThan(elapsedMs / 5);
});
