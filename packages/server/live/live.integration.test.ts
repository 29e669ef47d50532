import { once } from 'node:events';
import { asId, type Command, STANDARD_CAPACITY } from '@rapport/core';
import {
  CLOSE_CODES,
  SCOPES,
  type ServerMessage,
  type Topic,
  type TopicName,
  TOPICS,
  type TopicParams,
  type TopicState,
} from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { createApiKey, revokeApiKey } from '../identity/api-keys.ts';
import { type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';
import { liveClient, openSocket, type TestLiveClient } from '../testing/live-socket.ts';

const ALL = Object.entries(TOPICS) as readonly [TopicName, Topic][];

let served: HttpCentre;
let commandCount = 0;
const clients: TestLiveClient[] = [];

beforeAll(async () => {
  served = await openHttpCentre();
  const promiseId = asId<'promise'>('calls');
  await give({ type: 'define-promise', promiseId, targetMs: 20_000, shareRatio: 0.8 });
  await say('interaction_1', 1, 'hello');
});

afterAll(async () => {
  for (const client of clients) client.close();
  await served[Symbol.asyncDispose]();
});

async function give(command: Command): Promise<void> {
  const commandId = `test:${++commandCount}`;
  const outcome = await served.centre.host.execute(command, { commandId, actor: 'test' });
  expect(outcome.ok).toBe(true);
}

async function newAgent(id: string): Promise<string> {
  const agentId = asId<'agent'>(id);
  const skills = [{ skill: id, level: 3 }];
  await give({ type: 'register-agent', agentId, skills, capacity: STANDARD_CAPACITY });
  await give({ type: 'set-agent-state', agentId, state: 'ready' });
  return agentId;
}

/** An item that this agent alone can take. */
const receiveFor = (agentId: string, workId: string, customerId?: string): Promise<void> =>
  give({
    type: 'receive-work',
    workId: asId(workId),
    channel: 'phone',
    requirements: [{ skill: agentId, minLevel: 1 }],
    promiseId: asId('calls'),
    ...(customerId !== undefined && { customerId: asId<'customer'>(customerId) }),
  });

/** Says something in an interaction, as its writers do. */
async function say(interactionId: string, ordinal: number, text: string, centre = 'main') {
  await served.centre.database.kysely.transaction().execute(async (trx) => {
    await trx
      .insertInto('interaction')
      .values({
        centre,
        id: interactionId,
        customer_id: null,
        work_id: null,
        channel: 'chat',
        pii_subject: null,
        started_at: 1,
        ended_at: null,
        message_count: ordinal,
      })
      .onConflict((conflict) =>
        conflict.columns(['centre', 'id']).doUpdateSet({ message_count: ordinal }),
      )
      .execute();
    await trx
      .insertInto('message')
      .values({
        centre,
        interaction_id: interactionId,
        ordinal,
        id: `${interactionId}_${ordinal}`,
        author_kind: 'customer',
        author_id: null,
        pii_text: text,
        at: ordinal,
      })
      .execute();
  });
}

function connect(secret: string): TestLiveClient {
  const client = liveClient(() => served.address, secret);
  clients.push(client);
  return client;
}

/** Follows a topic and shows its latest state. */
function follow<Name extends TopicName>(
  client: TestLiveClient,
  topic: Name,
  params: TopicParams<Name>,
): { state: TopicState<Name> | undefined } {
  const seen: { state: TopicState<Name> | undefined } = { state: undefined };
  client.subscribe({ topic, params, onState: (state) => (seen.state = state) });
  return seen;
}

/** A bare socket that has opened, with what it hears. */
async function bare(secret: string): Promise<{ socket: WebSocket; heard: ServerMessage[] }> {
  const socket = openSocket(served.address, secret);
  const heard: ServerMessage[] = [];
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as ServerMessage));
  await once(socket, 'open');
  return { socket, heard };
}

const subscribing = (id: string, topic: string, rest: object = {}): string =>
  JSON.stringify({ kind: 'subscribe', id, topic, ...rest });

/** Parameters with which each topic can be followed. */
const PARAMS: { readonly [Name in TopicName]: TopicParams<Name> } = {
  'my-queue': {},
  presence: {},
  people: { agentIds: ['somebody'] },
  wallboard: {},
  conversation: { interactionId: 'interaction_1' },
};

