import { once } from 'node:events';
import {
  CLOSE_CODES,
  type Role,
  ROLES,
  type ServerMessage,
  type Topic,
  type TopicName,
  TOPICS,
  type TopicParams,
} from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import type { SignedInOptions } from '../testing/http-centre.ts';
import { type LiveCentre, openLiveCentre, subscribing } from '../testing/live-centre.ts';
import { openSocket } from '../testing/live-socket.ts';
import { ownTime } from '../testing/own-time.ts';
import { createTestPerson } from '../testing/test-person.ts';

/*
 * Walks all topics with everybody who can sign in. It knows the topics by what they declare; only what
 * they need as parameters is said here.
 */

const ALL = Object.entries(TOPICS) as readonly [TopicName, Topic][];
const PARAMS: { readonly [Name in TopicName]: TopicParams<Name> } = {
  'my-queue': {},
  'my-cards': {},
  signs: { interactionId: 'of_nobody' },
  presence: {},
  people: { agentIds: ['somebody'] },
  wallboard: {},
  floor: {},
  'my-notices': {},
  emergencies: {},
  'my-alerts': {},
  'my-waiting': {},
  conversation: { interactionId: 'of_nobody' },
};
/** Of those who may follow conversations: who follows everybody's. */
const READ_ALL: readonly Role[] = ['supervisor', 'care-owner', 'administrator'];

let served: LiveCentre;

beforeAll(async () => {
  served = await openLiveCentre();
  await served.say('of_nobody', 1, 'hello');
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

/** A socket of somebody who has signed in, opened by a page of ours. */
async function socketOf(cookie: string) {
  const socket = openSocket(served.address, undefined, { cookie, origin: served.address });
  const heard: ServerMessage[] = [];
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as ServerMessage;
    // Which may come at any time.
    if (message.kind !== 'heartbeat') heard.push(message);
  });
  await once(socket, 'open');
  return { socket, heard };
}

async function signedIn(roles: readonly Role[], options?: SignedInOptions) {
  const person = await served.signedInAs(roles, options);
  return { ...person, ...(await socketOf(person.cookie)) };
}

/** What came of following each topic: `snapshot`, or the type of the problem. */
async function walk({
  socket,
  heard,
}: {
  socket: WebSocket;
  heard: readonly ServerMessage[];
}): Promise<Readonly<Record<string, string>>> {
  for (const [topic] of ALL) socket.send(subscribing(topic, topic, { params: PARAMS[topic] }));
  const first = (id: string) => heard.find((message) => 'id' in message && message.id === id);
  await expect.poll(() => ALL.every(([topic]) => first(topic) !== undefined)).toBe(true);
  const outcomes = ALL.map(([topic]) => {
    const message = first(topic);
    return [topic, message?.kind === 'problem' ? message.type : String(message?.kind)];
  });
  return Object.fromEntries(outcomes) as Readonly<Record<string, string>>;
}

/** What the topics declare for somebody with these roles who has nothing to do with `of_nobody`. */
function declared(roles: readonly Role[], isAgent: boolean): Readonly<Record<string, string>> {
  const outcomes = ALL.map(([topic, { access }]) => {
    const isAllowed =
      access.roles.some((role) => roles.includes(role)) && (access.reach !== 'self' || isAgent);
    if (!isAllowed) return [topic, 'forbidden'];
    const isHis = access.reach !== 'conversation' || READ_ALL.some((role) => roles.includes(role));
    return [topic, isHis ? 'snapshot' : 'not-found'];
  });
  return Object.fromEntries(outcomes) as Readonly<Record<string, string>>;
}

describe('a person follows what one of his roles may, and nothing else', () => {
  const sets: readonly (readonly Role[])[] = [
    [],
    ...ROLES.map((role) => [role]),
    ['agent', 'planner'],
    ['staff', 'supervisor'],
  ];

  test.each(sets.map((roles) => ({ roles })))('$roles', async ({ roles }) => {
    const agentId = `agent_${roles.join('_')}`;
    const agent = await signedIn(roles, { agentId });
    expect(await walk(agent)).toEqual(declared(roles, true));
    const other = await signedIn(roles);
    expect(await walk(other)).toEqual(declared(roles, false));
    agent.socket.terminate();
    other.socket.terminate();
  });

  test('there is somebody for each topic, and somebody for whom it is not', () => {
    const outcomes = ROLES.map((role) => declared([role], false));
    expect(new Set(outcomes.map((each) => each['wallboard']))).toContain('forbidden');
    expect(new Set(outcomes.map((each) => each['conversation']))).toEqual(
      new Set(['forbidden', 'not-found', 'snapshot']),
    );
  });
});

