import { randomBytes } from 'node:crypto';
import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, callerAs, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';
import { follow } from '../testing/live-centre.ts';
import { liveClient } from '../testing/live-socket.ts';
import { testClock } from '../testing/test-clock.ts';
import { externalTestDatabase, urlOfDatabase } from '../testing/test-database.ts';

const MINUTE = 60_000;
const NUMBER = '030 1234567';
const E164 = '+49301234567';
/** Of what follows the history, on a busy machine. */
const SOON = { timeout: 10_000 };

const clock = testClock(Date.UTC(2026, 2, 10, 9));
const stack = new AsyncDisposableStack();
let environment: Readonly<Record<string, string>>;
let served: HttpCentre;
let key: Caller;
let ted: string;
let his: Caller;

beforeAll(async () => {
  const database = await externalTestDatabase();
  stack.defer(() => database.close());
  environment = { DATABASE_URL: urlOfDatabase(database), RAPPORT_REGION: 'DE' };
  await open();
  ted = await newAgent('Ted');
  his = await served.callerWith(SCOPES, ted);
  await key('PUT', '/api/v1/promises/calls', { body: { targetMs: 20_000, shareRatio: 0.8 } });
  const entry = { name: 'Talk to us', channel: 'chat', isOpen: true, requirements: [], theme: {} };
  const body = { ...entry, origins: ['https://shop.example'], promiseId: 'calls' };
  await key('PUT', '/api/v1/entry-points/chat', { body });
  await pause();
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
  await stack.disposeAsync();
});

async function open(): Promise<void> {
  served = await openHttpCentre({ clock, environment });
  key = await served.callerWith(SCOPES);
}

async function newAgent(piiName: string): Promise<string> {
  const { answer } = await key('POST', '/api/v1/agents', { body: { piiName, skills: [] } });
  return String(answer['agentId']);
}

/** He is away for a moment: so he is there by what is known, and is asked nothing. */
async function pause(): Promise<void> {
  await his('POST', '/api/v1/me/state', { body: { state: 'not-ready', reason: 'break' } });
}

function visitor(): Caller {
  const authorization = `Bearer visit_${randomBytes(32).toString('base64url')}`;
  const headers = { origin: 'https://shop.example', authorization };
  return (...asked) => callerAs(served.address, headers)(...asked);
}

interface Visit {
  readonly her: Caller;
  readonly customerId: string;
  readonly workId: string;
  readonly interactionId: string;
}

/** Somebody whom Ted looks after, who waits in the chat while he has a break. */
async function waiting(): Promise<Visit> {
  const her = visitor();
  // The last is the newest.
  clock.set(clock.now() + MINUTE);
  const said = { body: { piiText: 'Is Ted there?' }, key: 'first' };
  expect((await her('POST', '/api/v1/visitor/chat/messages', said)).status).toBe(201);
  const { answer } = await key('GET', '/api/v1/interactions?limit=1');
  const [item] = answer['items'] as { customerId: string; workId: string; interactionId: string }[];
  if (item === undefined) throw new Error('nothing came in');
  await key('PUT', `/api/v1/customers/${item.customerId}/bond`, {
    body: { ownerId: ted, deputyIds: [] },
  });
  return { ...item, her };
}

async function firstMoment(her: Caller): Promise<number> {
  const { answer } = await her('GET', '/api/v1/visitor/chat/choices');
  const [choice] = answer['callbacks'] as { agentId: string; piiName: string; moments: number[] }[];
  expect(choice).toMatchObject({ agentId: ted, piiName: 'Ted' });
  return choice?.moments[0] ?? 0;
}

const promise = async (her: Caller, dueAt: number, piiPhone?: string) =>
  her('POST', '/api/v1/visitor/chat/callback', {
    body: { agentId: ted, dueAt, ...(piiPhone !== undefined && { piiPhone }) },
  });

async function numbersKept(): Promise<readonly string[]> {
  const rows = await served.centre.database.kysely
    .selectFrom('callback_number')
    .select('pii_number')
    .execute();
  return rows.map((row) => row.pii_number);
}

test('a visitor has Ted call her at a moment; it holds over a restart, and she may choose another or none', async () => {
  const { her, workId } = await waiting();
  const dueAt = await firstMoment(her);
  expect(await promise(her, dueAt)).toMatchObject({ status: 400, answer: { field: 'piiPhone' } });
  expect((await promise(her, dueAt, NUMBER)).status).toBe(200);
  const called = { agentId: ted, dueAt, attempt: 1, attemptMax: 3 };
  const choices = await her('GET', '/api/v1/visitor/chat/choices');
  expect(choices.answer).toMatchObject({
    agents: [],
    callback: { ...called, piiName: 'Ted', piiPhone: E164 },
  });
  const staffed = await key('GET', `/api/v1/work/${workId}/choices`);
  expect(staffed.answer).toMatchObject({ callback: called });
  expect(staffed.answer['callback']).not.toHaveProperty('piiPhone');

  await served[Symbol.asyncDispose]();
  await open();
  his = await served.callerWith(SCOPES, ted);
  expect((await her('GET', '/api/v1/visitor/chat/choices')).answer).toMatchObject({
    callback: { ...called, piiPhone: E164 },
  });

  const later = { body: { agentId: ted, dueAt: dueAt + 30 * MINUTE } };
  expect((await key('POST', `/api/v1/work/${workId}/callback`, later)).status).toBe(200);
  expect((await key('GET', `/api/v1/work/${workId}/choices`)).answer).toMatchObject({
    callback: { dueAt: dueAt + 30 * MINUTE },
  });
  expect((await key('POST', `/api/v1/work/${workId}/callback/cancel`)).status).toBe(200);
  const waits = await key('GET', `/api/v1/work/${workId}/choices`);
  expect(waits.answer).not.toHaveProperty('callback');
  const twice = await key('POST', `/api/v1/work/${workId}/callback/cancel`);
  expect(twice).toMatchObject({ status: 409, answer: { type: 'callback-not-promised' } });
  await key('POST', `/api/v1/work/${workId}/abandon`);
  await expect.poll(numbersKept, SOON).toEqual([]);
});

