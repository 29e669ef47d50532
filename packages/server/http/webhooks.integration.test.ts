import { readFile, stat } from 'node:fs/promises';
import { SCOPES } from '@rapport/protocol';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Caller, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';
import { type Received, startReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts';

const HOOKS = '/api/v1/webhooks';
const patience = { timeout: 20_000 };

let served: HttpCentre;
let administrator: Caller;
let receiver: WebhookReceiver;
let promiseCount = 0;

beforeAll(async () => {
  served = await openHttpCentre({
    environment: { RAPPORT_WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' },
  });
  administrator = await served.callerWith(SCOPES);
  receiver = await startReceiver();
});

afterAll(async () => {
  await receiver[Symbol.asyncDispose]();
  await served[Symbol.asyncDispose]();
});

afterEach(async () => {
  const { items } = (await administrator('GET', HOOKS)).answer as {
    items: { webhookId: string }[];
  };
  for (const { webhookId } of items) await administrator('DELETE', `${HOOKS}/${webhookId}`);
  receiver.received.length = 0;
  receiver.answering = () => 200;
});

interface Created {
  readonly webhookId: string;
  readonly secret: string;
}

async function createWebhook(body: Readonly<Record<string, unknown>> = {}): Promise<Created> {
  const created = await administrator('POST', HOOKS, { body: { url: receiver.url, ...body } });
  expect(created.status).toBe(201);
  return created.answer as unknown as Created;
}

/** Lets something happen and returns its position: a promise is defined. */
async function happen(): Promise<number> {
  const path = `/api/v1/promises/promise_${++promiseCount}`;
  const { answer } = await administrator('PUT', path, { body: { targetMs: 1, shareRatio: 1 } });
  return answer['position'] as number;
}

const receivedCount = () => receiver.received.length;

function lastReceived(): Received {
  const last = receiver.received.at(-1);
  if (last === undefined) throw new Error('nothing was received');
  return last;
}

const idsOf = (received: readonly Received[]) =>
  received.map(({ headers }) => headers['webhook-id']);

async function deliveriesOf(webhookId: string, query = ''): Promise<readonly Delivery[]> {
  const { answer } = await administrator('GET', `${HOOKS}/${webhookId}/deliveries${query}`);
  return answer['items'] as readonly Delivery[];
}

type Delivery = Readonly<Record<string, unknown>>;

describe('a webhook', () => {
  test('is told what happens from its creation on, signed, as a CloudEvent', async () => {
    await happen();
    const { webhookId, secret } = await createWebhook();
    const position = await happen();
    await expect.poll(receivedCount, patience).toBe(1);
    const { headers, body } = lastReceived();
    const event = new Webhook(secret).verify(body, headers);
    expect(event).toEqual({
      specversion: '1.0',
      id: `main_${position}_0`,
      source: 'urn:rapport:centre:main',
      type: 'rapport.promise-defined',
      subject: `promise_${promiseCount}`,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
      dataschema: 'urn:rapport:event:promise-defined:v1',
      datacontenttype: 'application/json',
      position: String(position),
      data: { promiseId: `promise_${promiseCount}`, targetMs: 1, shareRatio: 1 },
    });
    expect(headers['content-type']).toBe('application/cloudevents+json');
    expect(headers['webhook-id']).toBe(`main_${position}_0`);
    await expect
      .poll(() => deliveriesOf(webhookId), patience)
      .toMatchObject([
        { eventId: `main_${position}_0`, state: 'delivered', attemptCount: 1, lastStatus: 200 },
      ]);
  });

  test('is told only what it asked for, and nothing while it is disabled', async () => {
    const terms = { url: receiver.url, eventTypes: ['calendar-defined'] };
    const { webhookId } = await createWebhook(terms);
    await happen();
    const calendar = { body: { openIntervals: [] } };
    await administrator('PUT', '/api/v1/calendars/c1', calendar);
    await expect.poll(receivedCount, patience).toBe(1);
    const off = { body: { ...terms, isEnabled: false } };
    expect((await administrator('PUT', `${HOOKS}/${webhookId}`, off)).answer).toMatchObject({
      isEnabled: false,
      eventTypes: ['calendar-defined'],
    });
    await administrator('PUT', '/api/v1/calendars/c2', calendar);
    const on = { body: { url: receiver.url } };
    const changed = await administrator('PUT', `${HOOKS}/${webhookId}`, on);
    expect(changed.answer).not.toHaveProperty('eventTypes');
    await happen();
    await expect.poll(receivedCount, patience).toBe(2);
    expect(
      receiver.received.map(({ body }) => (JSON.parse(body) as { subject: string }).subject),
    ).toEqual(['c1', `promise_${promiseCount}`]);
  });

  test('that was deleted is told nothing more, and nothing of it is left', async () => {
    const { webhookId } = await createWebhook();
    receiver.answering = () => 500;
    await happen();
    await expect.poll(receivedCount, patience).toBe(1);
    expect((await administrator('DELETE', `${HOOKS}/${webhookId}`)).status).toBe(200);
    for (const path of ['', '/deliveries']) {
      expect((await administrator('GET', `${HOOKS}/${webhookId}${path}`)).status).toBe(404);
    }
    expect((await administrator('DELETE', `${HOOKS}/${webhookId}`)).status).toBe(404);
    const { rows } = await served.centre.database.pool.query('select from webhook_delivery');
    expect(rows).toEqual([]);
  });

  test('can be tried: the answer says what came of it', async () => {
    const { webhookId, secret } = await createWebhook({ isEnabled: false });
    const path = `${HOOKS}/${webhookId}/test`;
    expect((await administrator('POST', path)).answer).toEqual({ isDelivered: true, status: 200 });
    const { headers, body } = lastReceived();
    expect(new Webhook(secret).verify(body, headers)).toMatchObject({
      type: 'rapport.webhook-tested',
      subject: webhookId,
    });
    receiver.answering = () => 418;
    const refused = { isDelivered: false, status: 418, error: 'status' };
    expect((await administrator('POST', path)).answer).toEqual(refused);
  });
});

describe('a secret', () => {
  test('is shown when it is made, to a retry too, and never again', async () => {
    const body = { url: receiver.url, description: 'for the dashboard' };
    const made = await administrator('POST', HOOKS, { body, key: 'w1' });
    expect(await administrator('POST', HOOKS, { body, key: 'w1' })).toEqual(made);
    const other = { body: { ...body, description: 'another' }, key: 'w1' };
    expect((await administrator('POST', HOOKS, other)).status).toBe(422);
    const { webhookId, secret } = made.answer as unknown as Created;
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const shown = [
      await administrator('GET', HOOKS),
      await administrator('GET', `${HOOKS}/${webhookId}`),
    ];
    expect(JSON.stringify(shown)).not.toContain('secret');
    const { rows } = await served.centre.database.pool.query(
      'select w::text as all_of_it from webhook w union all select a::text from audit_trail a',
    );
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(rows)).toContain(webhookId);
  });

  test('is followed by another, and both sign for a day', async () => {
    const { webhookId, secret } = await createWebhook();
    const path = `${HOOKS}/${webhookId}/rotate-secret`;
    const rotated = await administrator('POST', path, { key: 'r1' });
    expect(await administrator('POST', path, { key: 'r1' })).toEqual(rotated);
    const next = rotated.answer['secret'] as string;
    expect(next).not.toBe(secret);
    const dayMs = (rotated.answer['previousSecretUntil'] as number) - Date.now();
    expect(Math.abs(dayMs - 86_400_000)).toBeLessThan(60_000);
    await happen();
    await expect.poll(receivedCount, patience).toBe(1);
    const { headers, body } = lastReceived();
    for (const each of [secret, next]) {
      expect(() => new Webhook(each).verify(body, headers)).not.toThrow();
    }
    await served.centre.database.pool.query('update webhook set previous_until = 0');
    await happen();
    await expect.poll(receivedCount, patience).toBe(2);
    const last = lastReceived();
    const verify = (each: string) => () => new Webhook(each).verify(last.body, last.headers);
    expect(verify(next)).not.toThrow();
    expect(verify(secret)).toThrow('No matching signature found');
  });

  test('is sealed with a key of this installation that only its owner can read', async () => {
    await createWebhook();
    const { dataFolder } = served;
    const { mode } = await stat(`${dataFolder}/secret.key`);
    expect(mode & 0o777).toBe(0o600);
    expect(Buffer.from(await readFile(`${dataFolder}/secret.key`, 'utf8'), 'base64')).toHaveLength(
      32,
    );
  });
});

describe('what could not be delivered', () => {
  test('is seen, and told again when somebody asks for it', async () => {
    const { webhookId } = await createWebhook();
    receiver.answering = () => 503;
    await happen();
    await expect
      .poll(() => deliveriesOf(webhookId, '?state=waiting'), patience)
      .toMatchObject([
        { attemptCount: 1, lastStatus: 503, lastError: 'status', eventType: 'promise-defined' },
      ]);
    await served.centre.database.pool.query(
      `update webhook_delivery set state = 'dead', settled_at = 1`,
    );
    const [dead] = await deliveriesOf(webhookId, '?state=dead');
    receiver.answering = () => 200;
    const path = `${HOOKS}/${webhookId}/deliveries/${String(dead?.['eventId'])}/replay`;
    expect((await administrator('POST', path)).status).toBe(200);
    await expect
      .poll(() => deliveriesOf(webhookId, '?state=delivered'), patience)
      .toMatchObject([{ eventId: dead?.['eventId'], attemptCount: 1 }]);
    expect(new Set(idsOf(receiver.received)).size).toBe(1);

    await served.centre.database.pool.query(
      `update webhook_delivery set state = 'dead', settled_at = 1`,
    );
    const all = await administrator('POST', `${HOOKS}/${webhookId}/replay-dead`);
    expect(all.answer).toEqual({ replayedCount: 1 });
    await expect.poll(() => deliveriesOf(webhookId, '?state=delivered'), patience).toHaveLength(1);
  });

  test('is listed from page to page, the latest first', async () => {
    const { webhookId } = await createWebhook();
    for (let count = 0; count < 5; count++) await happen();
    await expect.poll(() => deliveriesOf(webhookId, '?state=delivered'), patience).toHaveLength(5);
    const path = `${HOOKS}/${webhookId}/deliveries?limit=3`;
    const first = (await administrator('GET', path)).answer;
    const second = (await administrator('GET', `${path}&cursor=${String(first['nextCursor'])}`))
      .answer;
    const seen = [...(first['items'] as Delivery[]), ...(second['items'] as Delivery[])];
    expect(seen.map(({ eventId }) => eventId)).toEqual(
      idsOf(receiver.received).toSorted().toReversed(),
    );
    expect(second).not.toHaveProperty('nextCursor');
    const forged = Buffer.from('[0,"elsewhere_1_0"]').toString('base64url');
    expect((await administrator('GET', `${path}&cursor=${forged}`)).answer['field']).toBe('cursor');
  });

  test.each([
    'main_1_99',
    'other_1_0',
    'main_1',
    'main_x_0',
    `main_${'9'.repeat(30)}_0`,
    'main_1_0_0',
  ])('is not found under %s', async (eventId) => {
    const { webhookId } = await createWebhook();
    const path = `${HOOKS}/${webhookId}/deliveries/${eventId}/replay`;
    expect((await administrator('POST', path)).status).toBe(404);
  });
});

describe('terms', () => {
  test.each([
    [{ url: 'nonsense' }, 'url'],
    [{ url: 'ftp://example.com' }, 'url'],
    [{ url: 'https://user:pw@example.com' }, 'url'],
    [{ url: 'https://10.0.0.1/' }, 'url'],
    [{ url: 'http://1.1.1.1/' }, 'url'],
    [{ url: 'https://does-not-exist.invalid/' }, 'url'],
    [{ eventTypes: [] }, 'eventTypes'],
    [{ eventTypes: ['work-vanished'] }, 'eventTypes.0'],
    [{ isEnabled: 'yes' }, 'isEnabled'],
    [{ secret: 'mine' }, 'secret'],
  ])('%j are told the field and what was expected', async (wrong, field) => {
    const body = { url: receiver.url, ...wrong };
    const { status, answer } = await administrator('POST', HOOKS, { body });
    expect([status, answer['field']]).toEqual([400, field]);
    expect(typeof answer['expected']).toBe('string');
    expect(JSON.stringify(answer)).not.toContain('pw');
    expect((await administrator('GET', HOOKS)).answer['items']).toEqual([]);
  });

  test('are taken for fifty webhooks, and no more', async () => {
    for (let count = 0; count < 50; count++) await createWebhook({ isEnabled: false });
    const { status, answer } = await administrator('POST', HOOKS, { body: { url: receiver.url } });
    expect([status, answer['type']]).toEqual([409, 'webhooks-too-many']);
  });
});
