import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTcpServer } from '@rapport/server/testing';
import type { Bench } from '../bench.ts';
import { besideFloor } from '../beside-floor.ts';
import { loadedCentre, LONG_AFTER_START_MS, prepareDatabases } from '../loaded-centre.ts';
import { redisObstacle, startDurableRedis } from '../start-redis.ts';
import { runFloor } from '../run-floor.ts';

/** Where the programs beside which this stands look for their servers. */
const POSTGRES_PORT = 54_329;
const REDIS_PORT = 63_798;
const OUTSTANDING = 256;
const SECONDS = 4;
const ROUNDS = 5;
const BULLMQ_JOBS = 10_000;
const PG_BOSS_JOBS = 3_000;
/** As many as pg-boss may fetch and complete at once where its user asks for more than one. */
const PG_BOSS_BATCH = 50;
/** Received and offered, accepted, completed. */
const COMMANDS_AN_ITEM = 3;

/** Items from their receipt to their end, beside jobs of the two queues that are used most with Node. */
export const jobsBench: Bench = {
  name: 'jobs',
  summary: `items offered, accepted and completed durably, ${OUTSTANDING} at a time, beside jobs of BullMQ and pg-boss`,
  obstacle: () => redisObstacle() ?? queueObstacle(),
  async run(say) {
    await using stack = new AsyncDisposableStack();
    const root = await mkdtemp(join(tmpdir(), 'rapport-bench-'));
    stack.defer(() => rm(root, { recursive: true, force: true }));
    // Run by root, the database has an account of its own, which must get to its folder.
    await chmod(root, 0o711);
    const server = stack.use(await startTcpServer(join(root, 'data'), POSTGRES_PORT));
    await prepareDatabases(server);
    stack.use(await startDurableRedis(join(root, 'redis'), REDIS_PORT));
    const { centre, load } = await loadedCentre(server, {
      centreName: 'main',
      outstanding: OUTSTANDING,
      afterStartMs: LONG_AFTER_START_MS,
    });
    stack.use(centre);

    const rounds: { ours: number; bullmq: number; pgBoss: number; pgBossBatches: number }[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      const bullmq = await jobsOf('jobs-bullmq.mjs', [REDIS_PORT, BULLMQ_JOBS, OUTSTANDING]);
      const pgBoss = await jobsOf('jobs-pgboss.mjs', [PG_BOSS_JOBS]);
      const pgBossBatches = await jobsOf('jobs-pgboss.mjs', [PG_BOSS_JOBS, PG_BOSS_BATCH]);
      const startedAt = performance.now();
      const commandCount = await load.serve(startedAt + SECONDS * 1_000);
      const seconds = (performance.now() - startedAt) / 1_000;
      const ours = Math.round(commandCount / COMMANDS_AN_ITEM / seconds);
      rounds.push({ ours, bullmq, pgBoss, pgBossBatches });
      say(`round ${round} of ${ROUNDS}`);
    }
    const beside = (peer: 'bullmq' | 'pgBoss' | 'pgBossBatches') =>
      rounds.map(({ ours, [peer]: floor }) => ({ ours, floor }));
    const unit = '/s';
    return [
      besideFloor({ name: 'items, BullMQ that keeps them always', unit }, beside('bullmq'), {
        atLeast: 2,
      }),
      besideFloor({ name: 'items, pg-boss one by one', unit }, beside('pgBoss'), { atLeast: 10 }),
      besideFloor({ name: `items, pg-boss by ${PG_BOSS_BATCH}`, unit }, beside('pgBossBatches')),
    ];
  },
};

/** The queues are peers to be measured, and nothing that the product needs: they are installed for this alone. */
function queueObstacle(): string | undefined {
  const { resolve } = createRequire(import.meta.url);
  try {
    for (const name of ['bullmq', 'pg-boss']) resolve(name);
    return undefined;
  } catch {
    return 'the queues are not installed; install them with: npm install --no-save bullmq@5 pg-boss@10';
  }
}

async function jobsOf(file: string, given: readonly number[]): Promise<number> {
  const { jobsPerSec } = await runFloor(file, given);
  return Number(jobsPerSec);
}
