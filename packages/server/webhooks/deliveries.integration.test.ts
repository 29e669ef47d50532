import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { asId, type DeskEvent } from '@rapport/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Centre, openCentre } from '../open-centre.ts';
import { readSettings } from '../read-settings.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { startReceiver, type WebhookReceiver } from '../testing/webhook-receiver.ts';
import { type Delivery, listDeliveries, replayDead, sweepDeliveries } from './deliveries.ts';
import { EXPIRY_MS } from './retry-schedule.ts';
import {
  createWebhook,
  deleteWebhook,
  findWebhook,
  rotateSecret,
  webhookRows,
} from './webhooks.ts';

const DAY_MS = 86_400_000;
const notices: string[] = [];

let root: string;
let centre: Centre;
let receiver: WebhookReceiver;
let eventCount = 0;
let webhookCount = 0;

beforeAll(async () => {
  root = await temporaryFolder();
  const settings = readSettings({
    RAPPORT_DATA: join(root, 'data'),
    RAPPORT_WEBHOOK_PRIVATE_HOSTS: '127.0.0.1',
  });
  centre = await openCentre(settings, {
    notice: (message) => notices.push(message),
    webhooks: { delaysMs: [1, 1], timeoutMs: 30_000 },
  });
});

afterAll(async () => {
  await centre.close();
  await rm(root, { recursive: true, force: true });
});

beforeEach(async () => {
  receiver = await startReceiver();
});

afterEach(async () => {
  const { kysely: db } = centre.database;
  for (const { id } of await webhookRows(db, centre.name, { after: undefined, limit: 99 })) {
    await deleteWebhook({ db, centre: centre.name }, { actor: 'tester', id });
  }
  await receiver[Symbol.asyncDispose]();
});

async function webhookTo(url: string, eventTypes?: readonly DeskEvent['type'][]): Promise<string> {
  const request = { actor: 'tester', commandId: `tester:${++webhookCount}` };
  const terms = { url, eventTypes, description: '', isEnabled: true };
  return (await createWebhook(centre.webhooks.rooms, request, terms)).row.id;
}

async function happen(count = 1): Promise<void> {
  const given = Array.from({ length: count }, () => {
    const promiseId = asId<'promise'>(`promise_${++eventCount}`);
    const command = { type: 'define-promise', promiseId, targetMs: 1, shareRatio: 1 } as const;
    return centre.host.execute(command, { commandId: `e:${eventCount}`, actor: 'tester' });
  });
  await Promise.all(given);
}

const deliveriesOf = (webhookId: string): Promise<readonly Delivery[]> =>
  listDeliveries(
    centre.database.kysely,
    { centre: centre.name, webhookId },
    { state: undefined, before: undefined, limit: 1_000 },
  );
const idsOf = ({ received }: WebhookReceiver) =>
  received.map(({ headers }) => String(headers['webhook-id']));
const patience = { timeout: 20_000 };

describe('what is not taken', () => {
  test('is sent again under its id until it is taken', async () => {
    receiver.answering = () => (receiver.received.length < 3 ? 500 : 204);
    const webhookId = await webhookTo(receiver.url);
    await happen();
    await expect
      .poll(() => deliveriesOf(webhookId), patience)
      .toMatchObject([
        { state: 'delivered', attempt_count: 3, last_status: 204, last_error: null },
      ]);
    expect(new Set(idsOf(receiver)).size).toBe(1);
    expect(
      (await findWebhook(centre.database.kysely, centre.name, webhookId))?.failing_since,
    ).toBeNull();
  });

  test('is a dead letter after the last try, and goes out again when it is asked for', async () => {
    receiver.answering = () => 500;
    const webhookId = await webhookTo(receiver.url);
    await happen();
    const dead = { state: 'dead', attempt_count: 3, last_status: 500, last_error: 'status' };
    await expect.poll(() => deliveriesOf(webhookId), patience).toMatchObject([dead]);
    receiver.answering = () => 200;
    expect(
      await replayDead(centre.database.kysely, { centre: centre.name, webhookId }, Date.now()),
    ).toBe(1);
    centre.webhooks.poke(webhookId);
    await expect
      .poll(() => deliveriesOf(webhookId), patience)
      .toMatchObject([{ state: 'delivered', attempt_count: 1 }]);
  });

  test('waits as long as the receiver asks for, and so does all else, unless somebody asks again', async () => {
    receiver.answering = () => ({ status: 503, headers: { 'retry-after': '3600' } });
    const webhookId = await webhookTo(receiver.url);
    await happen();
    await expect
      .poll(() => deliveriesOf(webhookId), patience)
      .toMatchObject([{ attempt_count: 1 }]);
    const [{ next_at: nextAt } = { next_at: 0 }] = await deliveriesOf(webhookId);
    expect(nextAt - Date.now()).toBeGreaterThan(3_500_000);
    await happen();
    await expect.poll(() => deliveriesOf(webhookId), patience).toHaveLength(2);
    receiver.answering = () => 200;
    // One that failed and asked for nothing is tried again meanwhile.
    await using impatient = await startReceiver();
    impatient.answering = () => 500;
    await webhookTo(impatient.url);
    await happen();
    await expect.poll(() => impatient.received.length, patience).toBe(3);
    expect(receiver.received).toHaveLength(1);
    centre.webhooks.poke(webhookId);
    await expect.poll(() => receiver.received.length, patience).toBeGreaterThan(1);
  });

  test('because the receiver is gone for good disables the webhook', async () => {
    receiver.answering = () => 410;
    const webhookId = await webhookTo(`${receiver.url}?token=hush`);
    await happen();
    await expect
      .poll(() => findWebhook(centre.database.kysely, centre.name, webhookId), patience)
      .toMatchObject({ is_enabled: false, disabled_reason: 'gone' });
    expect(await deliveriesOf(webhookId)).toMatchObject([
      { state: 'dead', attempt_count: 1, last_error: 'gone' },
    ]);
    await happen();
    await expect.poll(() => deliveriesOf(webhookId), patience).toHaveLength(1);
    // Addresses may hold secrets of their own.
    expect(notices.some((each) => each.includes(webhookId))).toBe(true);
    expect(notices.join()).not.toContain('hush');
  });

  test('for five days disables the webhook', async () => {
    receiver.answering = () => 500;
    const webhookId = await webhookTo(receiver.url);
    await centre.database.pool.query('update webhook set failing_since = $1', [
      Date.now() - 5 * DAY_MS - 1,
    ]);
    await happen();
    await expect
      .poll(() => findWebhook(centre.database.kysely, centre.name, webhookId), patience)
      .toMatchObject({ is_enabled: false, disabled_reason: 'failing' });
  });

  test('for lack of the right key is seen at the delivery', async () => {
    const webhookId = await webhookTo(receiver.url);
    await centre.database.pool.query(`update webhook set secret = 'v1.' || secret`);
    await happen();
    await expect
      .poll(() => deliveriesOf(webhookId), patience)
      .toMatchObject([{ attempt_count: 1, last_error: 'secret-unreadable' }]);
    expect(receiver.received).toEqual([]);
    const request = { actor: 'tester', commandId: 'tester:rotate' };
    await rotateSecret(centre.webhooks.rooms, request, webhookId);
    centre.webhooks.poke(webhookId);
    await happen();
    await expect.poll(() => receiver.received.length, patience).toBeGreaterThan(0);
  });
});

