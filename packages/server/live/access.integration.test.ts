import { once } from 'node:events';
import {
  CLOSE_CODES,
  SCOPES,
  type Topic,
  type TopicName,
  TOPICS,
  type TopicParams,
  type TopicState,
} from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import { createApiKey, revokeApiKey } from '../identity/api-keys.ts';
import { follow, type LiveCentre, openLiveCentre, subscribing } from '../testing/live-centre.ts';
import { openSocket } from '../testing/live-socket.ts';
import { ownTime } from '../testing/own-time.ts';

const ALL = Object.entries(TOPICS) as readonly [TopicName, Topic][];

let served: LiveCentre;

beforeAll(async () => {
  served = await openLiveCentre();
  await served.say('interaction_1', 1, 'hello');
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

/** Parameters with which each topic can be followed. */
const PARAMS: { readonly [Name in TopicName]: TopicParams<Name> } = {
  'my-queue': {},
  'my-cards': {},
  signs: { interactionId: 'interaction_1' },
  presence: {},
  people: { agentIds: ['somebody'] },
  wallboard: {},
  floor: {},
  'my-notices': {},
  emergencies: {},
  'my-alerts': {},
  'my-waiting': {},
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
    const own = await served.secretWith(SCOPES);
    const { address } = served;
    expect(await statusOf(openSocket(address))).toBe(401);
    expect(await statusOf(openSocket(address, `rapport_${'x'.repeat(43)}`))).toBe(401);
    expect(await statusOf(openSocket(address, other.secret))).toBe(401);
    const foreign = { origin: 'https://elsewhere.example' };
    expect(await statusOf(openSocket(address, own, foreign))).toBe(403);
    const { socket } = await served.bare(own);
    socket.terminate();
  });

  test.each(ALL)('%s opens to its scope and to no other', async (topic, { access }) => {
    // A key that is no agent may follow every conversation.
    const whom = access.reach === 'self' ? 'somebody' : undefined;
    for (const scope of SCOPES) {
      const { socket, heard } = await served.bare(await served.secretWith([scope], whom));
      socket.send(subscribing('mine', topic, { params: PARAMS[topic] }));
      await expect.poll(() => heard.length).toBeGreaterThan(0);
      const [first] = heard;
      if (scope === access.scope) expect(first?.kind).toBe('snapshot');
      else expect(first).toMatchObject({ kind: 'problem', id: 'mine', type: 'forbidden' });
      socket.terminate();
    }
  });

  test('a queue is its agent’s alone, and whoever is none has none', async () => {
    const [ann, ben] = [await served.newAgent('ann'), await served.newAgent('ben')];
    const seen = follow(await served.clientWith(['work:read'], ann), 'my-queue', {});
    const others = follow(await served.clientWith(['work:read'], ben), 'my-queue', {});
    await expect.poll(() => [seen.state, others.state]).toEqual([{ items: [] }, { items: [] }]);
    await served.receiveFor(ann, 'ann_1');
    await served.receiveFor(ben, 'ben_1');
    const mine = (state: TopicState<'my-queue'> | undefined) =>
      state?.items.map(({ workId }) => workId);
    await expect.poll(() => mine(seen.state)).toEqual(['ann_1']);
    await expect.poll(() => mine(others.state)).toEqual(['ben_1']);
    const { socket, heard } = await served.bare(await served.secretWith(SCOPES));
    socket.send(subscribing('q', 'my-queue'));
    socket.send(subscribing('r', 'my-queue', { params: { agentId: ann } }));
    socket.send(JSON.stringify({ kind: 'subscribe', id: 's', topic: 'nonsense' }));
    await expect.poll(() => heard.length).toBe(3);
    const unknown = heard.find((message) => 'id' in message && message.id === 's');
    expect(unknown).toMatchObject({ type: 'field-invalid', field: 'topic' });
    const rest = heard.filter((message) => message !== unknown);
    expect(rest[0]).toMatchObject({ id: 'r', type: 'field-invalid', field: 'params.agentId' });
    expect(rest[1]).toMatchObject({ id: 'q', type: 'forbidden' });
    socket.terminate();
  });

  test('no conversation of another centre, and none that there is not', async () => {
    await served.say('elsewhere', 1, 'secret', 'another');
    const { socket, heard } = await served.bare(await served.secretWith(['interactions:read']));
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
    const { socket } = await served.bare(key.secret);
    const closed = once(socket, 'close');
    await revokeApiKey(db, 'main', key.id);
    using own = ownTime();
    const [code] = (await closed) as [number];
    expect(code).toBe(CLOSE_CODES.unauthenticated);
    expect(own.elapsedMs()).toBeLessThan(5_000);
  });
});

describe('what clients may not do', () => {
  test('messages that mean nothing get a problem that names the field, and in the end a close', async () => {
    const { socket, heard } = await served.bare(await served.secretWith(SCOPES));
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
    const key = await served.secretWith(['floor:read']);
    const first = await served.bare(key);
    for (let count = 1; count <= 51; count++)
      first.socket.send(subscribing(`w${count}`, 'wallboard'));
    await expect.poll(() => first.heard.length).toBe(51);
    expect(first.heard.at(-1)).toMatchObject({ id: 'w51', type: 'too-many-subscriptions' });
    const closed = once(first.socket, 'close');
    for (let count = 0; count < 200; count++) first.socket.send('{"kind":"unsubscribe","id":"x"}');
    expect((await closed)[0]).toBe(CLOSE_CODES.tooManyMessages);
    const second = await served.bare(key);
    const tooLarge = once(second.socket, 'close');
    second.socket.send('x'.repeat(100_000));
    expect((await tooLarge)[0]).toBe(1009);
    const sockets = await Promise.all(Array.from({ length: 20 }, () => served.bare(key)));
    const refused = openSocket(served.address, key);
    const [error] = (await once(refused, 'error')) as [Error];
    expect(error.message).toContain('429');
    for (const { socket } of sockets) socket.terminate();
  });
});
