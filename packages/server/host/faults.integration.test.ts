import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { asId } from '@rapport/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { prepareEmbeddedHome } from '../database/embedded-home.ts';
import { openDatabase } from '../database/open-database.ts';
import { postmasterPid } from '../database/postmaster.ts';
import type { Tables } from '../store/tables.ts';
import { createLoad, type Load } from '../testing/load.ts';
import { type CentreProcess, startCentreProcess } from '../testing/start-centre-process.ts';
import { NOTHING_WRONG, settleLoad } from '../testing/settle-load.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const KILLS = 12;
const ARRIVALS = 24;

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

async function finish(
  load: Load,
  process: CentreProcess,
  database: Database<Tables>,
): Promise<void> {
  expect(await settleLoad(load, process, database)).toEqual(NOTHING_WRONG);
  expect(load.acknowledged.size).toBeGreaterThan(KILLS * 5);
  const { rows: messages } = await database.pool.query<{
    interaction_id: string;
    pii_text: string;
  }>("select interaction_id, pii_text from message where centre = 'main'");
  const words = new Map(messages.map((row) => [row.interaction_id, row.pii_text]));
  expect(words).toEqual(load.said);
  expect(messages).toHaveLength(words.size);
}

function killPostmaster(pid: number | undefined): void {
  if (pid === undefined) throw new Error('the database is not running');
  process.kill(pid, 'SIGKILL');
}
