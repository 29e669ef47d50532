import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';
import { asId } from '@rapport/core';
import type {
  PresenceState,
  QueueChange,
  QueueState,
  Scope,
  ServerMessage,
  WallboardState,
} from '@rapport/protocol';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { openDatabase } from '../database/open-database.ts';
import { eventsOf } from '../host/fold-history.ts';
import { createApiKey } from '../identity/api-keys.ts';
import type { Tables } from '../store/tables.ts';
import { freePort } from '../testing/free-port.ts';
import { callerWith } from '../testing/http-centre.ts';
import { liveClient, type TestLiveClient } from '../testing/live-socket.ts';
import { createLoad } from '../testing/load.ts';
import { startCentreProcess } from '../testing/start-centre-process.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const KILLS = 6;
const ARRIVALS = 24;
const AGENTS = 20;
const CENTRE = 'main';

let root: string;

beforeEach(async () => {
  root = await temporaryFolder();
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

test(`${KILLS} × kill -9 under load: every client has the truth, each offer was seen once`, async () => {
  const dataFolder = join(root, 'data');
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const load = createLoad('live');
  let process = await startCentreProcess(dataFolder, load.onEvents, {
    RAPPORT_PORT: String(port),
  });
  load.connect(process);
  await load.setUp();
  await using database = await openDatabase<Tables>({ dataFolder, databaseUrl: undefined });
  const keyFor = keyMaker(database);
  const agents = await Promise.all(
    Array.from({ length: AGENTS }, async (_, index) => {
      const agentId = `agent_${index + 1}`;
      const secret = await keyFor(['work:read'], agentId);
      return { agentId, secret, ...followQueue(address, secret) };
    }),
  );
  const watcher = await keyFor(['floor:read', 'agents:read']);
  const floor = followFloor(address, watcher);

  load.start(ARRIVALS);
  const inStep = () => agents.filter(({ client }) => client.isAnswered()).length;
  for (let kill = 0; kill < KILLS; kill++) {
    // Most are back, some may be in the middle of it.
    await expect.poll(inStep, { timeout: 20_000, interval: 20 }).toBeGreaterThan(AGENTS / 2);
    await sleep((kill * 137) % 500);
    await process.kill();
    process = await startCentreProcess(dataFolder, load.onEvents, {
      RAPPORT_PORT: String(port),
    });
    load.connect(process);
  }
  await sleep(500);
  await load.stop();

  const truth = async (secret: string, path: string): Promise<unknown> =>
    (await callerWith(address, secret)('GET', path)).answer;
  const after = (await database.pool.query<{ seq: number }>('select max(seq) as seq from journal'))
    .rows[0]?.seq;
  for (const { secret, seen } of agents) {
    await expect
      .poll(async () => [seen.state, await truth(secret, `/api/v1/me/queue?after=${after}`)], {
        timeout: 20_000,
      })
      .toSatisfy(([mine, theirs]) => isDeepStrictEqual(mine, theirs));
  }
  await expect
    .poll(async () => [floor.wallboard, await truth(watcher, '/api/v1/wallboard')], {
      timeout: 20_000,
    })
    .toSatisfy(([mine, theirs]) => isDeepStrictEqual(mine, theirs));
  await expect.poll(() => floor.presence, { timeout: 20_000 }).toEqual(await presenceOf(database));

  for (const { client } of agents) client.close();
  floor.client.close();
  await process.end();
  const offers = await offersByAgent(database);
  const found = agents.map(({ agentId, client }) => ({ agentId, ...lookAt(client.told) }));
  for (const { agentId, offered, covered } of found) {
    for (const { position, workId } of offers.get(agentId) ?? []) {
      const seenCount = offered.filter((one) => one === `${position} ${workId}`).length;
      const isCovered = covered.some(({ after, upTo }) => after < position && position <= upTo);
      expect([agentId, position, seenCount + (isCovered ? 1 : 0)]).toEqual([agentId, position, 1]);
    }
  }
  const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);
  // That the clients were there, and got what they had missed as deltas rather than as snapshots.
  expect(sum(found.map(({ offered }) => offered.length))).toBeGreaterThan(100);
  expect(sum(found.map(({ refillCount }) => refillCount))).toBeGreaterThan((AGENTS * KILLS) / 4);
}, 600_000);

function keyMaker(database: Database<Tables>) {
  return async (scopes: readonly Scope[], agentId?: string): Promise<string> => {
    const given = agentId === undefined ? {} : { agentId: asId<'agent'>(agentId) };
    const key = { centre: CENTRE, name: 'test', scopes, ...given };
    return (await createApiKey(database.kysely, key)).secret;
  };
}

function followQueue(address: string, secret: string) {
  const client = liveClient(() => address, secret);
  const seen: { state: QueueState | undefined } = { state: undefined };
  client.subscribe({ topic: 'my-queue', params: {}, onState: (state) => (seen.state = state) });
  return { client, seen };
}

function followFloor(address: string, secret: string) {
  const client = liveClient(() => address, secret);
  const seen: {
    client: TestLiveClient;
    presence: PresenceState | undefined;
    wallboard: WallboardState | undefined;
  } = { client, presence: undefined, wallboard: undefined };
  client.subscribe({ topic: 'presence', params: {}, onState: (state) => (seen.presence = state) });
  client.subscribe({
    topic: 'wallboard',
    params: {},
    onState: (state) => (seen.wallboard = state),
  });
  return seen;
}

/** What a client of one topic was told, socket after socket; fails where a position did not rise. */
function lookAt(told: readonly (readonly ServerMessage[])[]) {
  let known = 0;
  let refillCount = 0;
  const offered: string[] = [];
  const covered: { readonly after: number; readonly upTo: number }[] = [];
  for (const messages of told) {
    // Before a socket has answered, its heartbeats say nothing of the topic.
    const begin = messages.findIndex(({ kind }) => kind !== 'heartbeat');
    for (const message of begin === -1 ? [] : messages.slice(begin)) {
      if (message.kind === 'problem') throw new Error(message.title);
      if (message.kind === 'resync') refillCount += 1;
      if (message.kind === 'snapshot') covered.push({ after: known, upTo: message.position });
      if (message.kind === 'delta') {
        expect(message.position).toBeGreaterThan(known);
        for (const change of message.changes as readonly QueueChange[]) {
          if (change.type === 'offered') offered.push(`${message.position} ${change.item.workId}`);
        }
      }
      known = Math.max(known, message.position);
    }
  }
  return { offered, covered, refillCount };
}

async function offersByAgent(database: Database<Tables>) {
  const { rows } = await database.pool.query<{ seq: number; events: string }>(
    'select seq, events from journal where centre = $1 order by seq',
    [CENTRE],
  );
  const offers = new Map<string, { readonly position: number; readonly workId: string }[]>();
  for (const row of rows) {
    for (const event of eventsOf(row)) {
      if (event.type !== 'work-offered') continue;
      const mine = offers.get(event.agentId) ?? [];
      offers.set(event.agentId, mine);
      mine.push({ position: row.seq, workId: event.workId });
    }
  }
  return offers;
}

async function presenceOf(database: Database<Tables>): Promise<PresenceState> {
  const rows = await database.kysely
    .selectFrom('view_agent')
    .selectAll()
    .where('centre', '=', CENTRE)
    .execute();
  const agents = rows.map((row) => ({
    agentId: row.id,
    state: row.state as PresenceState['agents'][number]['state'],
    ...(row.reason !== null && { reason: row.reason }),
    stateSince: row.state_since,
    isBusy: row.is_busy,
  }));
  return { agents: agents.sort((a, b) => (a.agentId < b.agentId ? -1 : 1)) };
}