describe('who may listen', () => {
  const statusOf = async (socket: WebSocket): Promise<number | undefined> => {
    const [, response] = (await once(socket, 'unexpected-response')) as [
      unknown,
      { statusCode?: number; resume(): void },
    ];
    response.resume();
    socket.on('error', () => undefined).terminate();
    return response.statusCode;
  };

  test('no stranger, no forger, no key of another centre, no page of another site', async () => {
    const { kysely: db } = served.centre.database;
    const other = await createApiKey(db, { centre: 'another', name: 'other', scopes: SCOPES });
    const own = await served.keyWith(SCOPES);
    const { address } = served;
    expect(await statusOf(openSocket(address))).toBe(401);
    expect(await statusOf(openSocket(address, `rapport_${'x'.repeat(43)}`))).toBe(401);
    expect(await statusOf(openSocket(address, other.secret))).toBe(401);
    const foreign = { origin: 'https://elsewhere.example' };
    expect(await statusOf(openSocket(address, own, foreign))).toBe(403);
    const { socket } = await bare(own);
    socket.terminate();
  });

  test.each(ALL)('%s opens to its scope and to no other', async (topic, { access }) => {
    for (const scope of SCOPES) {
      const { socket, heard } = await bare(await served.keyWith([scope], 'somebody'));
      socket.send(subscribing('mine', topic, { params: PARAMS[topic] }));
      await expect.poll(() => heard.length).toBeGreaterThan(0);
      const [first] = heard;
      if (scope === access.scope) expect(first?.kind).toBe('snapshot');
      else expect(first).toMatchObject({ kind: 'problem', id: 'mine', type: 'forbidden' });
      socket.terminate();
    }
  });

  test('a queue is its agent’s alone, and whoever is none has none', async () => {
    const [ann, ben] = [await newAgent('ann'), await newAgent('ben')];
    const seen = follow(connect(await served.keyWith(['work:read'], ann)), 'my-queue', {});
    const others = follow(connect(await served.keyWith(['work:read'], ben)), 'my-queue', {});
    await expect.poll(() => [seen.state, others.state]).toEqual([{ items: [] }, { items: [] }]);
    await receiveFor(ann, 'ann_1');
    await receiveFor(ben, 'ben_1');
    const mine = (state: TopicState<'my-queue'> | undefined) =>
      state?.items.map(({ workId }) => workId);
    await expect.poll(() => mine(seen.state)).toEqual(['ann_1']);
    await expect.poll(() => mine(others.state)).toEqual(['ben_1']);
    const { socket, heard } = await bare(await served.keyWith(SCOPES));
    socket.send(subscribing('q', 'my-queue'));
    socket.send(subscribing('r', 'my-queue', { params: { agentId: ann } }));
    await expect.poll(() => heard.length).toBe(2);
    expect(heard[0]).toMatchObject({ id: 'r', type: 'field-invalid', field: 'params.agentId' });
    expect(heard[1]).toMatchObject({ id: 'q', type: 'forbidden' });
    socket.terminate();
  });

  test('no conversation of another centre, and none that there is not', async () => {
    await say('elsewhere', 1, 'secret', 'another');
    const { socket, heard } = await bare(await served.keyWith(['interactions:read']));
    for (const interactionId of ['elsewhere', 'nowhere']) {
      socket.send(subscribing(interactionId, 'conversation', { params: { interactionId } }));
    }
    await expect.poll(() => heard.length).toBe(2);
    for (const message of heard) expect(message).toMatchObject({ type: 'not-found' });
    socket.terminate();
  });

  test('a key that was revoked hears nothing more within five seconds', async () => {
    const { kysely: db } = served.centre.database;
    const key = await createApiKey(db, { centre: 'main', name: 'brief', scopes: ['floor:read'] });
    const { socket } = await bare(key.secret);
    const closed = once(socket, 'close');
    await revokeApiKey(db, 'main', key.id);
    const begun = performance.now();
    const [code] = (await closed) as [number];
    expect(code).toBe(CLOSE_CODES.unauthenticated);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});

describe('topics', () => {
  test('my-queue shows an offer as it is made, taken and finished, as the route does', async () => {
    const agentId = await newAgent('ted');
    const seen = follow(connect(await served.keyWith(['work:read'], agentId)), 'my-queue', {});
    await expect.poll(() => seen.state).toEqual({ items: [] });
    await receiveFor(agentId, 'ted_1', 'customer_1');
    await expect.poll(() => seen.state?.items[0]?.status).toBe('offered');
    const ted = await served.callerWith(['work:read'], agentId);
    const route = async () =>
      (await ted('GET', `/api/v1/me/queue?after=${served.centre.host.position}`)).answer;
    expect(await route()).toEqual(seen.state);
    const mine = { workId: asId<'work'>('ted_1'), agentId: asId<'agent'>(agentId) };
    await give({ type: 'accept-offer', ...mine });
    await expect.poll(() => seen.state?.items[0]?.status).toBe('active');
    expect(seen.state?.items[0]).not.toHaveProperty('expiresAt');
    expect(await route()).toEqual(seen.state);
    await give({ type: 'complete-work', ...mine });
    await expect.poll(() => seen.state).toEqual({ items: [] });
  });

  test('presence shows everybody, people those on the screen', async () => {
    const [eva, leo] = [await newAgent('eva'), await newAgent('leo')];
    const client = connect(await served.keyWith(['agents:read']));
    const everybody = follow(client, 'presence', {});
    const screen = follow(client, 'people', { agentIds: [eva, 'nobody'] });
    await expect.poll(() => screen.state?.agents.map(({ state }) => state)).toEqual(['ready']);
    for (const agentId of [asId<'agent'>(eva), asId<'agent'>(leo)]) {
      await give({ type: 'set-agent-state', agentId, state: 'not-ready', reason: 'lunch' });
    }
    const reasonOf = (state: TopicState<'presence'> | undefined, id: string) =>
      state?.agents.find(({ agentId }) => agentId === id)?.reason;
    await expect.poll(() => reasonOf(everybody.state, leo)).toBe('lunch');
    expect(reasonOf(everybody.state, eva)).toBe('lunch');
    expect(screen.state?.agents).toEqual([
      everybody.state?.agents.find(({ agentId }) => agentId === eva),
    ]);
  });

  test('wallboard counts as the route does, and queues tell whose items wait', async () => {
    const amy = await newAgent('amy');
    const caller = await served.callerWith(['floor:read']);
    const seen = follow(connect(await served.keyWith(['floor:read'])), 'wallboard', {});
    await expect.poll(() => seen.state).toBeDefined();
    const before = seen.state;
    await give({
      type: 'change-bond',
      customerId: asId('amys'),
      ownerId: asId<'agent'>(amy),
      deputyIds: [],
    });
    await give({ type: 'set-agent-state', agentId: asId<'agent'>(amy), state: 'not-ready' });
    await receiveFor(amy, 'amy_1', 'amys');
    await receiveFor(amy, 'amy_2', 'amys');
    await receiveFor(amy, 'amy_3');
    await expect
      .poll(() => seen.state?.waiting.waitingCount)
      .toBe((before?.waiting.waitingCount ?? 0) + 3);
    expect(seen.state?.today.arrivedCount).toBe((before?.today.arrivedCount ?? 0) + 3);
    await expect
      .poll(async () => (await caller('GET', '/api/v1/wallboard')).answer)
      .toEqual(seen.state);
    const after = served.centre.host.position;
    const { answer } = await caller('GET', `/api/v1/queues?after=${after}`);
    const personal = answer['personal'] as readonly Record<string, unknown>[];
    const waitingSince = seen.state?.waiting.waitingSince;
    expect(personal.find(({ agentId }) => agentId === amy)).toMatchObject({ waitingCount: 2 });
    expect(answer['pool']).toMatchObject({ waitingCount: 1 });
    expect(waitingSince).toBeTypeOf('number');
    await give({ type: 'abandon-work', workId: asId('amy_3') });
    await expect
      .poll(() => seen.state?.today.abandonedCount)
      .toBe((before?.today.abandonedCount ?? 0) + 1);
  });

  test('conversation shows the last messages and each that comes', async () => {
    for (let ordinal = 1; ordinal <= 205; ordinal++) await say('long', ordinal, `line ${ordinal}`);
    const key = await served.keyWith(['interactions:read']);
    const seen = follow(connect(key), 'conversation', { interactionId: 'long' });
    await expect.poll(() => seen.state?.messages.length).toBe(200);
    expect(seen.state?.messages[0]?.ordinal).toBe(6);
    await say('long', 206, 'and more');
    await say('long', 207, 'and the end');
    await expect
      .poll(() => seen.state?.messages.at(-1)?.piiText, { timeout: 5_000 })
      .toBe('and the end');
    expect(seen.state?.messages.length).toBe(202);
    const { socket, heard } = await bare(key);
    const params = { interactionId: 'long' };
    socket.send(subscribing('again', 'conversation', { params, position: 205 }));
    await expect.poll(() => heard.map(({ kind }) => kind)).toEqual(['resync', 'delta', 'delta']);
    socket.terminate();
  });
});

describe('a client that was away', () => {
  test('gets what came after its position, and then what comes', async () => {
    const agentId = await newAgent('zoe');
    const key = await served.keyWith(['work:read'], agentId);
    const first = await bare(key);
    first.socket.send(subscribing('a', 'my-queue'));
    await expect.poll(() => first.heard[0]?.kind).toBe('snapshot');
    const [snapshot] = first.heard;
    const position = snapshot?.kind === 'snapshot' ? snapshot.position : 0;
    await receiveFor(agentId, 'zoe_1');
    await give({
      type: 'decline-offer',
      workId: asId('zoe_1'),
      agentId: asId(agentId),
      reason: 'x',
    });
    await expect.poll(() => first.heard.filter(({ kind }) => kind === 'delta').length).toBe(2);
    const second = await bare(key);
    second.socket.send(subscribing('a', 'my-queue', { position }));
    await expect.poll(() => second.heard.at(-1)?.kind).toBe('resync');
    const deltas = (heard: readonly ServerMessage[]) =>
      heard.filter(({ kind }) => kind === 'delta').map((message) => JSON.stringify(message));
    expect(deltas(second.heard)).toEqual(deltas(first.heard));
    first.socket.terminate();
    second.socket.terminate();
  });

  test('with a position that nobody gave gets a snapshot', async () => {
    const { socket, heard } = await bare(await served.keyWith(['agents:read']));
    socket.send(subscribing('a', 'presence', { position: 9_999_999 }));
    await expect.poll(() => heard[0]?.kind).toBe('snapshot');
    socket.terminate();
  });
});

describe('what clients may not do', () => {
  test('messages that mean nothing get a problem that names the field, and in the end a close', async () => {
    const { socket, heard } = await bare(await served.keyWith(SCOPES));
    const closed = once(socket, 'close');
    const nonsense = [
      'not json',
      '17',
      '{"kind":"shout"}',
      subscribing('a', 'weather'),
      subscribing('no spaces', 'wallboard'),
      subscribing('a', 'people', { params: { agentIds: 'all' } }),
      subscribing('a', 'people', { params: { agentIds: Array.from({ length: 201 }, String) } }),
      subscribing('a', 'wallboard', { position: -1 }),
      subscribing('a', 'wallboard', { surprise: true }),
      '{"kind":"unsubscribe"}',
    ];
    for (const text of nonsense) socket.send(text);
    expect((await closed)[0]).toBe(CLOSE_CODES.malformed);
    expect(heard.map((message) => message.kind === 'problem' && message.field)).toEqual([
      'message',
      'kind',
      'kind',
      'topic',
      'id',
      'params.agentIds',
      'params.agentIds',
      'position',
      'surprise',
      'id',
    ]);
  });

  test('too many subscriptions, messages, connections or bytes', async () => {
    const key = await served.keyWith(['floor:read']);
    const first = await bare(key);
    for (let count = 1; count <= 51; count++)
      first.socket.send(subscribing(`w${count}`, 'wallboard'));
    await expect.poll(() => first.heard.length).toBe(51);
    expect(first.heard.at(-1)).toMatchObject({ id: 'w51', type: 'too-many-subscriptions' });
    const closed = once(first.socket, 'close');
    for (let count = 0; count < 200; count++) first.socket.send('{"kind":"unsubscribe","id":"x"}');
    expect((await closed)[0]).toBe(CLOSE_CODES.tooManyMessages);
    const second = await bare(key);
    const tooLarge = once(second.socket, 'close');
    second.socket.send('x'.repeat(100_000));
    expect((await tooLarge)[0]).toBe(1009);
    const sockets = await Promise.all(Array.from({ length: 20 }, () => bare(key)));
    const refused = openSocket(served.address, key);
    const [error] = (await once(refused, 'error')) as [Error];
    expect(error.message).toContain('429');
    for (const { socket } of sockets) socket.terminate();
  });
});

describe('many, and slow ones', () => {
  test('a client that takes nothing for a while costs nobody else, and misses nothing', async () => {
    const key = await served.keyWith(['interactions:read']);
    const params = { interactionId: 'loud' };
    await say('loud', 1, 'first');
    const [slow, quick] = [await bare(key), await bare(key)];
    for (const { socket, heard } of [slow, quick]) {
      socket.send(subscribing('c', 'conversation', { params }));
      await expect.poll(() => heard[0]?.kind).toBe('snapshot');
    }
    slow.socket.pause();
    // More than the system's buffers and the server's take together.
    const text = 'x'.repeat(200_000);
    for (let ordinal = 2; ordinal <= 121; ordinal++) await say('loud', ordinal, text);
    const ordinals = (heard: readonly ServerMessage[]) =>
      heard.flatMap((message) => (message.kind === 'delta' ? [message.position] : []));
    const all = Array.from({ length: 120 }, (_, index) => index + 2);
    await expect.poll(() => ordinals(quick.heard), { timeout: 20_000 }).toEqual(all);
    expect(slow.heard.length).toBeLessThan(10);
    slow.socket.resume();
    await expect.poll(() => ordinals(slow.heard), { timeout: 20_000 }).toEqual(all);
    // It fell behind, and was brought in step again.
    expect(slow.heard.map(({ kind }) => kind)).toContain('resync');
    slow.socket.terminate();
    quick.socket.terminate();
  });

  test('five hundred clients are in step within seconds, and hear the same', async () => {
    const keys = await Promise.all(
      Array.from({ length: 25 }, () => served.keyWith(['agents:read'])),
    );
    const begun = performance.now();
    const all = await Promise.all(
      Array.from({ length: 500 }, async (_, index) => {
        const client = await bare(keys[index % keys.length] ?? '');
        client.socket.send(subscribing('p', 'presence'));
        await expect.poll(() => client.heard.length, { timeout: 20_000 }).toBeGreaterThan(0);
        return client;
      }),
    );
    expect(performance.now() - begun).toBeLessThan(20_000);
    await newAgent('newcomer');
    const deltas = ({ heard }: { heard: readonly ServerMessage[] }) =>
      heard.filter(({ kind }) => kind === 'delta').map((message) => JSON.stringify(message));
    const [first] = all;
    await expect.poll(() => (first === undefined ? 0 : deltas(first).length)).toBe(2);
    for (const client of all) {
      await expect.poll(() => deltas(client).length).toBe(2);
      expect(deltas(client)).toEqual(first && deltas(first));
      client.socket.terminate();
    }
  });
});

test('closing the centre tells what is durable first, and to come again', async () => {
  const closing = await openHttpCentre();
  const secret = await closing.keyWith(['agents:read']);
  const socket = openSocket(closing.address, secret);
  const heard: ServerMessage[] = [];
  socket.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as ServerMessage));
  await once(socket, 'open');
  socket.send(subscribing('p', 'presence'));
  await expect.poll(() => heard[0]?.kind).toBe('snapshot');
  const closed = once(socket, 'close');
  const capacity = STANDARD_CAPACITY;
  const agentId = asId<'agent'>('last');
  const command: Command = { type: 'register-agent', agentId, skills: [], capacity };
  await closing.centre.host.execute(command, { commandId: 'last', actor: 'test' });
  await closing[Symbol.asyncDispose]();
  expect((await closed)[0]).toBe(CLOSE_CODES.restarting);
  expect(heard.at(-1)).toMatchObject({ kind: 'delta', changes: [{ agentId: 'last' }] });
});
