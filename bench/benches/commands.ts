import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Centre, openDatabase } from '@rapport/server';
import { startTcpServer, type TcpServer } from '@rapport/server/testing';
import type { Bench, Figure } from '../bench.ts';
import { besideFloor } from '../beside-floor.ts';
import { loadedCentre, LONG_AFTER_START_MS, prepareDatabases } from '../loaded-centre.ts';
import { median } from '../median.ts';
import { runFloor } from '../run-floor.ts';

/** Where `group-commit.mjs` looks for its database. */
const FLOOR_PORT = 54_329;
const OUTSTANDING = 256;
const FLOOR_BATCH_MAX = 200;
const FLOOR_SESSIONS = 2;
const SECONDS = 4;
const ROUNDS = 5;
const AIM = { atLeast: 0.6 };

type Shape = 'serve' | 'pileUp' | 'justStarted';

const SHAPES: Readonly<Record<Shape, string>> = {
  serve: 'received, accepted, completed',
  pileUp: 'received, to wait',
  justStarted: 'received, accepted, completed, just started',
};

/** What one round of one shape came to. */
interface Measured {
  readonly commandsPerSecond: number;
  readonly cpuMicrosEach: number;
  readonly viewsBehindMs: number;
}

/** Commands through the host of a whole centre, beside a loop that writes rows and does nothing else. */
export const commandsBench: Bench = {
  name: 'commands',
  summary: `commands until they are durable, ${OUTSTANDING} at a time, beside a bare group commit`,
  async run(say) {
    await using stack = new AsyncDisposableStack();
    const root = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
    stack.defer(() => rm(root, { recursive: true, force: true }));
    // Run by root, the database has an account of its own, which must get to its folder.
    await chmod(root, 0o711);
    const server = stack.use(await startTcpServer(join(root, 'data'), FLOOR_PORT));
    await prepareFloor(server);
    const settled = await loadedCentre(server, {
      centreName: 'settled',
      outstanding: OUTSTANDING,
      afterStartMs: LONG_AFTER_START_MS,
    });
    stack.use(settled.centre);
    const fresh = await loadedCentre(server, {
      centreName: 'fresh',
      outstanding: OUTSTANDING,
      afterStartMs: 0,
    });
    stack.use(fresh.centre);

    const floors: number[] = [];
    const measured: Record<Shape, Measured[]> = { serve: [], pileUp: [], justStarted: [] };
    for (let round = 1; round <= ROUNDS; round++) {
      const arguments_ = [SECONDS, FLOOR_BATCH_MAX, OUTSTANDING, FLOOR_SESSIONS];
      const floor = await runFloor('group-commit.mjs', arguments_);
      floors.push(Number(floor['perSec']));
      measured.serve.push(await measure(settled.centre, settled.load.serve));
      measured.justStarted.push(await measure(fresh.centre, fresh.load.serve));
      measured.pileUp.push(await measure(settled.centre, settled.load.pileUp));
      say(`round ${round} of ${ROUNDS}`);
    }
    const bytes = await bytesARow(server);
    return [
      ...(Object.keys(SHAPES) as Shape[]).flatMap((shape) =>
        figuresOf(shape, measured[shape], floors),
      ),
      { name: 'bytes a row', unit: 'B', value: bytes.ours, floor: bytes.floor },
    ];
  },
};

function figuresOf(
  shape: Shape,
  measured: readonly Measured[],
  floors: readonly number[],
): readonly Figure[] {
  const name = SHAPES[shape];
  const rounds = measured.map(({ commandsPerSecond }, index) => ({
    ours: commandsPerSecond,
    floor: floors[index] ?? NaN,
  }));
  const medianOf = (pick: (each: Measured) => number): number =>
    Math.round(median(measured.map(pick)));
  return [
    besideFloor({ name, unit: '/s' }, rounds, AIM),
    { name: `${name}: processor time each`, unit: 'µs', value: medianOf((m) => m.cpuMicrosEach) },
    {
      name: `${name}: views behind at the end`,
      unit: 'ms',
      value: medianOf((m) => m.viewsBehindMs),
    },
  ];
}

async function prepareFloor(server: TcpServer): Promise<void> {
  await prepareDatabases(server);
  await using bench = await openDatabase({ dataFolder: '', databaseUrl: server.urlOf('bench') });
  await bench.pool.query(
    'create table ev (id bigserial primary key, tenant integer, kind integer, body text)',
  );
}

/** The floor has the disk to itself afterwards: nothing goes on in the background. */
async function measure(
  centre: Centre,
  work: (untilMs: number) => Promise<number>,
): Promise<Measured> {
  const startedAt = performance.now();
  const startCpu = process.cpuUsage();
  const commandCount = await work(startedAt + SECONDS * 1_000);
  const seconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(startCpu);
  const waitingFrom = performance.now();
  while ((await viewPosition(centre)) < centre.host.position) await sleep(10);
  return {
    commandsPerSecond: Math.round(commandCount / seconds),
    cpuMicrosEach: (user + system) / commandCount,
    viewsBehindMs: performance.now() - waitingFrom,
  };
}

async function viewPosition({ database, name }: Centre): Promise<number> {
  const row = await database.kysely
    .selectFrom('follower')
    .select('seq')
    .where('centre', '=', name)
    .where('name', '=', 'views')
    .executeTakeFirst();
  return row?.seq ?? 0;
}

/** How much text each of the two keeps in a row. */
async function bytesARow(server: TcpServer): Promise<{ ours: number; floor: number }> {
  await using ours = await openDatabase({ dataFolder: '', databaseUrl: server.urlOf('rapport') });
  await using floor = await openDatabase({ dataFolder: '', databaseUrl: server.urlOf('bench') });
  const average = async (pool: typeof ours.pool, text: string): Promise<number> => {
    const { rows } = await pool.query<{ bytes: number }>(text);
    return rows[0]?.bytes ?? NaN;
  };
  return {
    ours: await average(
      ours.pool,
      `select round(avg(octet_length(events) + octet_length(command_id) + octet_length(command_hash)
        + octet_length(actor) + octet_length(cause)))::int as bytes from journal`,
    ),
    floor: await average(floor.pool, 'select round(avg(octet_length(body)))::int as bytes from ev'),
  };
}
