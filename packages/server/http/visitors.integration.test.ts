import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openItem } from '../interactions/open-item.ts';
import { outlooks } from '../visitors/outlook.ts';
import { type Caller, callerAs, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

interface Thread {
  readonly version: string;
  readonly messages: readonly {
    number: number;
    from: string;
    piiText?: string;
    agentName?: string;
  }[];
  readonly progress?: Readonly<Record<string, unknown>>;
  readonly outlook: Readonly<Record<string, unknown>>;
}

const SHOP = 'https://shop.example';
const SERVE = ['work:serve', 'work:read', 'interactions:read', 'interactions:write'] as const;

let served: HttpCentre;
let administrator: Caller;
let ted: Caller;
let tedId: string;

beforeAll(async () => {
  served = await openHttpCentre();
  administrator = await served.callerWith([
    ...(['organisation:read', 'organisation:write', 'promises:write', 'agents:write'] as const),
    ...(['customers:read', 'customers:erase', 'interactions:read', 'bonds:read'] as const),
  ]);
  const promise = { targetMs: 20_000, shareRatio: 0.8 };
  await administrator('PUT', '/api/v1/promises/chats', { body: promise });
  const { answer } = await administrator('POST', '/api/v1/agents', {
    body: {
      piiName: 'Ted Brandt',
      skills: [],
      capacity: { units: 100, weights: { chat: 1, web: 1 } },
    },
  });
  tedId = String(answer['agentId']);
  ted = await served.callerWith(SERVE, tedId);
  await ted('POST', '/api/v1/me/state', { body: { state: 'ready' } });
  await define('chat');
  await define('form', { channel: 'web', name: 'Write to us' });
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

const terms = {
  name: 'Talk to us',
  channel: 'chat',
  isOpen: true,
  origins: [SHOP],
  promiseId: 'chats',
  requirements: [],
  greeting: 'Hello.',
  theme: { colour: '#0b7a5f' },
};
const define = (entryId: string, more: object = {}) =>
  administrator('PUT', `/api/v1/entry-points/${entryId}`, { body: { ...terms, ...more } });

let token = '';
beforeEach(() => {
  token = newToken();
});

const newToken = (): string => `visit_${randomBytes(32).toString('base64url')}`;
/** A visitor with this token, on a page of this origin. */
const visitor = (secret = token, origin = SHOP): Caller =>
  callerAs(served.address, { origin, authorization: `Bearer ${secret}` });
const say = (piiText: string, options: { call?: Caller; key?: string; more?: object } = {}) =>
  (options.call ?? visitor())('POST', '/api/v1/visitor/chat/messages', {
    body: { piiText, ...options.more },
    key: options.key ?? `m-${Math.random()}`,
  });
const read = async (query = '', call = visitor(), entry = 'chat'): Promise<Thread> =>
  (await call('GET', `/api/v1/visitor/${entry}/thread${query}`)).answer as unknown as Thread;
const textsOf = ({ messages }: Thread) => messages.map(({ piiText }) => piiText);

interface Item {
  readonly interactionId: string;
  readonly workId: string;
  readonly customerId: string;
}

/** The latest interaction of the centre, as the desk sees it. */
async function latest(): Promise<Item> {
  const { answer } = await administrator('GET', '/api/v1/interactions?limit=1');
  return (answer['items'] as Item[])[0] as Item;
}
const reply = ({ interactionId }: Item, piiText: string, isNote = false) =>
  ted('POST', `/api/v1/interactions/${interactionId}/messages`, { body: { piiText, isNote } });
const finish = async ({ workId }: Item): Promise<void> => {
  await ted('POST', `/api/v1/work/${workId}/complete`, { body: {} });
};

/** A chat of this visitor that Ted carries. */
async function accepted(text = 'Hello?', more: object = {}): Promise<Item> {
  expect((await say(text, { more })).status).toBe(201);
  const item = await latest();
  expect((await ted('POST', `/api/v1/work/${item.workId}/accept`)).status).toBe(200);
  return item;
}

describe('a chat', () => {
  test('goes back and forth; notes stay with colleagues', async () => {
    expect((await read()).messages).toEqual([]);
    const item = await accepted('Hello?', { piiName: 'Ada', piiEmail: 'Ada@Example.org' });
    await reply(item, 'She owes us.', true);
    await reply(item, 'How can I help?');
    await say('My bill.');
    const thread = await read();
    expect(textsOf(thread)).toEqual(['Hello?', 'How can I help?', 'My bill.']);
    expect(thread.messages[1]).toMatchObject({ from: 'agent', agentName: 'Ted Brandt' });
    expect(thread.progress).toMatchObject({ status: 'with', agentName: 'Ted Brandt' });
    const { answer } = await administrator('GET', `/api/v1/customers/${item.customerId}`);
    expect(answer).toMatchObject({ piiName: 'Ada' });
    const [, second] = thread.messages;
    const rest = await read(`?afterNumber=${String(second?.number)}`);
    expect(textsOf(rest)).toEqual(['My bill.']);
    await finish(item);
  });

  test('that is over goes on as new work of the same customer', async () => {
    const first = await accepted();
    await reply(first, 'Done.');
    await finish(first);
    expect((await read()).progress).toMatchObject({ status: 'over' });
    await say('Once more.');
    const second = await latest();
    expect(second.workId).not.toBe(first.workId);
    expect(second.customerId).toBe(first.customerId);
    const thread = await read();
    expect(textsOf(thread)).toEqual(['Hello?', 'Done.', 'Once more.']);
    const numbers = thread.messages.map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    await visitor()('POST', '/api/v1/visitor/chat/end');
    expect((await read()).progress).toMatchObject({ status: 'over' });
  });

  test('said twice under one key is said once, first words and others, at once too', async () => {
    const began = await Promise.all([1, 2, 3].map(() => say('Hello?', { key: 'a' })));
    expect(new Set(began.map(({ answer }) => answer['number']))).toHaveLength(1);
    await Promise.all([1, 2, 3].map(() => say('Are you there?', { key: 'b' })));
    expect(textsOf(await read())).toEqual(['Hello?', 'Are you there?']);
    expect((await say('Other words.', { key: 'b' })).status).toBe(422);
    await visitor()('POST', '/api/v1/visitor/chat/end');
    await say('Are you there?', { key: 'b' });
    expect(textsOf(await read())).toEqual(['Hello?', 'Are you there?']);
  });

  test('tells who waits for news as soon as there is some', async () => {
    const item = await accepted();
    const heard = async (): Promise<Thread> => {
      for (let version = ''; ;) {
        const thread = await read(`?known=${version}&waitMs=20000`);
        if (textsOf(thread).includes('Here I am.')) return thread;
        // What has changed may also be what the views show of it.
        ({ version } = thread);
      }
    };
    const waiting = heard();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const began = performance.now();
    await reply(item, 'Here I am.');
    await waiting;
    // It looks again after 5 s by itself.
    expect(performance.now() - began).toBeLessThan(3_000);
    await finish(item);
  });

  test('tells after five answered chats how long they waited', async () => {
    for (let count = 0; count < 5; count++) {
      token = newToken();
      await finish(await accepted());
    }
    const after = `?after=${served.centre.host.position}`;
    await administrator('GET', `/api/v1/interactions${after}`);
    const { name, host, database, now } = served.centre;
    const entry = { ...terms, entryId: 'chat', channel: 'chat' } as const;
    const afresh = outlooks({ db: database.kysely, centre: name, host, now });
    const outlook = await afresh.of({ ...entry, origins: [], requirements: [] });
    expect(outlook).toMatchObject({ isStaffed: true, aheadCount: 0 });
    expect(outlook.wait?.answeredCount).toBeGreaterThanOrEqual(5);
    expect(outlook.wait?.p80Ms).toBeGreaterThanOrEqual(outlook.wait?.medianMs ?? Infinity);
    const form = await afresh.of({ ...entry, channel: 'web', origins: [], requirements: [] });
    expect(form.wait).toBeUndefined();
  });

  test('says so when nobody is there, and takes the message', async () => {
    await ted('POST', '/api/v1/me/state', { body: { state: 'not-ready', reason: 'break' } });
    expect((await say('Call me.')).status).toBe(201);
    const thread = await read();
    expect(thread.outlook).toMatchObject({ isStaffed: false });
    expect(thread.progress).toMatchObject({ status: 'waiting' });
    await visitor()('POST', '/api/v1/visitor/chat/end');
    await ted('POST', '/api/v1/me/state', { body: { state: 'ready' } });
  });
});

describe('nobody gets to another thread', () => {
  test('a forged token opens an empty thread, and one of another entry point too', async () => {
    await say('A secret.');
    expect(textsOf(await read())).toEqual(['A secret.']);
    expect((await read('', visitor(newToken()))).messages).toEqual([]);
    expect((await read('', visitor(), 'form')).messages).toEqual([]);
    await visitor()('POST', '/api/v1/visitor/chat/end');
  });

  test('what is no token of a visitor opens nothing', async () => {
    const path = '/api/v1/visitor/chat/thread';
    for (const secret of ['visit_x', `rapport_${'x'.repeat(43)}`, `${newToken()}x`]) {
      expect((await visitor(secret)('GET', path)).status).toBe(401);
    }
    expect((await callerAs(served.address, {})('GET', path)).status).toBe(401);
  });

  test("a visitor's token opens nothing else", async () => {
    await say('Hello?');
    const { interactionId } = await latest();
    for (const path of ['/api/v1/interactions', `/api/v1/interactions/${interactionId}/messages`]) {
      const { status } = await callerAs(served.address, { authorization: `Bearer ${token}` })(
        'GET',
        path,
      );
      expect(status).toBe(401);
    }
    await visitor()('POST', '/api/v1/visitor/chat/end');
  });

  test('a customer ends what was put off for him too', async () => {
    const { workId } = await accepted('Not now.');
    const body = { untilAt: Date.now() + 3_600_000 };
    expect((await ted('POST', `/api/v1/work/${workId}/defer`, { body })).status).toBe(200);
    expect((await visitor()('POST', '/api/v1/visitor/chat/end')).status).toBe(200);
    expect(await openItem(served.centre.host, workId)).toBeUndefined();
  });

  test('who is erased loses his thread', async () => {
    const item = await accepted('Forget me.');
    await finish(item);
    await administrator('DELETE', `/api/v1/customers/${item.customerId}`);
    expect((await read()).messages).toEqual([]);
  });
});

describe('pages of other sites', () => {
  test('may where the entry point names them, and are told so beforehand', async () => {
    const url = `${served.address}/api/v1/visitor/chat`;
    const asked = async (origin: string, method = 'GET') => {
      const response = await fetch(url, {
        method,
        headers: { origin, 'sec-fetch-site': 'cross-site' },
      });
      return [response.status, response.headers.get('access-control-allow-origin')];
    };
    expect(await asked(SHOP)).toEqual([200, SHOP]);
    expect(await asked(SHOP, 'OPTIONS')).toEqual([204, SHOP]);
    expect(await asked('https://evil.example')).toEqual([403, null]);
    expect(await asked('https://evil.example', 'OPTIONS')).toEqual([204, null]);
    expect(await asked('null')).toEqual([403, null]);
    const told = await visitor(token, 'https://evil.example')('GET', '/api/v1/visitor/chat/thread');
    expect([told.status, told.answer['type']]).toEqual([403, 'foreign-origin']);
  });
});

describe('limits', () => {
  test('who writes too fast is told when he may go on', async () => {
    const answers: number[] = [];
    for (let count = 0; count < 70; count++) answers.push((await say(`${count}`)).status);
    expect(answers.slice(0, 50).every((status) => status === 201)).toBe(true);
    expect(answers).toContain(429);
    await visitor()('POST', '/api/v1/visitor/chat/end');
  });

  test('words have a length', async () => {
    const long = await say('x'.repeat(4_001));
    expect([long.status, long.answer['field']]).toEqual([400, 'piiText']);
  });

  test('a form asks for an address that can be one', async () => {
    const path = '/api/v1/visitor/form/messages';
    const without = await visitor()('POST', path, { body: { piiText: 'Hello' } });
    expect([without.status, without.answer['field']]).toEqual([400, 'piiEmail']);
    const wrong = await visitor()('POST', path, { body: { piiText: 'Hello', piiEmail: 'a@b' } });
    expect([wrong.status, wrong.answer['field']]).toEqual([400, 'piiEmail']);
  });
});

describe('a web form', () => {
  test('is followed on its status page, with what was promised', async () => {
    const path = '/api/v1/visitor/form/messages';
    const body = { piiText: 'My bill is wrong.', piiSubject: 'Bill', piiEmail: 'bo@example.org' };
    expect((await visitor()('POST', path, { body })).status).toBe(201);
    const { progress } = await read('', visitor(), 'form');
    expect(progress).toMatchObject({ status: 'waiting', piiSubject: 'Bill' });
    expect(Number(progress?.['dueAt']) - Number(progress?.['receivedAt'])).toBe(20_000);
    const item = await latest();
    await ted('POST', `/api/v1/work/${item.workId}/accept`);
    await reply(item, 'It is.');
    const after = await read('', visitor(), 'form');
    expect(after.progress?.['answeredAt']).toBeTypeOf('number');
    await finish(item);
    await visitor()('POST', path, { body: { piiText: 'Thank you, but no.' } });
    expect((await latest()).customerId).toBe(item.customerId);
  });
});

describe('entry points', () => {
  test('keep their channel, name sound origins and a promise that is there', async () => {
    for (const [more, field] of [
      [{ channel: 'web' }, 'channel'],
      [{ origins: ['https://shop.example:443'] }, 'origins.0'],
      [{ origins: ['ftp://shop.example'] }, 'origins.0'],
      [{ promiseId: 'none' }, 'promiseId'],
    ] as const) {
      const { status, answer } = await define('chat', more);
      expect([status, answer['field']]).toEqual([400, field]);
    }
    const { answer } = await administrator('GET', '/api/v1/entry-points');
    expect(answer['items']).toMatchObject([{ entryId: 'chat' }, { entryId: 'form' }]);
  });

  test('that are closed let nobody begin, and those who have begun go on', async () => {
    await say('Hello?');
    await define('chat', { isOpen: false });
    const late = await say('Hello?', { call: visitor(newToken()) });
    expect([late.status, late.answer['type']]).toEqual([409, 'entry-closed']);
    expect((await say('I was here.')).status).toBe(201);
    await visitor()('POST', '/api/v1/visitor/chat/end');
    await define('chat');
  });

  test('that were used stay', async () => {
    expect((await administrator('DELETE', '/api/v1/entry-points/chat')).status).toBe(409);
    await define('unused');
    expect((await administrator('DELETE', '/api/v1/entry-points/unused')).status).toBe(200);
    expect((await administrator('DELETE', '/api/v1/entry-points/unused')).status).toBe(404);
  });
});