describe('what belongs to others', () => {
  test('a conversation is his who serves the customer, and none of his colleagues’', async () => {
    const [mia, tom] = [await served.newAgent('mia'), await served.newAgent('tom')];
    await served.receiveFor(mia, 'work_of_hers', 'customer_of_mia');
    await served.say('hers', 1, 'hello');
    await served.say('theirs', 1, 'secret', 'another');
    for (const [agentId, expected] of [
      [mia, 'snapshot'],
      [tom, 'problem'],
    ] as const) {
      const { socket, heard } = await signedIn(['agent'], { agentId });
      const params = { interactionId: 'hers' };
      socket.send(subscribing('c', 'conversation', { params }));
      await expect.poll(() => heard[0]?.kind).toBe(expected);
      socket.terminate();
    }
    // Not even whoever reads all of his own centre.
    const { socket, heard } = await signedIn(['administrator']);
    for (const interactionId of ['theirs', 'nowhere']) {
      socket.send(subscribing('c', 'conversation', { params: { interactionId } }));
    }
    await expect.poll(() => heard.length).toBe(2);
    for (const message of heard) expect(message).toMatchObject({ type: 'not-found' });
    socket.terminate();
  });

  test('a queue is his own, whatever else he is', async () => {
    const [may, sam] = [await served.newAgent('may'), await served.newAgent('sam')];
    await served.receiveFor(may, 'only_hers');
    const { socket, heard } = await signedIn(['agent', 'supervisor', 'administrator'], {
      agentId: sam,
    });
    socket.send(subscribing('q', 'my-queue'));
    socket.send(subscribing('other', 'my-queue', { params: { agentId: may } }));
    await expect.poll(() => heard.length).toBe(2);
    expect(heard).toContainEqual(expect.objectContaining({ id: 'q', state: { items: [] } }));
    expect(heard).toContainEqual(expect.objectContaining({ id: 'other', type: 'field-invalid' }));
    socket.terminate();
  });
});

describe('a session opens a socket', () => {
  const statusOf = async (headers: Record<string, string>): Promise<number | undefined> => {
    const socket = openSocket(served.address, undefined, headers);
    socket.on('error', () => undefined);
    const [, response] = (await once(socket, 'unexpected-response')) as [
      unknown,
      { statusCode?: number; resume(): void },
    ];
    response.resume();
    socket.terminate();
    return response.statusCode;
  };

  test('from our own pages alone, so that no other site rides on it', async () => {
    const { cookie } = await served.signedInAs(['administrator']);
    const foreign = 'https://elsewhere.example';
    const [, port] = served.address.split(/:(?=\d+$)/);
    expect(await statusOf({ cookie })).toBe(403);
    expect(await statusOf({ cookie, origin: foreign })).toBe(403);
    expect(await statusOf({ cookie, origin: 'null' })).toBe(403);
    // The same machine and another port is another site to us, though browsers send the cookie.
    expect(await statusOf({ cookie, origin: `http://127.0.0.1:${Number(port) + 1}` })).toBe(403);
    const site = { 'sec-fetch-site': 'same-site', origin: served.address };
    expect(await statusOf({ cookie, ...site })).toBe(403);
  });

  test('in his own centre alone', async () => {
    const person = { roles: ROLES, centreName: 'another' };
    const { email } = await createTestPerson(served.centre, person);
    const { user_id: userId } = await served.centre.database.kysely
      .selectFrom('person')
      .select('user_id')
      .where('pii_email', '=', email)
      .executeTakeFirstOrThrow();
    const { internalAdapter, authCookies } = await served.centre.identity.engine.$context;
    const { token } = await internalAdapter.createSession(userId ?? '');
    const cookie = `${authCookies.sessionToken.name}=${token}.signature`;
    expect(await statusOf({ cookie, origin: served.address })).toBe(401);
  });

  test.each([
    ['he signs out', async ({ caller }: SignedInPerson) => caller('DELETE', '/api/v1/session')],
    [
      'he loses a role',
      ({ personId }: SignedInPerson) =>
        served.centre.database.kysely
          .updateTable('person')
          .set({ roles: ['staff'] })
          .where('id', '=', personId)
          .execute(),
    ],
    [
      'he is disabled',
      ({ personId }: SignedInPerson) =>
        served.centre.database.kysely
          .updateTable('person')
          .set({ disabled_at: new Date() })
          .where('id', '=', personId)
          .execute(),
    ],
  ])('and it closes within five seconds when %s', async (_what, end) => {
    const person = await signedIn(['agent', 'staff']);
    const closed = once(person.socket, 'close');
    using own = ownTime();
    await end(person);
    expect((await closed)[0]).toBe(CLOSE_CODES.unauthenticated);
    expect(own.elapsedMs()).toBeLessThan(5_000);
  });
});

type SignedInPerson = Awaited<ReturnType<typeof signedIn>>;