describe('each webhook', () => {
  test('has its own pace: one that never answers slows nobody, and gets a few requests only', async () => {
    await using silent = await startReceiver();
    silent.answering = () => undefined;
    await webhookTo(silent.url);
    const webhookId = await webhookTo(receiver.url);
    await happen(100);
    await expect.poll(() => receiver.received.length, patience).toBe(100);
    expect(silent.received.length).toBeLessThanOrEqual(8);
    await expect
      .poll(
        async () => (await deliveriesOf(webhookId)).every(({ state }) => state === 'delivered'),
        patience,
      )
      .toBe(true);
  });

  test('gets what it can take in the order of the history', async () => {
    await webhookTo(receiver.url);
    await happen(50);
    await expect.poll(() => receiver.received.length, patience).toBe(50);
    const places = idsOf(receiver).map((id) => Number(id.split('_')[1]));
    const first = Math.min(...places);
    // Eight at once may overtake each other on the way, and no more than that.
    for (const [index, place] of places.entries()) {
      expect(Math.abs(place - first - index)).toBeLessThan(8);
    }
  });

  test('that takes nothing is only probed, however much waits', async () => {
    receiver.answering = () => 500;
    const webhookId = await webhookTo(receiver.url);
    await happen(40);
    await expect.poll(() => receiver.received.length, patience).toBe(8);
    const [waiting] = await deliveriesOf(webhookId);
    expect(waiting).toMatchObject({ state: 'waiting', attempt_count: 0 });
    receiver.answering = () => 200;
    await expect
      .poll(
        async () => (await deliveriesOf(webhookId)).every(({ state }) => state === 'delivered'),
        patience,
      )
      .toBe(true);
    expect(new Set(idsOf(receiver)).size).toBe(40);
  });
});

test('a sweep gives up what nobody could send in time, and forgets what was settled long ago', async () => {
  const { kysely: db, pool } = centre.database;
  receiver.answering = () => undefined;
  const webhookId = await webhookTo(receiver.url, ['desk-resumed']);
  const now = Date.now();
  const row = (seq: number, state: string, nextAt: number, settledAt: number | null) =>
    pool.query(
      `insert into webhook_delivery (centre, webhook_id, seq, ordinal, event_type, at, state,
         next_at, settled_at) values ($1, $2, $3, 0, 'x', 0, $4, $5, $6)`,
      [centre.name, webhookId, seq, state, nextAt, settledAt],
    );
  await row(1, 'waiting', now - EXPIRY_MS, null);
  await row(2, 'waiting', now + DAY_MS, null);
  await row(3, 'delivered', 0, now - 7 * DAY_MS);
  await row(4, 'delivered', 0, now - 6 * DAY_MS);
  await row(5, 'dead', 0, now - 30 * DAY_MS);
  await row(6, 'dead', 0, now - 29 * DAY_MS);
  await sweepDeliveries(db, centre.name, now);
  const left = await deliveriesOf(webhookId);
  expect(left.map(({ seq, state, last_error }) => [seq, state, last_error])).toEqual([
    [6, 'dead', null],
    [4, 'delivered', null],
    [2, 'waiting', null],
    [1, 'dead', 'expired'],
  ]);
});
