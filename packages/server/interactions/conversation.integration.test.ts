import { asId } from '@rapport/core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Principal } from '../identity/principal.ts';
import { type Caller, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';
import { conversationRefusal } from './conversation-refusal.ts';

const SERVE = ['work:serve', 'work:read', 'interactions:read', 'interactions:write'] as const;
const CHANNEL = [
  ...(['interactions:read', 'interactions:write', 'promises:write'] as const),
  ...(['agents:write', 'bonds:write'] as const),
];

interface Agent {
  readonly agentId: string;
  readonly call: Caller;
}

let served: HttpCentre;
let channel: Caller;
let ted: Agent;
let ann: Agent;

beforeAll(async () => {
  served = await openHttpCentre();
  channel = await served.callerWith(CHANNEL);
  const body = { targetMs: 20_000, shareRatio: 0.8 };
  await channel('PUT', '/api/v1/promises/chats', { body });
  [ted, ann] = [await newAgent('Ted', 'ted'), await newAgent('Ann', 'ann')];
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

let customer = 0;
beforeEach(() => {
  customer++;
});

async function newAgent(piiName: string, skill: string): Promise<Agent> {
  const body = {
    piiName,
    skills: [{ skill, level: 1 }],
    capacity: { units: 100, weights: { chat: 1 } },
  };
  const { answer } = await channel('POST', '/api/v1/agents', { body });
  const agentId = answer['agentId'] as string;
  const call = await served.callerWith(SERVE, agentId);
  await call('POST', '/api/v1/me/state', { body: { state: 'ready' } });
  return { agentId, call };
}

interface Chat {
  readonly interactionId: string;
  readonly workId: string;
  readonly customerId: string;
  readonly path: string;
}

/** A chat that only the agent with this skill can be offered. */
async function chatFor(skill: string, value = `c${customer}@example.org`): Promise<Chat> {
  const { answer } = await channel('POST', '/api/v1/interactions', {
    body: {
      ...{ channel: 'chat', promiseId: 'chats', piiSubject: 'Bill', piiText: 'Hello?' },
      identity: { kind: 'email', value },
      requirements: [{ skill, minLevel: 1 }],
    },
  });
  const chat = answer as unknown as Chat;
  return { ...chat, path: `/api/v1/interactions/${chat.interactionId}` };
}

async function acceptedBy({ call }: Agent, skill: string, value?: string): Promise<Chat> {
  const chat = await chatFor(skill, value);
  await work({ call }, chat, 'accept');
  return chat;
}

const work = ({ call }: Pick<Agent, 'call'>, { workId }: Chat, verb: string, body?: unknown) =>
  call('POST', `/api/v1/work/${workId}/${verb}`, { ...(body !== undefined && { body }) });

const say = (call: Caller, { path }: Chat, body: unknown, key?: string) =>
  call('POST', `${path}/messages`, { body, ...(key !== undefined && { key }) });

const hello = { piiText: 'How can I help?' };

describe('a conversation', () => {
  test('goes back and forth, and is over when its item is', async () => {
    const chat = await acceptedBy(ted, 'ted');
    expect((await say(ted.call, chat, hello)).answer).toMatchObject({ ordinal: 2 });
    const theirs = { piiText: 'My bill.', from: 'customer' };
    expect((await say(channel, chat, theirs)).answer).toMatchObject({ ordinal: 3 });
    expect((await say(ted.call, chat, { piiText: 'Owes us.', isNote: true })).status).toBe(201);
    const { answer } = await ted.call('GET', `${chat.path}/messages`);
    expect(answer['items']).toMatchObject([
      { ordinal: 1, from: 'customer', authorId: chat.customerId, piiText: 'Hello?' },
      { ordinal: 2, from: 'agent', authorId: ted.agentId, piiText: 'How can I help?' },
      { ordinal: 3, from: 'customer', authorId: chat.customerId, piiText: 'My bill.' },
      { ordinal: 4, from: 'agent', authorId: ted.agentId, isNote: true },
    ]);
    await ted.call('POST', `${chat.path}/end`);
    expect((await work(ted, chat, 'complete', { disposition: 'solved' })).status).toBe(200);
    const after = `${chat.path}?after=${served.centre.host.position}`;
    const { answer: over } = await ted.call('GET', after);
    expect(over).toMatchObject({ status: 'done', answeredBy: ted.agentId, messageCount: 4 });
    expect(over['endedAt']).toBeTypeOf('number');
    for (const [call, body] of [
      [ted.call, hello],
      [channel, theirs],
    ] as const) {
      const late = await say(call, chat, body);
      expect([late.status, late.answer['type']]).toEqual([409, 'interaction-over']);
    }
  });

  test('200 messages at once are counted from 2 to 201, each told once it is kept', async () => {
    const chat = await acceptedBy(ted, 'ted');
    const told: number[] = [];
    const stop = served.centre.messages.onMessage(({ interactionId, ordinal }) => {
      if (interactionId === chat.interactionId) told.push(ordinal);
    });
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, number) =>
        say(channel, chat, { piiText: `${number}`, from: 'customer' }),
      ),
    );
    stop();
    const expected = Array.from({ length: 200 }, (_, number) => number + 2);
    const ordinals = answers.map(({ answer }) => answer['ordinal'] as number);
    expect(ordinals.toSorted((a, b) => a - b)).toEqual(expected);
    expect(told.toSorted((a, b) => a - b)).toEqual(expected);
    const seen: number[] = [];
    let cursor = '';
    do {
      const { answer } = await channel(
        'GET',
        `${chat.path}/messages?limit=90&afterOrdinal=1${cursor}`,
      );
      const { items, nextCursor } = answer as { items: { ordinal: number }[]; nextCursor?: string };
      seen.push(...items.map(({ ordinal }) => ordinal));
      cursor = nextCursor === undefined ? '' : `&cursor=${nextCursor}`;
    } while (cursor !== '');
    expect(seen).toEqual(expected);
  });

  test('said twice under one key is said once, at once or after it is over', async () => {
    const chat = await acceptedBy(ted, 'ted');
    const other = await acceptedBy(ted, 'ted');
    const twice = await Promise.all(
      [1, 2, 3].map(() => say(ted.call, chat, hello, `k${customer}`)),
    );
    expect(new Set(twice.map(({ answer }) => answer['ordinal']))).toEqual(new Set([2]));
    expect((await say(ted.call, chat, { piiText: 'Other' }, `k${customer}`)).status).toBe(422);
    expect((await say(ted.call, other, hello, `k${customer}`)).status).toBe(422);
    expect((await say(ted.call, chat, { piiText: 'Next' })).answer).toMatchObject({ ordinal: 3 });
    await work(ted, chat, 'complete', {});
    expect(await say(ted.call, chat, hello, `k${customer}`)).toEqual(twice[0]);
  });
});

