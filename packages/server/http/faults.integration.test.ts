import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SCOPES } from '@rapport/protocol';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../database/open-database.ts';
import type { Tables } from '../store/tables.ts';
import { holdViews } from '../testing/hold-views.ts';
import { callerWith, openHttpCentre } from '../testing/http-centre.ts';
import { httpWire } from '../testing/http-wire.ts';
import { createLoad, type Load } from '../testing/load.ts';
import { NOTHING_WRONG, settleLoad } from '../testing/settle-load.ts';
import { type HttpProcess, startHttpProcess } from '../testing/start-http-process.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';

const KILLS = 6;
const STOPS = 2;
const ARRIVALS = 16;
/** A service manager waits for longer, and the machine that runs tests does other things too. */
const STOP_MS_MAX = 15_000;

let root: string;
let dataFolder: string;

beforeEach(async () => {
  root = await temporaryFolder();
  dataFolder = join(root, 'data');
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('a serving process that ends under load over HTTP', () => {
  test(`${KILLS} × kill -9: nothing acknowledged is lost, nothing doubled, nothing stuck`, async () => {
    await underLoad('killed', KILLS, async (process, round) => {
      await sleep(150 + ((round * 37) % 180));
      await process.endWith('SIGKILL');
    });
  }, 600_000);

  test('SIGTERM: what has begun is answered, and the process leaves in good order', async () => {
    await underLoad('stopped', STOPS, async (process, round, load) => {
      await expect.poll(() => load.acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(50);
      const { code, durationMs } = await process.endWith(round === 0 ? 'SIGTERM' : 'SIGINT');
      expect([code, process.complaints()]).toEqual([0, '']);
      expect(durationMs).toBeLessThan(STOP_MS_MAX);
    });
  }, 600_000);

  test('SIGTERM: a request that waits is answered, and a second signal ends it at once', async () => {
    const process = await startHttpProcess(dataFolder);
    await using database = await openTables();
    const { secret } = await httpWire(database.kysely);
    const headers = { authorization: `Bearer ${secret}` };
    const readLate = async ({ address }: HttpProcess) => {
      const held = await holdViews(database.pool);
      const written = await callerWith(address, secret)('PUT', '/api/v1/promises/held', {
        body: { targetMs: 1_000, shareRatio: 1 },
      });
      const path = `/api/v1/work?after=${String(written.answer['position'])}`;
      return { held, answer: fetch(`${address}${path}`, { headers }) };
    };
    const first = await readLate(process);
    await sleep(500);
    const ended = process.endWith('SIGTERM');
    const answer = await first.answer;
    expect(await answer.json()).toMatchObject({ type: 'position-not-reached' });
    await first.held[Symbol.asyncDispose]();
    expect(answer.headers.get('connection')).toBe('close');
    expect((await ended).code).toBe(0);

    const again = await startHttpProcess(dataFolder);
    const second = await readLate(again);
    const cutOff = second.answer.catch((error: unknown) => error);
    await sleep(500);
    again.signal('SIGTERM');
    // What follows more closely counts as the same key press.
    await sleep(700);
    const { code, durationMs } = await again.endWith('SIGTERM');
    expect(code).toBe(130);
    expect(durationMs).toBeLessThan(1_000);
    expect(await cutOff).toBeInstanceOf(Error);
    await second.held[Symbol.asyncDispose]();
  }, 120_000);
});

test('more than the centre takes in is told to come again, and loses nothing by it', async () => {
  const waitingMax = 5;
  await using served = await openHttpCentre({ waitingMax });
  const secret = await served.secretWith(SCOPES);
  const define = async (number: number) =>
    await fetch(`${served.address}/api/v1/promises/promise-${number}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${secret}`,
        'content-type': 'application/json',
        'idempotency-key': `key-${number}`,
      },
      body: '{"targetMs":1000,"shareRatio":1}',
    });
  // Nobody can write to the history meanwhile, so that whoever asks has to wait.
  const blocker = await served.centre.database.pool.connect();
  await blocker.query('begin; lock table journal in exclusive mode');
  const numbers = Array.from({ length: 20 }, (_, number) => number);
  const asked = numbers.map((number) => define(number));
  const refused: Response[] = [];
  for (const each of asked) {
    void each.then((response) => response.status === 503 && refused.push(response));
  }
  await expect.poll(() => refused.length).toBe(numbers.length - waitingMax);
  await blocker.query('commit');
  blocker.release();
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(waitingMax);
  expect(await refused[0]?.json()).toMatchObject({ type: 'host-busy', status: 503 });
  expect(refused[0]?.headers.get('retry-after')).toBe('1');
  for (const number of numbers) expect((await define(number)).status).toBe(200);
  expect(served.centre.host.position).toBe(numbers.length);
});

const openTables = () => openDatabase<Tables>({ dataFolder, databaseUrl: undefined });

/** Ends the process in some way, again and again, while customers arrive and agents work. */
async function underLoad(
  name: string,
  rounds: number,
  interrupt: (process: HttpProcess, round: number, load: Load) => Promise<void>,
): Promise<void> {
  let process = await startHttpProcess(dataFolder);
  await using database = await openTables();
  const wire = await httpWire(database.kysely);
  wire.connect(process.address);
  const load = createLoad(name);
  load.connect(wire);
  await load.setUp();
  const watching = wire.watch(load.onEvents);
  load.start(ARRIVALS);
  for (let round = 0; round < rounds; round++) {
    await interrupt(process, round, load);
    process = await startHttpProcess(dataFolder);
    wire.connect(process.address);
  }
  await expect
    .poll(() => load.acknowledged.size, { timeout: 60_000 })
    .toBeGreaterThan(rounds * 5 + 50);
  const end = async (): Promise<void> => {
    await process.endWith('SIGTERM');
  };
  const report = await settleLoad(load, { end }, database, keyOf);
  await watching.stop();
  expect(report).toEqual(NOTHING_WRONG);
}

/** Whose command it is stands before the key that the load gave. */
function keyOf(commandId: string): string {
  return commandId.slice(commandId.indexOf(':') + 1);
}
