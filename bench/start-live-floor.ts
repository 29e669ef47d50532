import { createServer } from 'node:net';
import { join } from 'node:path';
import { type RunningProcess, startProcess } from './start-process.ts';

/** The minimal server, and where it listens. */
export interface LiveFloor extends RunningProcess {
  readonly address: string;
}

/** Starts `live-server.mjs`; its write-ahead file goes to `folder`, which should be on a disk. */
export async function startLiveFloor(folder: string): Promise<LiveFloor> {
  const port = await freePort();
  const server = await startProcess(
    [process.execPath, join(import.meta.dirname, 'floors', 'live-server.mjs')],
    { PORT: String(port), WAL: join(folder, 'floor.wal') },
  );
  return { ...server, address: `http://127.0.0.1:${port}` };
}

/** A port that nobody listens on now; the system does not give it out again soon. */
async function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const server = createServer().listen(0, '127.0.0.1', () => {
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? NaN) : NaN;
    server.close(() => resolve(port));
  });
  return await promise;
}
