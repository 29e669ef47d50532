import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { type RunningProcess, startProcess } from './start-process.ts';

/** The minimal server, and where it listens. */
export interface LiveFloor extends RunningProcess {
  readonly address: string;
}

/** Starts `live-server.mjs`; its write-ahead file goes to `folder`, which should be on a disk. */
export async function startLiveFloor(folder: string): Promise<LiveFloor> {
  const port = await freePort();
  const server = startProcess(
    [process.execPath, join(import.meta.dirname, 'floors', 'live-server.mjs')],
    { PORT: String(port), WAL: join(folder, 'floor.wal') },
  );
  await server.firstLine;
  return { ...server, address: `http://127.0.0.1:${port}` };
}
