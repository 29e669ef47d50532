import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asId } from '@rapport/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { prepareEmbeddedHome } from '../database/embedded-home.ts';
import { openDatabase } from '../database/open-database.ts';
import { postmasterPid } from '../database/postmaster.ts';
import { audit } from '../operations/audit.ts';
import type { Tables } from '../store/tables.ts';
import { createLoad, type Load } from '../testing/load.ts';
import { type CentreProcess, startCentreProcess } from '../testing/start-centre-process.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const KILLS = 30;
const ARRIVALS = 24;
const CENTRE = 'main';

let root: string;
let dataFolder: string;

beforeEach(async () => {
  root = await temporaryFolder();
  dataFolder = join(root, 'data');
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const openTables = () => openDatabase<Tables>({ dataFolder, databaseUrl: undefined });

describe('pulling the plug in the middle of load', () => {
  test(`${KILLS} × kill -9 of the serving process: nothing lost, doubled or stuck`, async () => {
    await using database = await openTables();
    const load = createLoad('server');
    let process = await startCentreProcess(dataFolder, load.onEvents);
    load.connect(process);
    await load.setUp();
    load.start(ARRIVALS);
    for (let kill = 0; kill < KILLS; kill++) {
      await sleep(20 + ((kill * 37) % 180));
      await process.kill();
      process = await startCentreProcess(dataFolder, load.onEvents);
      load.connect(process);
    }
    await finish(load, process, database);
  }, 300_000);

  test(`${KILLS} × kill -9 of the database: nothing lost, doubled or stuck`, async () => {
    const load = createLoad('database');
    const process = await startCentreProcess(dataFolder, load.onEvents);
    load.connect(process);
    await load.setUp();
    load.start(ARRIVALS);
    const home = await prepareEmbeddedHome(dataFolder);
    for (let kill = 0; kill < KILLS; kill++) {
      await sleep(20 + ((kill * 37) % 180));
      const killed = postmasterPid(home);
      killPostmaster(killed);
      // Its sessions in use outlive it for a moment, and may still keep what they are given.
      while (postmasterPid(home) === killed) await sleep(10);
      // Acknowledged again only once it is back.
      await load.insist({ type: 'set-agent-state', agentId: asId('agent_1'), state: 'ready' });
    }
    await using database = await openTables();
    await finish(load, process, database);
  }, 600_000);
});

/** Lets the work run out, and counts what became of everything that was ever acknowledged. */
async function finish(
  load: Load,
  process: CentreProcess,
  database: Database<Tables>,
): Promise<void> {
  await load.stop();
  await drain(load, database);
  await process.end();
  const { rows } = await database.pool.query<{ seq: number; command_id: string }>(
    'select seq, command_id from journal where centre = $1',
    [CENTRE],
  );
  const kept = new Map(rows.map((row) => [row.command_id, row.seq]));
  const lost = [...load.acknowledged].filter(([id, position]) => kept.get(id) !== position);
  expect(lost).toEqual([]);
  expect(kept.size).toBe(rows.length);
  expect(load.acknowledged.size).toBeGreaterThan(KILLS * 5);

  const report = await audit(database.kysely, CENTRE);
  expect(Object.entries(report.faults).filter(([, count]) => count !== 0)).toEqual([]);
  expect(report.itemCount).toBe(load.receivedCount());
  expect(report.openCount).toBe(0);
}

/** Serves what interruptions left behind, as agents do who find it on their screens. */
async function drain(load: Load, database: Database<Tables>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const open = await database.kysely
      .selectFrom('view_work')
      .select(['id', 'status', 'agent_id'])
      .where('centre', '=', CENTRE)
      .where('status', 'not in', ['done', 'abandoned'])
      .execute();
    if (open.length === 0) return;
    for (const { id, agent_id } of open) {
      if (agent_id === null) continue;
      const given = { workId: asId<'work'>(id), agentId: asId<'agent'>(agent_id) };
      await load.insist({ type: 'accept-offer', ...given });
      await load.insist({ type: 'complete-work', ...given });
    }
    await wakeEverybody(load, database);
    await sleep(50);
  }
  throw new Error('something is stuck');
}

async function wakeEverybody(load: Load, database: Database<Tables>): Promise<void> {
  const asleep = await database.kysely
    .selectFrom('view_agent')
    .select('id')
    .where('centre', '=', CENTRE)
    .where('state', '!=', 'ready')
    .execute();
  for (const { id } of asleep) {
    await load.insist({ type: 'set-agent-state', agentId: asId(id), state: 'ready' });
  }
}

function killPostmaster(pid: number | undefined): void {
  if (pid === undefined) throw new Error('the database is not running');
  process.kill(pid, 'SIGKILL');
}
