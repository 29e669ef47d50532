import { mkdirSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  audit,
  type Database,
  isSound,
  openDatabase,
  readSettings,
  type Tables,
} from '@rapport/server';
import { embeddedTestDatabase, temporaryFolder } from '@rapport/server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_PASSWORD, READY_ACCOUNTS } from './organisation/accounts.ts';
import { AGENTS } from './organisation/agents.ts';
import { writeCentre } from './past/write-centre.ts';
import { startDemoProcess } from './testing/demo-process.ts';

const DAY_MS = 86_400_000;
let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  mkdirSync(join(folder, 'web'));
  writeFileSync(join(folder, 'web/index.html'), '<html><head></head><body></body></html>');
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function soundnessOf(database: Database<Tables>): Promise<unknown> {
  const report = await audit(database.kysely, 'main');
  return isSound(report) ? 'sound' : report.faults;
}

test('a past that was lived through the core is a sound centre, with letters for Ted', async () => {
  await using database = await embeddedTestDatabase<Tables>();
  const untilAt = Date.UTC(2026, 4, 20, 10);
  const past = { centre: 'main', seed: 3, untilAt, days: 8, offsetMs: 0 };
  const rowCount = await writeCentre(database, past);
  expect(rowCount).toBeGreaterThan(2_500);
  expect(await soundnessOf(database)).toBe('sound');
  const db = database.kysely;
  const open = await db
    .selectFrom('view_work')
    .selectAll()
    .where('closed_at', 'is', null)
    .execute();
  const his = open.filter(({ agent_id }) => agent_id === AGENTS[0]?.agentId);
  expect(his.map(({ channel, status }) => `${channel} ${status}`)).toEqual([
    'email active',
    'email active',
  ]);
  const done = await db.selectFrom('view_work').selectAll().where('status', '=', 'done').execute();
  expect(done.length).toBeGreaterThan(200);
  expect(new Set(done.map(({ channel }) => channel)).size).toBeGreaterThan(3);
  const late = done.filter(({ received_at }) => received_at < untilAt - 8 * DAY_MS);
  expect(late).toEqual([]);
});

test('a demo that was killed while it was made is made again; then people work in it', async () => {
  const dataFolder = join(folder, 'data');
  const first = startDemoProcess(dataFolder, join(folder, 'web'));
  await first.untilSaid(/Making/);
  await sleep(1_500);
  await first.endWith('SIGKILL');

  const second = startDemoProcess(dataFolder, join(folder, 'web'));
  const [, address = ''] = await second.untilSaid(/open: (http\S+)/);
  const shown = (await (await fetch(`${address}/demo.json`)).json()) as { accounts: unknown[] };
  expect(shown.accounts).toHaveLength(READY_ACCOUNTS.length);
  for (const { email: piiEmail } of READY_ACCOUNTS) {
    const answer = await fetch(`${address}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: address },
      body: JSON.stringify({ piiEmail, password: DEMO_PASSWORD }),
    });
    expect([piiEmail, answer.status]).toEqual([piiEmail, 200]);
  }
  const settings = readSettings({ RAPPORT_DATA: join(dataFolder, 'demo') });
  await using database = await openDatabase<Tables>(settings);
  const doneByNow = async (): Promise<number> => {
    const done = await database.kysely
      .selectFrom('journal')
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('events', 'like', '[{"type":"work-completed"%')
      .executeTakeFirstOrThrow();
    return done.count;
  };
  const before = await doneByNow();
  while ((await doneByNow()) < before + 3) await sleep(250);

  await second.endWith('SIGKILL');
  const third = startDemoProcess(dataFolder, join(folder, 'web'));
  await third.untilSaid(/open: (http\S+)/);
  expect(await soundnessOf(database)).toBe('sound');
  expect(await third.endWith('SIGTERM')).toBe(0);
});