describe('nobody speaks for another', () => {
  test('an agent replies where he carries the item, and not before he accepts', async () => {
    const chat = await chatFor('ted');
    expect(await say(ted.call, chat, hello)).toMatchObject({ status: 403 });
    await work(ted, chat, 'accept');
    expect(await say(ted.call, chat, hello)).toMatchObject({ status: 201 });
    expect(await say(ann.call, chat, hello)).toMatchObject({ status: 404 });
  });

  test('a colleague who knows the customer may read, and not reply or end it', async () => {
    const chat = await acceptedBy(ted, 'ted');
    const bond = { ownerId: ann.agentId, deputyIds: [] };
    const bonded = await channel('PUT', `/api/v1/customers/${chat.customerId}/bond`, {
      body: bond,
    });
    const after = `?after=${String(bonded.answer['position'])}`;
    expect((await ann.call('GET', `${chat.path}${after}`)).status).toBe(200);
    expect(await say(ann.call, chat, hello)).toMatchObject({
      status: 403,
      answer: { type: 'work-not-yours' },
    });
    expect((await ann.call('POST', `${chat.path}/end`)).status).toBe(403);
  });

  test('agents are not the customer, and keys that are no agent are nobody else', async () => {
    const chat = await acceptedBy(ted, 'ted');
    const forged = { piiText: 'I cancel.', from: 'customer' };
    expect(await say(ted.call, chat, forged)).toMatchObject({ status: 403 });
    expect(await say(channel, chat, hello)).toMatchObject({ status: 403 });
    const note = await say(channel, chat, { ...forged, isNote: true });
    expect([note.status, note.answer['field']]).toEqual([400, 'isNote']);
  });
});

