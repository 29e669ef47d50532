import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createLogger } from '../create-logger.ts';
import { callerWith, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

/** Nothing of this may ever stand in a log. */
const WORDS = ['Quirin', 'Sutermeister', 'quirin@example.org'];

const lines: string[] = [];
let served: HttpCentre;
let secret: string;

beforeAll(async () => {
  const logger = createLogger({ logLevel: 'trace' }, { write: (line) => void lines.push(line) });
  served = await openHttpCentre({ logger });
  secret = await served.secretWith(SCOPES);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

const logged = () => lines.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);

async function lineAfter(work: () => Promise<unknown>): Promise<Readonly<Record<string, unknown>>> {
  const before = lines.length;
  await work();
  await expect.poll(() => lines.length).toBeGreaterThan(before);
  return logged().at(-1) ?? {};
}

test('a line a request says what was asked, by whom, and what came of it', async () => {
  const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
  const line = await lineAfter(() =>
    fetch(`${served.address}/api/v1/promises/calls?colour=Quirin`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        'idempotency-key': 'p1',
        'x-request-id': 'asked-1',
        traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
      },
      body: '{"targetMs":1000,"shareRatio":1}',
    }),
  );
  expect(line).toMatchObject({
    level: 20,
    method: 'PUT',
    route: '/api/v1/promises/:promiseId',
    status: 200,
    requestId: 'asked-1',
    traceId,
  });
  expect(line['principalId']).toMatch(/^key_/);
  expect(line['commandId']).toBe(`${String(line['principalId'])}:p1`);
  expect(typeof line['durationMs']).toBe('number');
});

test('the id of a request is told, and one that is none is not taken', async () => {
  const idAfter = async (given: string) => {
    const response = await fetch(`${served.address}/healthz`, {
      headers: { 'x-request-id': given, traceparent: 'nonsense' },
    });
    return response.headers.get('x-request-id');
  };
  expect(await idAfter('mine-1.2')).toBe('mine-1.2');
  expect(await idAfter('a{"b":1}')).toMatch(/^[0-9a-f-]{36}$/);
  expect(await idAfter('x'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
});

test('what went well is for debugging, what the caller must mend is information', async () => {
  const ask = (path: string) => lineAfter(() => callerWith(served.address, secret)('GET', path));
  expect((await ask('/api/v1/work'))['level']).toBe(20);
  expect((await ask('/api/v1/work/none'))['level']).toBe(30);
});

test('no name, address or secret gets into the log, whatever goes wrong', async () => {
  const caller = callerWith(served.address, secret);
  const [first, last, email] = WORDS;
  const name = `${first} ${last}`;
  await caller('POST', '/api/v1/agents', { body: { piiName: name, skills: [] } });
  // Refused by the schema, by the desk, by the parser, and because there is no such route.
  await caller('POST', '/api/v1/agents', { body: { piiName: name, [`x ${email}`]: 1 } });
  await caller('GET', `/api/v1/work?cursor=${email}&status=${first}`);
  await caller('GET', `/api/v1/nothing/${last}`);
  await fetch(`${served.address}/api/v1/agents`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
    body: `{"piiName": "${name}" ${email}`,
  });
  await callerWith(served.address, `${secret}${last}`)('GET', '/api/v1/work');
  // Faults of ours, whose errors quote what they stumbled over.
  const { pool } = served.centre.database;
  await pool.query(`create function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'no % here', new.pii_name using detail = new.pii_name; end $$`);
  const breakage = [
    [
      'alter table agent_profile add constraint short check (length(pii_name) < 5)',
      'drop constraint short',
    ],
    [
      'create trigger refuse before insert on agent_profile for each row execute function refuse()',
      'disable trigger refuse',
    ],
  ] as const;
  await pool.query('delete from agent_profile');
  for (const [breakIt, mend] of breakage) {
    await pool.query(breakIt);
    const { status, answer } = await caller('POST', '/api/v1/agents', {
      body: { piiName: name, skills: [] },
    });
    expect([status, answer['type']]).toEqual([500, 'internal']);
    await pool.query(`alter table agent_profile ${mend}`);
  }
  await expect.poll(() => logged().filter(({ status }) => status === 500).length).toBe(2);
  const faults = logged().filter(({ err }) => err !== undefined);
  expect(faults).toHaveLength(2);
  expect(faults[0]).toMatchObject({ err: { code: '23514', database: { constraint: 'short' } } });

  for (const word of [...WORDS, secret, secret.slice(8)]) {
    expect(lines.filter((line) => line.includes(word))).toEqual([]);
  }
});
