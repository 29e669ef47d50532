import { mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
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
import { WebSocket } from 'ws';
import { DEMO_PASSWORD, READY_ACCOUNTS } from './organisation/accounts.ts';
import { AGENTS } from './organisation/agents.ts';
import { writeCentre } from './past/write-centre.ts';
import { ENTRANCES } from './organisation/entrances.ts';
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

/** Any name may be made to lead to this machine; what calls it by such a name is told nothing. */
async function expectOwnNamesAlone(port: string): Promise<void> {
  const answered = async (host: string): Promise<number | undefined> => {
    const [answer] = (await once(
      request({ port, host: '127.0.0.1', path: '/demo.json', headers: { host } }).end(),
      'response',
    )) as [IncomingMessage];
    answer.resume();
    return answer.statusCode;
  };
  for (const name of ['localhost', '127.0.0.1', '[::1]']) {
    expect([name, await answered(`${name}:${port}`)]).toEqual([name, 200]);
  }
  for (const host of [
    `evil.example:${port}`,
    'localhost',
    'localhost:80',
    `localhost.evil:${port}`,
  ]) {
    expect([host, await answered(host)]).toEqual([host, 421]);
  }
  const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/live`, {
    headers: { host: `evil.example:${port}`, origin: `http://evil.example:${port}` },
  });
  const [error] = (await once(socket, 'error').catch((reason: unknown) => [reason])) as [Error];
  expect(error.message).toMatch(/421/);
}

test('a past that was lived through the core is a sound centre, with letters for Ted', async () => {
  await using database = await embeddedTestDatabase<Tables>();
  const untilAt = Date.UTC(2026, 4, 20, 10);
  const past = { centre: 'main', seed: 3, untilAt, days: 8, offsetMs: 0, timeZone: 'UTC' };
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
  // In the middle of it; and when all is there but the accounts and the entrances.
  for (const [moment, afterMs] of [
    [/Making/, 1_500],
    [/Made in/, 300],
  ] as const) {
    const first = startDemoProcess(dataFolder, join(folder, 'web'));
    await first.untilSaid(/Making/);
    await first.untilSaid(moment);
    await sleep(afterMs);
    await first.endWith('SIGKILL');
  }

  const second = startDemoProcess(dataFolder, join(folder, 'web'));
  await second.untilSaid(/Making/);
  const [, address = ''] = await second.untilSaid(/open: (http\S+)/);
  await expectOwnNamesAlone(new URL(address).port);
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
  for (const { entryId } of ENTRANCES) {
    const answer = await fetch(`${address}/api/v1/visitor/${entryId}`);
    expect([entryId, answer.status]).toEqual([entryId, 200]);
  }
  expect(await (await fetch(`${address}/halden-birk.html`)).text()).toContain('data-entry="chat"');
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
  const visitors = database.kysely.selectFrom('visitor_turn').select('interaction_id');
  while ((await visitors.execute()).length < 2) await sleep(250);

  await second.endWith('SIGKILL');
  const third = startDemoProcess(dataFolder, join(folder, 'web'));
  const [said] = await third.untilSaid(/[^]*open: http\S+/);
  expect(said).not.toContain('Making');
  expect(await soundnessOf(database)).toBe('sound');
  expect(await third.endWith('SIGTERM')).toBe(0);
});
