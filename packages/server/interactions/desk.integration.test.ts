import { asId } from '@rapport/core';
import type { Card, TopicState } from '@rapport/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Caller } from '../testing/http-centre.ts';
import { follow, type LiveCentre, openLiveCentre } from '../testing/live-centre.ts';

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

async function chat(
  email: string,
  skill = 'Ted',
  whose = ted,
): Promise<{ path: string; workId: string; id: string }> {
  const { answer } = await channel('POST', '/api/v1/interactions', {
    body: {
      ...{ channel: 'chat', promiseId: 'calls', piiSubject: 'Bill', piiText: 'Hello?' },
      identity: { kind: 'email', value: email },
      requirements: [{ skill, minLevel: 1 }],
    },
  });
  const { interactionId, workId } = answer as { interactionId: string; workId: string };
  await whose('POST', `/api/v1/work/${workId}/accept`);
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

test('what is put off weighs nothing and is due at its moment, until the customer writes', async () => {
  const { workId, path } = await chat('later@example.org');
  const untilAt = Date.now() + 3_600_000;
  const mine = (cards: readonly Card[]) => cards.find((card) => card.workId === workId);
  const deferring = `/api/v1/work/${workId}/defer`;
  const off = cardsOf(tedId, (cards) => mine(cards)?.laterAt === untilAt);
  expect((await ted('POST', deferring, { body: { untilAt: 1 } })).status).toBe(400);
  expect((await ann('POST', deferring, { body: { untilAt } })).status).toBe(403);
  expect((await ted('POST', deferring, { body: { untilAt } })).status).toBe(200);
  expect(mine(await off)?.dueAt).toBe(untilAt);
  const queued = follow(await served.clientWith(SERVE, tedId), 'my-queue', {});
  const item = () => queued.state?.items.find((each) => each.workId === workId);
  await expect.poll(item).toMatchObject({ status: 'deferred', deferredUntil: untilAt });
  await ted('POST', `${path}/messages`, { body: { piiText: 'By four.' } });
  expect(item()?.status).toBe('deferred');
  await channel('POST', `${path}/messages`, { body: { piiText: 'Now!', from: 'customer' } });
  await expect.poll(() => item()?.status).toBe('offered');
  const again = await cardsOf(tedId, (cards) => mine(cards)?.piiLastText === 'Now!');
  expect(mine(again)?.laterAt).toBeUndefined();
  await ted('POST', `/api/v1/work/${workId}/accept`);
});

test('it is the customer’s turn from Ted’s answer on, until he writes', async () => {
  const { workId, path } = await chat('turn@example.org');
  const turn = () =>
    served.centre.host.ask(({ work }) => work.get(asId<'work'>(workId))?.turn?.isSilent);
  const say = (whose: Caller, more: object = {}) =>
    whose('POST', `${path}/messages`, { body: { piiText: 'Well?', ...more } });
  expect(await turn()).toBeUndefined();
  await say(ted, { isNote: true });
  expect(await turn()).toBeUndefined();
  await say(ted);
  await say(ted);
  expect(await turn()).toBe(false);
  await say(channel, { from: 'customer' });
  expect(await turn()).toBeUndefined();
  await say(ted);
  expect(await turn()).toBe(false);
  await ted('POST', `/api/v1/work/${workId}/complete`, { body: {} });
});

test('what was put off is taken up before its time, and is promised no more', async () => {
  const { workId } = await chat('early@example.org');
  const mine = (cards: readonly Card[]) => cards.find((card) => card.workId === workId);
  const untilAt = Date.now() + 3_600_000;
  const off = cardsOf(tedId, (some) => mine(some)?.laterAt === untilAt);
  await ted('POST', `/api/v1/work/${workId}/defer`, { body: { untilAt } });
  await off;
  expect((await ted('POST', `/api/v1/work/${workId}/resume`)).status).toBe(200);
  const cards = await cardsOf(tedId, (some) => {
    const card = mine(some);
    return card !== undefined && card.laterAt === undefined;
  });
  expect(mine(cards)?.dueAt).toBeLessThan(untilAt);
});

/** The card of an item, once it fits. */
async function cardOf(agentId: string, workId: string, fits: (card: Card) => boolean) {
  const mine = (cards: readonly Card[]) => cards.find((card) => card.workId === workId);
  const cards = await cardsOf(agentId, (some) => {
    const card = mine(some);
    return card !== undefined && fits(card);
  });
  return mine(cards);
}

const IN_AN_HOUR = Date.now() + 3_600_000;
const putOff = (workId: string, key: string, untilAt = IN_AN_HOUR) =>
  ted('POST', `/api/v1/work/${workId}/defer`, { body: { untilAt }, key });

test('what was put off and recalled is put off no more, once Ted has answered', async () => {
  const { workId, path } = await chat('recalled@example.org');
  await putOff(workId, 'recalled');
  await channel('POST', `${path}/messages`, { body: { piiText: 'Now!', from: 'customer' } });
  expect((await ted('POST', `/api/v1/work/${workId}/accept`)).status).toBe(200);
  expect((await ted('POST', `${path}/messages`, { body: { piiText: 'Yes.' } })).status).toBe(201);
  const card = await cardOf(tedId, workId, ({ lastFrom }) => lastFrom === 'agent');
  expect([card?.laterAt, card?.dueAt]).toEqual([undefined, undefined]);
});

test('what was put off and handed on is put off for nobody', async () => {
  const { workId } = await chat('handed@example.org');
  await putOff(workId, 'handed');
  await cardOf(tedId, workId, ({ laterAt }) => laterAt === IN_AN_HOUR);
  const body = { toAgentId: annId, requirements: [] };
  expect((await ted('POST', `/api/v1/work/${workId}/transfer`, { body })).status).toBe(200);
  expect((await ann('POST', `/api/v1/work/${workId}/accept`)).status).toBe(200);
  // Ann's first sight of it may be of the offer; what came in afterwards is told after her acceptance.
  const marker = await chat('after-handed@example.org', 'Ann', ann);
  const cards = await cardsOf(annId, (some) => some.some((each) => each.workId === marker.workId));
  const card = cards.find((each) => each.workId === workId);
  expect(card?.dueAt).toBeLessThan(IN_AN_HOUR);
  expect(card?.laterAt).toBeUndefined();
  await ann('POST', `/api/v1/work/${marker.workId}/complete`, { body: {} });
  await ann('POST', `/api/v1/work/${workId}/complete`, { body: {} });
});

test('putting off that is asked for once more, after it was taken up, changes nothing', async () => {
  const { workId } = await chat('twice@example.org');
  await putOff(workId, 'twice');
  await ted('POST', `/api/v1/work/${workId}/resume`);
  expect((await putOff(workId, 'twice')).status).toBe(200);
  await ted('POST', `/api/v1/work/${workId}/hold`);
  // What came in afterwards is told after all of that.
  const marker = await chat('afterwards@example.org');
  const hasMarker = (some: readonly Card[]) => some.some((card) => card.workId === marker.workId);
  const cards = await cardsOf(tedId, hasMarker);
  const card = cards.find((each) => each.workId === workId);
  expect(card).toBeDefined();
  expect(card?.laterAt).toBeUndefined();
});

test('what came back at its moment is late until Ted has answered', async () => {
  const { workId, path } = await chat('back@example.org');
  await ted('POST', `${path}/messages`, { body: { piiText: 'I ask, and tell you.' } });
  const untilAt = Date.now() + 700;
  expect((await putOff(workId, 'back', untilAt)).status).toBe(200);
  await expect
    .poll(async () => (await ted('POST', `/api/v1/work/${workId}/accept`)).status)
    .toBe(200);
  const card = await cardOf(tedId, workId, ({ laterAt }) => laterAt !== undefined);
  expect([card?.laterAt, card?.dueAt]).toEqual([untilAt, untilAt]);
  await ted('POST', `${path}/messages`, { body: { piiText: 'It is settled.' } });
  const after = await cardOf(tedId, workId, ({ piiLastText }) => piiLastText === 'It is settled.');
  expect([after?.laterAt, after?.dueAt]).toEqual([undefined, undefined]);
});

test('whoever helps sees too that it is put off, and that it is no more', async () => {
  const { workId, path } = await chat('seen@example.org');
  await ted('POST', `${path}/help`, { body: { agentId: annId } });
  const seen = follow(await served.clientWith(SERVE, annId), 'my-cards', {});
  const laterAt = () => seen.state?.cards.find((card) => card.workId === workId)?.laterAt;
  await putOff(workId, 'seen');
  await expect.poll(laterAt).toBe(IN_AN_HOUR);
  await ted('POST', `/api/v1/work/${workId}/resume`);
  await expect.poll(laterAt).toBeUndefined();
  await ted('POST', `/api/v1/work/${workId}/complete`, { body: {} });
});

test('who is handed on waits since the same moment on the desk and on the floor', async () => {
  const { workId, path } = await chat('handed@example.org');
  await ted('POST', `${path}/messages`, { body: { piiText: 'Ann knows that.' } });
  const body = { toAgentId: annId, requirements: [] };
  expect((await ted('POST', `/api/v1/work/${workId}/transfer`, { body })).status).toBe(200);
  const card = await cardOf(annId, workId, ({ dueAt }) => dueAt !== undefined);
  const client = await served.clientWith(['floor:read']);
  const { promise, resolve } = Promise.withResolvers<TopicState<'floor'>['items'][number]>();
  client.subscribe({
    topic: 'floor',
    params: {},
    onState: ({ items }: TopicState<'floor'>) => {
      const item = items.find((each) => each.workId === workId);
      if (item !== undefined) resolve(item);
    },
  });
  const { dueAt, waitingSince } = await promise;
  expect([card?.dueAt, Number(card?.dueAt) - Number(card?.wholeMs)]).toEqual([dueAt, waitingSince]);
  await ann('POST', `/api/v1/work/${workId}/accept`);
  await ann('POST', `/api/v1/work/${workId}/complete`, { body: {} });
});

test('a customer who is heard by nobody any more is called again, once', async () => {
  const { workId, path } = await chat('lost@example.org');
  const { answer } = await channel('GET', path);
  await ted('POST', `/api/v1/work/${workId}/wrap-up`);
  const say = (piiText: string) =>
    channel('POST', `${path}/messages`, { body: { piiText, from: 'customer' } });
  expect((await say('One thing more')).status).toBe(201);
  expect((await say('And another')).status).toBe(201);
  const ofCustomer = (cards: readonly Card[]) =>
    cards.filter((card) => card.customerId === answer['customerId'] && card.workId !== workId);
  const cards = ofCustomer(await cardsOf(tedId, (some) => ofCustomer(some).length > 0));
  expect(cards).toMatchObject([{ channel: 'chat', piiSubject: 'Bill' }]);
  await ted('POST', `/api/v1/work/${String(cards[0]?.workId)}/accept`);
  await ted('POST', `/api/v1/work/${workId}/complete`, { body: {} });
  expect((await say('Hello?')).status).toBe(409);
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

test('files are counted one after the other, and one key brings one file', async () => {
  const { path } = await chat('files@example.org');
  const secret = await served.secretWith(SERVE, tedId);
  const send = async (body: Buffer, key: string): Promise<[number, unknown]> => {
    const response = await fetch(`${served.address}${path}/attachments`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/octet-stream',
        'idempotency-key': key,
      },
      body: new Uint8Array(body),
    });
    return [response.status, ((await response.json()) as { type?: string }).type];
  };
  expect(await send(PNG, 'file')).toEqual([201, undefined]);
  expect(await send(PNG, 'file')).toEqual([201, undefined]);
  const other = Buffer.concat([PNG, PNG]);
  expect(await send(other, 'file')).toEqual([422, 'command-id-reused']);
  const large = Buffer.concat([PNG, Buffer.alloc(9_000_000)]);
  const all = await Promise.all(['1', '2', '3', '4', '5', '6', '7'].map((key) => send(large, key)));
  expect(all.filter(([status]) => status === 201)).toHaveLength(5);
  expect(all.filter(([, type]) => type === 'too-many-files')).toHaveLength(2);
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
