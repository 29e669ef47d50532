import type { Card, TopicState } from '@rapport/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '../testing/http-centre.ts';
import { type LiveCentre, openLiveCentre } from '../testing/live-centre.ts';

const SERVE = ['work:serve', 'work:read', 'interactions:read', 'interactions:write'] as const;
const PNG = Buffer.from('89504e470d0a1a0a00000000', 'hex');

let served: LiveCentre;
let ted: Caller;
let ann: Caller;
let channel: Caller;
let tedId: string;
let annId: string;

beforeAll(async () => {
  served = await openLiveCentre();
  channel = await served.callerWith([
    ...SERVE,
    ...(['agents:write', 'organisation:read', 'customers:write', 'bonds:write'] as const),
  ]);
  [tedId, ted] = await agent('Ted');
  [annId, ann] = await agent('Ann');
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

async function agent(piiName: string): Promise<[string, Caller]> {
  const body = {
    piiName,
    skills: [{ skill: piiName, level: 1 }],
    capacity: { units: 100, weights: { chat: 1 } },
  };
  const { answer } = await channel('POST', '/api/v1/agents', { body });
  const agentId = answer['agentId'] as string;
  const call = await served.callerWith(SERVE, agentId);
  await call('POST', '/api/v1/me/state', { body: { state: 'ready' } });
  return [agentId, call];
}

async function chat(email: string): Promise<{ path: string; workId: string; id: string }> {
  const { answer } = await channel('POST', '/api/v1/interactions', {
    body: {
      ...{ channel: 'chat', promiseId: 'calls', piiSubject: 'Bill', piiText: 'Hello?' },
      identity: { kind: 'email', value: email },
      requirements: [{ skill: 'Ted', minLevel: 1 }],
    },
  });
  const { interactionId, workId } = answer as { interactionId: string; workId: string };
  await ted('POST', `/api/v1/work/${workId}/accept`);
  return { path: `/api/v1/interactions/${interactionId}`, workId, id: interactionId };
}

/** The cards of an agent as he is sent them, until one fits. */
async function cardsOf(agentId: string, fits: (cards: readonly Card[]) => boolean) {
  const client = await served.clientWith(SERVE, agentId);
  const { promise, resolve } = Promise.withResolvers<readonly Card[]>();
  client.subscribe({
    topic: 'my-cards',
    params: {},
    onState: ({ cards }: TopicState<'my-cards'>) => {
      if (fits(cards)) resolve(cards);
    },
  });
  return await promise;
}

test('a card says who it is, what was said last, and by when somebody is to be answered', async () => {
  const { workId, id, path } = await chat('card@example.org');
  const mine = (cards: readonly Card[]) => cards.find((card) => card.workId === workId);
  const before = mine(await cardsOf(tedId, (cards) => mine(cards) !== undefined));
  expect(before).toMatchObject({
    ...{ interactionId: id, piiName: 'card@example.org', piiSubject: 'Bill' },
    ...{ lastFrom: 'customer', piiLastText: 'Hello?', unreadCount: 1, wholeMs: 20_000 },
  });
  const answered = cardsOf(tedId, (cards) => mine(cards)?.lastFrom === 'agent');
  await ted('POST', `${path}/read`, { body: { ordinal: 1 } });
  await ted('POST', `${path}/messages`, { body: { piiText: 'Yes?' } });
  const after = mine(await answered);
  expect([after?.unreadCount, after?.dueAt]).toEqual([0, undefined]);
});

test('what was put off is due at its moment, until the customer writes again', async () => {
  const { workId, path } = await chat('later@example.org');
  const untilAt = Date.now() + 3_600_000;
  const mine = (cards: readonly Card[]) => cards.find((card) => card.workId === workId);
  const off = cardsOf(tedId, (cards) => mine(cards)?.laterAt === untilAt);
  expect((await ted('POST', `${path}/later`, { body: { untilAt: 1 } })).status).toBe(400);
  expect((await ted('POST', `${path}/later`, { body: { untilAt } })).status).toBe(200);
  expect(mine(await off)?.dueAt).toBe(untilAt);
  await ted('POST', `${path}/messages`, { body: { piiText: 'By four.' } });
  await channel('POST', `${path}/messages`, { body: { piiText: 'Now!', from: 'customer' } });
  const again = await cardsOf(tedId, (cards) => mine(cards)?.piiLastText === 'Now!');
  expect(mine(again)?.laterAt).toBeUndefined();
  expect((await ann('POST', `${path}/later`, { body: { untilAt } })).status).toBe(404);
});

test('who is asked for help reads and leaves notes, speaks to nobody, and then no more', async () => {
  const { path, workId } = await chat('help@example.org');
  expect((await ann('GET', path)).status).toBe(404);
  expect((await ted('POST', `${path}/help`, { body: { agentId: tedId } })).status).toBe(400);
  expect((await ted('POST', `${path}/help`, { body: { agentId: annId } })).status).toBe(200);
  const cards = await cardsOf(annId, (some) => some.length > 0);
  expect(cards).toMatchObject([{ workId, askedBy: tedId }]);
  expect((await ann('GET', `${path}/messages`)).status).toBe(200);
  const note = { piiText: 'Credit them.', isNote: true };
  expect((await ann('POST', `${path}/messages`, { body: note })).status).toBe(201);
  expect((await ann('POST', `${path}/messages`, { body: { piiText: 'Hi' } })).status).toBe(403);
  expect((await ann('POST', `${path}/help/end`, { body: {} })).status).toBe(200);
  expect((await ann('GET', path)).status).toBe(404);
});

test('a file goes with the message that names it, comes as a download, and is no page', async () => {
  const { path } = await chat('file@example.org');
  const secret = await served.secretWith(SERVE, tedId);
  const send = (body: Buffer): Promise<Response> =>
    fetch(`${served.address}${path}/attachments`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/octet-stream',
      },
      body: new Uint8Array(body),
    });
  expect((await send(Buffer.from('<html><script>1</script>'))).status).toBe(415);
  expect((await send(Buffer.from('4d5a90000300', 'hex'))).status).toBe(415);
  const taken = (await (await send(PNG)).json()) as { attachmentId: string; contentType: string };
  expect(taken.contentType).toBe('image/png');
  const { attachmentId } = taken;
  const attachments = [{ attachmentId, piiName: 'plan.png' }];
  const said = { piiText: 'The plan.', attachments };
  expect((await ted('POST', `${path}/messages`, { body: said })).status).toBe(201);
  expect((await ted('POST', `${path}/messages`, { body: said })).status).toBe(400);
  const file = await fetch(`${served.address}${path}/attachments/${attachmentId}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  expect(Buffer.from(await file.arrayBuffer())).toEqual(PNG);
  expect(file.headers.get('content-disposition')).toBe('attachment');
  expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  expect((await ann('GET', `${path}/attachments/${attachmentId}`)).status).toBe(404);
});

test('signs tell who looks on, who writes, and what the customer has read', async () => {
  const { path, id } = await chat('signs@example.org');
  const client = await served.clientWith(SERVE, tedId);
  const states: TopicState<'signs'>[] = [];
  const { promise, resolve } = Promise.withResolvers<undefined>();
  client.subscribe({
    topic: 'signs',
    params: { interactionId: id },
    onState: (state) => {
      states.push(state);
      if (state.customerReadOrdinal === 1 && state.typing.length > 0) resolve(undefined);
    },
  });
  await channel('POST', `${path}/typing`, { body: { from: 'customer' } });
  await channel('POST', `${path}/read`, { body: { ordinal: 1, from: 'customer' } });
  await promise;
  expect(states.at(-1)).toEqual({
    ...{ viewing: [tedId], typing: ['customer'], helping: [], customerReadOrdinal: 1 },
  });
});

test('dispositions are a new centre’s standard ones, until an administrator changes them', async () => {
  const admin = await served.callerWith(['organisation:read', 'organisation:write']);
  const first = await admin('GET', '/api/v1/dispositions');
  expect(first.answer['version']).toBe(0);
  const dispositions = [{ code: 'sold', name: 'Sold' }];
  const path = '/api/v1/dispositions';
  const put = (body: object) => admin('PUT', path, { body });
  expect((await put({ version: 0, dispositions })).answer).toEqual({ version: 1 });
  expect((await put({ version: 0, dispositions })).status).toBe(409);
  expect((await put({ dispositions: [...dispositions, ...dispositions] })).status).toBe(400);
  expect((await admin('GET', path)).answer).toEqual({ version: 1, dispositions });
  expect((await channel('PUT', path, { body: { dispositions } })).status).toBe(403);
});
