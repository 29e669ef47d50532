import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startProcess } from './start-process.ts';

const SERVER = '/usr/bin/redis-server';
const GIVE_UP_MS = 20_000;
const RETRY_MS = 50;

/** What is missing for it, and how to get it; undefined where it is installed. */
export function redisObstacle(): string | undefined {
  if (existsSync(SERVER)) return undefined;
  return 'redis-server is not installed; install it with: apt-get install --no-install-recommends redis-server';
}

/** Starts Debian's Redis, which writes each change to the disk before it answers. */
export async function startDurableRedis(folder: string, port: number): Promise<AsyncDisposable> {
  await mkdir(folder, { recursive: true });
  const settings = {
    bind: '127.0.0.1',
    port: String(port),
    dir: folder,
    appendonly: 'yes',
    appendfsync: 'always',
    save: '',
    'maxmemory-policy': 'noeviction',
  };
  const given = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
  const server = startProcess([SERVER, ...given], {});
  const giveUpAt = Date.now() + GIVE_UP_MS;
  while (!(await listens(port))) {
    if (Date.now() > giveUpAt) {
      await server[Symbol.asyncDispose]();
      throw new Error(`no Redis came up on port ${port}`);
    }
    await sleep(RETRY_MS);
  }
  return server;
}

async function listens(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(port, '127.0.0.1', () => resolve(true));
  socket.once('error', () => resolve(false));
  const isThere = await promise;
  socket.destroy();
  return isThere;
}
