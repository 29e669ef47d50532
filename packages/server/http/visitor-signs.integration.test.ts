import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ATTACHMENT_BYTES_MAX } from '@rapport/protocol';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Caller, callerAs, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';
import { liveClient } from '../testing/live-socket.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const SERVE = ['work:serve', 'work:read', 'interactions:read', 'interactions:write'] as const;

let served: HttpCentre;
let ted: Caller;
let tedSecret: string;
let administrator: Caller;

beforeAll(async () => {
  served = await openHttpCentre();
  administrator = await served.callerWith([
    ...(['organisation:write', 'promises:write', 'agents:write', 'customers:erase'] as const),
    ...(['interactions:read', 'interactions:write'] as const),
  ]);
  const promise = { targetMs: 20_000, shareRatio: 0.8 };
  await administrator('PUT', '/api/v1/promises/chats', { body: promise });
  const { answer } = await administrator('POST', '/api/v1/agents', {
    body: {
      ...{ piiName: 'Ted Brandt', skills: [] },
      capacity: { units: 100, weights: { chat: 1, web: 1 } },
    },
  });
  const tedId = String(answer['agentId']);
  tedSecret = await served.secretWith(SERVE, tedId);
  ted = callerAs(served.address, { authorization: `Bearer ${tedSecret}` });
  await ted('POST', '/api/v1/me/state', { body: { state: 'ready' } });
  await define(true);
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

const define = (isOpen: boolean) =>
  administrator('PUT', '/api/v1/entry-points/chat', {
    body: {
      ...{ name: 'Talk to us', channel: 'chat', isOpen, origins: [] },
      ...{ promiseId: 'chats', requirements: [] },
    },
  });

let token = '';
beforeEach(() => {
  token = newToken();
});

const newToken = (): string => `visit_${randomBytes(32).toString('base64url')}`;
const visitor = (secret = token): Caller =>
  callerAs(served.address, { authorization: `Bearer ${secret}` });
const at = (path: string): string => `/api/v1/visitor/chat/${path}`;

interface Thread {
  readonly version: string;
  readonly isTyping: boolean;
  readonly readNumber: number;
  readonly messages: readonly {
    readonly number: number;
    readonly attachments?: readonly { readonly attachmentId: string; readonly piiName: string }[];
  }[];
}

const read = async (query = '', secret = token): Promise<Thread> =>
  (await visitor(secret)('GET', at(`thread${query}`))).answer as unknown as Thread;
const say = (piiText: string, more: object = {}, key = `m-${Math.random()}`) =>
  visitor()('POST', at('messages'), { body: { piiText, ...more }, key });

/** A chat of this visitor that Ted carries. */
async function accepted(): Promise<{ readonly interactionId: string; readonly workId: string }> {
  expect((await say('Hello?')).status).toBe(201);
  const { answer } = await administrator('GET', '/api/v1/interactions?limit=1');
  const [item] = answer['items'] as { interactionId: string; workId: string }[];
  if (item === undefined) throw new Error('nothing came in');
  expect((await ted('POST', `/api/v1/work/${item.workId}/accept`)).status).toBe(200);
  return item;
}

describe('signs', () => {
  test('Ted sees that the visitor writes, and no longer when he has said it', async () => {
    const { interactionId, workId } = await accepted();
    const live = liveClient(() => served.address, tedSecret);
    let shown: readonly string[] | undefined;
    const params = { interactionId };
    live.subscribe({ topic: 'signs', params, onState: (state) => (shown = state.typing) });
    const typing = (who: readonly string[]) => expect.poll(() => shown).toEqual(who);
    await typing([]);
    expect((await visitor()('POST', at('typing'))).status).toBe(200);
    await typing(['customer']);
    await say('My bill.');
    await typing([]);
    // A stranger's token is nobody in Ted's conversation.
    await visitor(newToken())('POST', at('typing'));
    expect(served.centre.signs.typing(interactionId)).toEqual([]);
    live.close();
    await ted('POST', `/api/v1/work/${workId}/complete`, { body: {} });
    await visitor()('POST', at('typing'));
    expect(served.centre.signs.typing(interactionId)).toEqual([]);
  });

  test('the visitor sees that Ted writes, at once, and what Ted has read', async () => {
    const { interactionId, workId } = await accepted();
    const before = await read();
    expect(before).toMatchObject({ isTyping: false, readNumber: 1_000_000 });
    const news = async (isSo: (thread: Thread) => boolean): Promise<Thread> => {
      for (let thread = await read(); ;) {
        if (isSo(thread)) return thread;
        thread = await read(`?known=${thread.version}&waitMs=20000`);
      }
    };
    const began = performance.now();
    const writing = news(({ isTyping }) => isTyping);
    await sleep(200);
    await ted('POST', `/api/v1/interactions/${interactionId}/typing`, { body: {} });
    await writing;
    await ted('POST', `/api/v1/interactions/${interactionId}/read`, { body: { ordinal: 1 } });
    await news(({ readNumber }) => readNumber === 1_000_001);
    await ted('POST', `/api/v1/interactions/${interactionId}/messages`, {
      body: { piiText: 'Yes.' },
    });
    await news(({ isTyping }) => !isTyping);
    // It looks again after 5 s by itself.
    expect(performance.now() - began).toBeLessThan(4_000);
    await ted('POST', `/api/v1/work/${workId}/complete`, { body: {} });
  });

  test('what the visitor has seen is noted, in his own thread alone', async () => {
    const { interactionId, workId } = await accepted();
    await ted('POST', `/api/v1/interactions/${interactionId}/messages`, {
      body: { piiText: 'Yes?' },
    });
    const last = (await read()).messages.at(-1)?.number ?? 0;
    const seen = async (): Promise<number> => {
      const row = await served.centre.database.kysely
        .selectFrom('interaction')
        .select('customer_read_ordinal')
        .where('id', '=', interactionId)
        .executeTakeFirstOrThrow();
      return row.customer_read_ordinal;
    };
    await visitor(newToken())('POST', at('read'), { body: { number: last } });
    expect(await seen()).toBe(0);
    await visitor()('POST', at('read'), { body: { number: last } });
    expect(await seen()).toBe(2);
    // Not further than there is something, and never back.
    await visitor()('POST', at('read'), { body: { number: last + 900 } });
    await visitor()('POST', at('read'), { body: { number: last - 1 } });
    expect(await seen()).toBe(2);
    await ted('POST', `/api/v1/work/${workId}/complete`, { body: {} });
  });

  test('who shows more of himself than anybody does is told to wait', async () => {
    const statuses: number[] = [];
    for (let count = 0; count < 95; count++) {
      statuses.push((await visitor()('POST', at('typing'))).status);
    }
    expect(statuses.slice(0, 90).every((status) => status === 200)).toBe(true);
    expect(statuses).toContain(429);
  });
});

describe('files', () => {
  const send = async (content: Uint8Array | string, secret = token, key = `f-${Math.random()}`) => {
    const response = await fetch(`${served.address}${at('files')}`, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${secret}`, 'idempotency-key': key },
        'content-type': 'application/octet-stream',
      },
      body: content as string,
    });
    const answer = (await response.json()) as { attachmentId: string; title: string; type: string };
    return { status: response.status, ...answer };
  };
  const get = (attachmentId: string, secret = token) =>
    fetch(`${served.address}${at(`files/${attachmentId}`)}`, {
      headers: { authorization: `Bearer ${secret}` },
    });
  const named = (attachmentId: string) => ({
    attachments: [{ attachmentId, piiName: 'meter.png' }],
  });

  test('come with first words and with later ones, once, and Ted can fetch them', async () => {
    const first = await send(PNG, token, 'same');
    expect((await send(PNG, token, 'same')).attachmentId).toBe(first.attachmentId);
    expect((await say('See.', named(first.attachmentId), 'k')).status).toBe(201);
    expect((await say('See.', named(first.attachmentId), 'k')).status).toBe(201);
    const second = await send('The text of a letter.');
    expect((await say('And this.', named(second.attachmentId))).status).toBe(201);
    const { messages } = await read();
    expect(messages.map(({ attachments }) => attachments)).toMatchObject([
      [{ piiName: 'meter.png', contentType: 'image/png', sizeBytes: PNG.length }],
      [{ contentType: 'text/plain' }],
    ]);
    const { answer } = await administrator('GET', '/api/v1/interactions?limit=1');
    const interactionId = (answer['items'] as { interactionId: string }[])[0]?.interactionId ?? '';
    const path = `/api/v1/interactions/${interactionId}/attachments/${first.attachmentId}`;
    const response = await fetch(`${served.address}${path}`, {
      headers: { authorization: `Bearer ${tedSecret}` },
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
    // What was said once is not said again.
    expect((await say('Again.', named(first.attachmentId))).status).toBe(400);
    await visitor()('POST', at('end'));
  });

  test('are downloads, and of no use to another thread', async () => {
    const { attachmentId } = await send(PNG);
    const mine = await get(attachmentId);
    expect([mine.status, mine.headers.get('content-disposition')]).toEqual([200, 'attachment']);
    expect(mine.headers.get('content-type')).toBe('application/octet-stream');
    expect(mine.headers.get('x-content-type-options')).toBe('nosniff');
    const other = newToken();
    expect((await get(attachmentId, other)).status).toBe(404);
    const stolen = await visitor(other)('POST', at('messages'), {
      body: { piiText: 'Mine.', ...named(attachmentId) },
    });
    expect([stolen.status, stolen.answer['field']]).toEqual([400, 'attachments']);
    await say('Mine.', named(attachmentId));
    expect((await get(attachmentId, other)).status).toBe(404);
    expect((await get(attachmentId)).status).toBe(200);
    await visitor()('POST', at('end'));
  });

  test("of Ted's answers can be fetched, and of his notes not", async () => {
    const { interactionId, workId } = await accepted();
    const sent = async (isNote: boolean): Promise<string> => {
      const base = `${served.address}/api/v1/interactions/${interactionId}`;
      const headers = { authorization: `Bearer ${tedSecret}` };
      const response = await fetch(`${base}/attachments`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/octet-stream' },
        body: PNG,
      });
      const { attachmentId } = (await response.json()) as { attachmentId: string };
      await ted('POST', `/api/v1/interactions/${interactionId}/messages`, {
        body: { piiText: 'Here.', isNote, ...named(attachmentId) },
      });
      return attachmentId;
    };
    const answered = await sent(false);
    const noted = await sent(true);
    expect((await get(answered)).status).toBe(200);
    expect((await get(noted)).status).toBe(404);
    expect((await get(answered, newToken())).status).toBe(404);
    await ted('POST', `/api/v1/work/${workId}/complete`, { body: {} });
  });

  test('have a size and a kind, and some may come in a minute', async () => {
    const large = await send(new Uint8Array(ATTACHMENT_BYTES_MAX + 1));
    expect([large.status, large.type]).toEqual([413, 'file-too-large']);
    const page = await send('<!doctype html><script>alert(1)</script>');
    expect([page.status, page.type]).toEqual([415, 'file-kind-refused']);
    expect((await send('')).status).toBe(400);
    const statuses: number[] = [];
    for (let count = 0; count < 12; count++) statuses.push((await send(PNG)).status);
    expect(statuses).toContain(429);
  });

  test('are still there where the words were refused', async () => {
    const { attachmentId } = await send(PNG);
    const refused = await say('Hello', { piiEmail: 'a@b', ...named(attachmentId) });
    expect([refused.status, refused.answer['field']]).toEqual([400, 'piiEmail']);
    expect((await say('Hello', named(attachmentId))).status).toBe(201);
    await visitor()('POST', at('end'));
  });

  test('are not taken where nobody may begin', async () => {
    await define(false);
    expect((await send(PNG)).status).toBe(409);
    await define(true);
  });
});
