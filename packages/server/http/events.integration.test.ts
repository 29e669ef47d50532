import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApiKey } from '../identity/api-keys.ts';
import { type Caller, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

const SINGLE = 'application/cloudevents+json; charset=utf-8';
const BATCH = 'application/cloudevents-batch+json';

let served: HttpCentre;
let administrator: Caller;
let secret: string;
let count = 0;

beforeAll(async () => {
  served = await openHttpCentre();
  administrator = await served.callerWith(SCOPES);
  secret = await newSecret();
  const body = { targetMs: 20_000, shareRatio: 0.8 };
  await administrator('PUT', '/api/v1/promises/outages', { body });
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

async function newSecret(): Promise<string> {
  const scopes = ['events:write'] as const;
  const { centre } = served;
  const given = { centre: centre.name, name: 'monitoring', scopes };
  return (await createApiKey(centre.database.kysely, given)).secret;
}

const data = {
  promiseId: 'outages',
  requirements: [{ skill: 'network', minLevel: 2 }],
  priority: 1,
  piiSubject: 'Router 7 is down',
  piiText: 'No answer since 14:02.',
};
const newEvent = (more: Readonly<Record<string, unknown>> = {}) => ({
  specversion: '1.0',
  id: `outage-${++count}`,
  source: '/monitoring',
  type: 'com.example.outage',
  time: '2026-11-21T14:02:00Z',
  comexampleextra: 'let be',
  data,
  ...more,
});

interface Result {
  readonly interactionId?: string;
  readonly workId?: string;
  readonly position?: number;
  readonly problem?: Readonly<Record<string, unknown>>;
}

type Answer = Readonly<Record<string, unknown>> & { readonly results: readonly Result[] };

async function post(
  body: unknown,
  headers: Readonly<Record<string, string>>,
  as = secret,
): Promise<{ readonly status: number; readonly answer: Answer }> {
  const response = await fetch(`${served.address}/api/v1/events`, {
    method: 'POST',
    headers: { authorization: `Bearer ${as}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, answer: (await response.json()) as Answer };
}

const sendOne = (event: unknown, as?: string) => post(event, { 'content-type': SINGLE }, as);
const sendBatch = (events: unknown) => post(events, { 'content-type': BATCH });

async function keptOf({ interactionId, workId }: Result): Promise<unknown> {
  const { rows } = await served.centre.database.pool.query(
    `select i.channel, i.pii_subject, m.pii_text, i.work_id = $2 as is_linked
     from interaction i join message m on m.interaction_id = i.id where i.id = $1`,
    [interactionId, workId],
  );
  return rows;
}

const kept = [
  {
    channel: 'autolog',
    pii_subject: 'Router 7 is down',
    pii_text: 'No answer since 14:02.',
    is_linked: true,
  },
];

describe('an event from another system', () => {
  test('is an interaction with its words and its work', async () => {
    const event = newEvent();
    const { status, answer } = await sendOne(event);
    expect(status).toBe(200);
    expect(answer.results).toMatchObject([{ id: event.id, source: '/monitoring' }]);
    const [result = {}] = answer.results;
    expect(await keptOf(result)).toEqual(kept);
    const path = `/api/v1/work/${String(result.workId)}?after=${String(result.position)}`;
    expect((await administrator('GET', path)).answer).toMatchObject({
      channel: 'autolog',
      promiseId: 'outages',
      priority: 1,
      status: 'waiting',
    });
  });

  test('may come with its attributes in headers', async () => {
    const { answer } = await post(data, {
      'content-type': 'application/json',
      'ce-specversion': '1.0',
      'ce-id': 'b%20%C3%BC',
      'ce-source': '/50%-off',
      'ce-type': 'x',
    });
    expect(answer.results).toMatchObject([{ id: 'b ü', source: '/50%-off' }]);
    expect(await keptOf(answer.results[0] ?? {})).toEqual(kept);
  });

  test('is taken in once, however it comes and however often, for whoever sends it', async () => {
    const event = newEvent();
    const [first, beside] = await Promise.all([sendOne(event), sendOne(event)]);
    const before = served.centre.host.position;
    const { id, source, type } = event;
    const headers = { 'ce-specversion': '1.0', 'ce-id': id, 'ce-source': source, 'ce-type': type };
    const binary = await post(data, { 'content-type': 'application/json', ...headers });
    const batch = await sendBatch([event, event]);
    for (const again of [beside, binary]) expect(again).toEqual(first);
    const [result] = first.answer.results;
    expect(batch.answer.results).toEqual([result, result]);
    expect(served.centre.host.position).toBe(before);

    const other = await sendOne(event, await newSecret());
    expect(other.answer.results[0]?.workId).not.toBe(result?.workId);
    const elsewhere = await sendOne({ ...event, source: '/other' });
    expect(elsewhere.answer.results[0]?.workId).not.toBe(result?.workId);
    const changed = { ...event, data: { ...data, piiText: 'Something else.' } };
    const { status, answer } = await sendOne(changed);
    expect([status, answer['type'], answer['field']]).toEqual([422, 'command-id-reused', 'id']);
  });

  test('makes a customer of an identity that nobody knew, once', async () => {
    const identity = { kind: 'email', value: 'Ann@Example.com' };
    const event = newEvent({ data: { ...data, identity } });
    const first = await sendOne(event);
    expect(await sendOne(event)).toEqual(first);
    const again = await sendOne(newEvent({ data: { ...data, identity } }));
    const customerOf = ({ answer }: typeof first) =>
      (answer.results[0] as { customerId?: string } | undefined)?.customerId;
    expect(customerOf(first)).toMatch(/^customer_/);
    expect(customerOf(again)).toBe(customerOf(first));
  });

  test('leaves nothing that it says in the journal', async () => {
    await sendOne(newEvent({ id: 'ann@example.com', source: 'mailto:ann@example.com' }));
    const { rows } = await served.centre.database.pool.query('select journal::text from journal');
    expect(JSON.stringify(rows)).not.toMatch(/ann@example|Router|14:02/);
  });
});

describe('a batch', () => {
  test('gets a result for each of its events, and one that is wrong holds up no other', async () => {
    const events = [
      newEvent(),
      newEvent({ data: { ...data, requirements: 'network' } }),
      'nonsense',
      newEvent({ data: { ...data, promiseId: 'unknown' } }),
      newEvent({ data: { ...data, customerId: 'nobody' } }),
      newEvent(),
    ];
    const { status, answer } = await sendBatch(events);
    expect(status).toBe(200);
    expect(answer.results).toMatchObject([
      { id: (events[0] as { id: string }).id },
      { problem: { type: 'field-invalid', status: 400, field: 'data.requirements' } },
      { problem: { type: 'field-invalid', status: 400, field: 'body' } },
      { problem: { type: 'promise-unknown', status: 404 } },
      { problem: { type: 'customer-unknown', status: 404, field: 'data.customerId' } },
      { id: (events[5] as { id: string }).id },
    ]);
    for (const index of [0, 5]) expect(await keptOf(answer.results[index] ?? {})).toEqual(kept);
  });

  test('holds at most a hundred events, and at least one', async () => {
    const hundred = Array.from({ length: 100 }, () => newEvent());
    const full = await sendBatch(hundred);
    expect(full.answer.results.filter(({ workId }) => workId !== undefined)).toHaveLength(100);
    const before = served.centre.host.position;
    for (const events of [[...hundred, newEvent()], [], newEvent()]) {
      const { status, answer } = await sendBatch(events);
      expect([status, answer['field']]).toEqual([400, 'body']);
    }
    expect(served.centre.host.position).toBe(before);
  });
});

test.each([
  [{ specversion: '0.3' }, 'specversion'],
  [{ id: undefined }, 'id'],
  [{ id: '' }, 'id'],
  [{ source: 7 }, 'source'],
  [{ type: undefined }, 'type'],
  [{ datacontenttype: 'text/xml' }, 'datacontenttype'],
  [{ data: undefined }, 'data'],
  [{ data: undefined, data_base64: 'e30=' }, 'data'],
  [{ data: { ...data, channel: 'phone' } }, 'data.channel'],
  [{ data: { ...data, priority: 'high' } }, 'data.priority'],
  [{ data: { ...data, identity: { kind: 'email', value: 'nobody' } } }, 'data.identity.value'],
])('an event with %j is told the field and what was expected', async (wrong, field) => {
  const before = served.centre.host.position;
  const { status, answer } = await sendOne(newEvent(wrong));
  expect([status, answer['type'], answer['field']]).toEqual([400, 'field-invalid', field]);
  expect(typeof answer['expected']).toBe('string');
  expect(served.centre.host.position).toBe(before);
});

test('an event for which nothing is promised is not taken in', async () => {
  const before = served.centre.host.position;
  const { status, answer } = await sendOne(newEvent({ data: { ...data, promiseId: undefined } }));
  expect([status, answer['type']]).toEqual([400, 'promise-missing']);
  expect(served.centre.host.position).toBe(before);
});

test.each([
  ['application/json', JSON.stringify(newEvent()), 400, 'Content-Type'],
  ['text/plain', 'hello', 415, undefined],
  [SINGLE, '{', 400, undefined],
  [SINGLE, '[]', 400, 'body'],
  [SINGLE, '"text"', 400, 'body'],
  [SINGLE, '', 400, undefined],
  ['application/xml', '<event/>', 415, undefined],
])('a body of %s holding %j is no event', async (contentType, body, expected, field) => {
  const { status, answer } = await post(body, { 'content-type': contentType });
  expect([status, answer['field']]).toEqual([expected, field]);
});

test('the description of the API names every content type of events', async () => {
  const response = await fetch(`${served.address}/api/openapi.json`);
  const { paths } = (await response.json()) as {
    paths: Readonly<Record<string, { post: { requestBody: { content: object } } }>>;
  };
  const described = Object.keys(paths['/api/v1/events']?.post.requestBody.content ?? {});
  const expected = [BATCH, 'application/cloudevents+json', 'application/json'];
  expect(new Set(described)).toEqual(new Set(expected));
});