test('nobody is promised a call at a moment that is not free, nor at a number that the centre does not call', async () => {
  const { her, workId } = await waiting();
  const dueAt = await firstMoment(her);
  const foreign = await promise(her, dueAt, '+41 44 668 18 00');
  expect(foreign).toMatchObject({
    status: 400,
    answer: { type: 'field-invalid', field: 'piiPhone' },
  });
  expect(String(foreign.answer['expected'])).toContain('+49');
  const far = await promise(her, dueAt + 24 * 60 * MINUTE, NUMBER);
  expect(far).toMatchObject({ status: 409, answer: { type: 'moment-not-free' } });
  expect(await numbersKept()).toEqual([]);

  await key('PUT', '/api/v1/settings', { body: { callingCodes: ['41'] } });
  expect((await promise(her, dueAt, NUMBER)).status).toBe(400);
  expect((await promise(her, dueAt, '+41 44 668 18 00')).status).toBe(200);
  await key('PUT', '/api/v1/settings', { body: { callingCodes: [] } });
  const none = await her('GET', '/api/v1/visitor/chat/choices');
  expect(none.answer).toMatchObject({ callbacks: [], callback: { piiPhone: '+41446681800' } });
  await key('PUT', '/api/v1/settings', { body: {} });
  expect((await her('POST', '/api/v1/visitor/chat/callback/cancel')).status).toBe(200);
  await key('POST', `/api/v1/work/${workId}/abandon`);
});

test('his card says when he calls and where; after three attempts she reads in her language that nobody reached her', async () => {
  const { her, workId, customerId } = await waiting();
  await key('PUT', `/api/v1/customers/${customerId}`, { body: { language: 'de-CH' } });
  const dueAt = await firstMoment(her);
  expect((await promise(her, dueAt, NUMBER)).status).toBe(200);
  const client = liveClient(() => served.address, await served.secretWith(SCOPES, ted));
  const cards = follow(client, 'my-cards', {});
  await expect
    .poll(() => cards.state?.cards.find((card) => card.workId === workId), SOON)
    .toMatchObject({ callback: { dueAt, attempt: 1, attemptMax: 3 }, piiPhone: E164, dueAt });
  const mine = (what: string) => his('POST', `/api/v1/work/${workId}/${what}`);
  expect((await mine('no-answer')).status).toBe(409);
  await his('POST', '/api/v1/me/state', { body: { state: 'ready' } });

  let at = dueAt;
  for (const attempt of [1, 2, 3]) {
    clock.set(at);
    await expect.poll(async () => (await mine('accept')).status, SOON).toBe(200);
    const progress = await her('GET', '/api/v1/visitor/chat/thread');
    expect(progress.answer).toMatchObject({
      progress: { agentName: 'Ted', callback: { attempt, state: 'calling' } },
    });
    expect((await mine('no-answer')).status).toBe(200);
    at += 15 * MINUTE;
  }
  const thread = async () => (await her('GET', '/api/v1/visitor/chat/thread')).answer;
  await expect.poll(async () => ((await thread())['messages'] as unknown[]).length, SOON).toBe(2);
  const after = await thread();
  expect(after).toMatchObject({
    progress: { status: 'over' },
    messages: [{ from: 'customer' }, { from: 'centre' }],
  });
  expect(JSON.stringify(after['messages'])).toContain('3-mal angerufen');
  expect((await key('GET', `/api/v1/work/${workId}`)).answer).toMatchObject({
    status: 'done',
    disposition: 'no-answer',
  });
  client.close();
  await pause();
});

test('a customer who is erased takes his number with him, and the history never had it', async () => {
  const { her, customerId, workId } = await waiting();
  expect((await promise(her, await firstMoment(her), NUMBER)).status).toBe(200);
  expect(await numbersKept()).toEqual([E164]);
  const { rows } = await served.centre.database.pool.query(
    'select 1 from journal where events like $1',
    ['%301234567%'],
  );
  expect(rows).toEqual([]);
  expect((await key('DELETE', `/api/v1/customers/${customerId}`)).status).toBe(200);
  expect(await numbersKept()).toEqual([]);
  await key('POST', `/api/v1/work/${workId}/callback/cancel`);
  await key('POST', `/api/v1/work/${workId}/abandon`);
});

test('a page of another site may ask for what visitors choose from', async () => {
  for (const path of ['choices', 'choice', 'callback', 'callback/cancel']) {
    const asked = await fetch(`${served.address}/api/v1/visitor/chat/${path}`, {
      method: 'OPTIONS',
      headers: { origin: 'https://shop.example', 'access-control-request-method': 'POST' },
    });
    expect(asked.status, path).toBe(204);
    expect(asked.headers.get('access-control-allow-origin'), path).toBe('https://shop.example');
  }
});