describe("other people's conversations", () => {
  test('are to an agent as those that do not exist', async () => {
    const chat = await acceptedBy(ted, 'ted');
    const path = '/api/v1/interactions/interaction_none';
    for (const [method, rest, body] of [
      ['GET', '', undefined],
      ['GET', '/messages', undefined],
      ['POST', '/messages', hello],
      ['POST', '/end', undefined],
    ] as const) {
      const given = body === undefined ? {} : { body };
      const theirs = await ann.call(method, `${chat.path}${rest}`, given);
      const nothing = await ann.call(method, `${path}${rest}`, given);
      expect(theirs.status).toBe(404);
      expect(JSON.stringify(theirs).replaceAll(chat.interactionId, 'interaction_none')).toEqual(
        JSON.stringify(nothing),
      );
    }
    const { answer } = await ann.call('GET', `/api/v1/interactions?customerId=${chat.customerId}`);
    expect(answer['items']).toEqual([]);
    expect((await ann.call('GET', `${chat.path}/messages`)).status).toBe(404);
    expect((await ted.call('GET', `${chat.path}/messages`)).status).toBe(200);
  });

  test('can be read while the customer is in the hands of whoever asks', async () => {
    const value = `c${customer}@example.org`;
    const past = await acceptedBy(ted, 'ted', value);
    await work(ted, past, 'complete', {});
    expect((await ann.call('GET', past.path)).status).toBe(404);
    const present = await chatFor('ann', value);
    expect((await ann.call('GET', past.path)).status).toBe(200);
    const list = await ann.call('GET', `/api/v1/interactions?customerId=${past.customerId}`);
    const { items } = list.answer as { items: Chat[] };
    expect(items.map(({ interactionId }) => interactionId)).toEqual([
      present.interactionId,
      past.interactionId,
    ]);
    const byItem = await ann.call('GET', `/api/v1/interactions?workId=${present.workId}`);
    expect((byItem.answer['items'] as Chat[]).length).toBe(1);
    await channel('POST', `${present.path}/end`);
    const bonds = `${past.path}?after=${served.centre.host.position}`;
    expect((await ann.call('GET', bonds)).status).toBe(404);
    expect((await ted.call('GET', bonds)).status).toBe(200);
  });

  test('are not listed for an agent who names nobody, and all are for who sees all', async () => {
    const refused = await ann.call('GET', '/api/v1/interactions');
    expect([refused.status, refused.answer['field']]).toEqual([400, 'customerId']);
    const chat = await chatFor('ann');
    const { answer } = await channel('GET', '/api/v1/interactions?limit=1');
    expect(answer['items']).toMatchObject([{ interactionId: chat.interactionId }]);
    expect(answer['nextCursor']).toBeTypeOf('string');
    await channel('POST', `${chat.path}/end`);
  });

  test('are open to supervisors, and to nobody who merely has the role of an agent', async () => {
    const chat = await acceptedBy(ann, 'ann');
    const { centre } = served;
    const rooms = { db: centre.database.kysely, centre: centre.name, host: centre.host };
    const person: Principal = {
      ...{ id: 'person_1', kind: 'person', centre: centre.name, scopes: [], teamIds: [] },
      ...{ roles: ['agent'], agentId: undefined },
    };
    const { interactionId } = chat;
    expect(await conversationRefusal(rooms, person, interactionId)).toMatchObject({ status: 404 });
    const annHerself = { ...person, agentId: asId<'agent'>(ann.agentId) };
    expect(await conversationRefusal(rooms, annHerself, interactionId)).toBeUndefined();
    const supervisor = { ...person, roles: ['supervisor' as const] };
    expect(await conversationRefusal(rooms, supervisor, interactionId)).toBeUndefined();
  });

  test('of another centre do not exist', async () => {
    const { kysely: db } = served.centre.database;
    const row = { centre: 'other', id: 'interaction_other', work_id: 'w', channel: 'chat' };
    await db
      .insertInto('interaction')
      .values({ ...row, started_at: 1 })
      .execute();
    const path = '/api/v1/interactions/interaction_other';
    const foreign = { path, interactionId: '', workId: '', customerId: '' };
    const words = { piiText: 'x', from: 'customer' };
    expect((await channel('GET', path)).status).toBe(404);
    expect((await channel('GET', `${path}/messages`)).status).toBe(404);
    expect((await say(channel, foreign, words)).status).toBe(404);
    expect((await channel('POST', `${path}/end`)).status).toBe(404);
  });
});

describe('whoever speaks for the customer', () => {
  test.each([
    ['abandons what nobody has answered', false, 'abandoned'],
    ['begins the wrap-up of what somebody has', true, 'wrap-up'],
  ])('%s, once', async (_what, isAnswered, status) => {
    const chat = await chatFor('ted');
    if (isAnswered) await work(ted, chat, 'accept');
    const ended = await channel('POST', `${chat.path}/end`, { key: `end${customer}` });
    expect(ended.status).toBe(200);
    expect((await channel('POST', `${chat.path}/end`, { key: `end${customer}` })).status).toBe(200);
    const after = `${chat.path}?after=${served.centre.host.position}`;
    expect((await channel('GET', after)).answer).toMatchObject({ status });
  });
});
