import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { openDatabase } from '../database/open-database.ts';
import { secretBox } from '../secrets/secret-box.ts';
import { keyFor, secretKey } from '../secrets/secret-key.ts';
import { readSettings } from '../read-settings.ts';
import type { Tables } from '../store/tables.ts';
import { createLoad } from '../testing/load.ts';
import { startCentreProcess } from '../testing/start-centre-process.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { startReceiver } from '../testing/webhook-receiver.ts';
import { createWebhook } from './webhooks.ts';

const KILLS = 3;
const ARRIVALS = 4;
const CENTRE = 'main';

test(`${KILLS} × kill -9 between commit and delivery: a webhook is told everything, under the same ids`, async () => {
  const root = await temporaryFolder();
  const environment = { RAPPORT_WEBHOOK_PRIVATE_HOSTS: '127.0.0.1' };
  const settings = readSettings({ RAPPORT_DATA: join(root, 'data'), ...environment });
  const { dataFolder } = settings;
  await using receiver = await startReceiver();
  await using database = await openDatabase<Tables>(settings);
  const load = createLoad('webhooks');
  const start = async () => {
    const started = await startCentreProcess(dataFolder, load.onEvents, environment);
    load.connect(started);
    return started;
  };
  let process = await start();
  const box = secretBox(keyFor('webhooks', secretKey(settings)));
  const { secret } = await createWebhook(
    { db: database.kysely, centre: CENTRE, box, now: Date.now, position: () => 0 },
    { actor: 'tester', commandId: 'tester:1' },
    { url: receiver.url, description: '', isEnabled: true },
  );
  // Every other answer stays out, so that each kill finds requests under way.
  receiver.answering = () => (receiver.received.length % 2 === 0 ? undefined : 200);
  await load.setUp();
  load.start(ARRIVALS);
  for (let kill = 0; kill < KILLS; kill++) {
    await sleep(150 + kill * 60);
    await process.kill();
    process = await start();
  }
  receiver.answering = () => 200;
  await load.stop();
  await expect
    .poll(() => waitingCount(database.pool), { timeout: 30_000, interval: 200 })
    .toEqual({ untold: 0, waiting: 0 });
  await process.end();

  const { rows } = await database.pool.query<{ seq: number; events: string }>(
    'select seq, events from journal where centre = $1',
    [CENTRE],
  );
  const expected = rows.flatMap(({ seq, events }) =>
    (JSON.parse(events) as unknown[]).map((_, ordinal) => `${CENTRE}_${seq}_${ordinal}`),
  );
  const bodies = new Map<string, string>();
  for (const { headers, body } of receiver.received) {
    const { id } = new Webhook(secret).verify(body, headers) as { id: string };
    expect(bodies.get(id) ?? body).toBe(body);
    bodies.set(id, body);
  }
  const missed = expected.filter((id) => !bodies.has(id));
  expect(missed).toEqual([]);
  expect(bodies.size).toBe(expected.length);
  // Or else no kill has met a request under way, and this test has shown nothing.
  expect(receiver.received.length).toBeGreaterThan(expected.length);
  expect(process.complaints()).not.toContain(secret);
  await database.close();
  await rm(root, { recursive: true, force: true });
}, 120_000);

/** Events that were not written down yet, and deliveries that were not made. */
async function waitingCount(pool: {
  readonly query: (text: string, values: unknown[]) => Promise<{ rows: unknown[] }>;
}): Promise<unknown> {
  const { rows } = await pool.query(
    `select
       (select max(seq) from journal where centre = $1) -
         (select seq from follower where centre = $1 and name = 'webhooks') as untold,
       (select count(*) from webhook_delivery where state <> 'delivered') as waiting`,
    [CENTRE],
  );
  return rows[0];
}
