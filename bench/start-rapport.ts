import { fileURLToPath } from 'node:url';
import { SCOPES } from '@rapport/protocol';
import { type Centre, createApiKey, openCentre, readSettings } from '@rapport/server';
import { cpuSeconds, parentOf } from './cpu-seconds.ts';
import { type ScratchDatabase, scratchDatabase } from './scratch-database.ts';
import { startProcess } from './start-process.ts';

const CENTRE = 'main';
const COMMAND_LINE = fileURLToPath(new URL('../packages/cli/main.ts', import.meta.url));
/** A bench is one caller from one address, and none that should be held back. */
const NO_LIMIT = '10000000';

/** A centre that serves in a process of its own, on a database of its own. */
export interface RunningCentre extends AsyncDisposable {
  readonly address: string;
  readonly scratch: ScratchDatabase;
  readonly serverPid: number;
  /** What a caller sends to be let in, with every scope. */
  readonly headers: Readonly<Record<string, string>>;
  /** Processor time used so far by the server's process. */
  readonly serverCpuSeconds: () => number;
  /** The same of PostgreSQL, all its processes. */
  readonly databaseCpuSeconds: () => number;
  /** Calls the API. @throws {Error} it answers anything but success. */
  readonly call: (method: string, path: string, body?: object) => Promise<unknown>;
}

/** Starts `rapport start` as anybody would; `prepare` may fill the centre before. */
export async function startRapport(
  prepare?: (centre: Centre) => Promise<void>,
): Promise<RunningCentre> {
  await using stack = new AsyncDisposableStack();
  const scratch = stack.use(await scratchDatabase());
  if (prepare !== undefined) {
    const settings = readSettings({ RAPPORT_DATA: scratch.dataFolder, RAPPORT_CENTRE: CENTRE });
    const notice = (message: string): void => void process.stderr.write(`${message}\n`);
    await using centre = await openCentre(settings, { notice });
    await prepare(centre);
  }
  const { secret } = await createApiKey(scratch.database.kysely, {
    centre: CENTRE,
    name: 'bench',
    scopes: SCOPES,
  });
  const server = stack.use(
    startProcess([process.execPath, COMMAND_LINE, 'start', '--json'], {
      RAPPORT_DATA: scratch.dataFolder,
      RAPPORT_CENTRE: CENTRE,
      RAPPORT_PORT: '0',
      RAPPORT_LOG_LEVEL: 'error',
      RAPPORT_RATE_LIMIT_ADDRESS: NO_LIMIT,
      RAPPORT_RATE_LIMIT_PRINCIPAL: NO_LIMIT,
    }),
  );
  const { address } = JSON.parse(await server.firstLine) as { address: string };
  const postmaster = await postmasterOf(scratch);
  const headers = { authorization: `Bearer ${secret}` };
  const owned = stack.move();
  return {
    address,
    scratch,
    serverPid: server.pid,
    headers,
    serverCpuSeconds: () => cpuSeconds(server.pid),
    databaseCpuSeconds: () => cpuSeconds(postmaster),
    call: (method, path, body) => call(`${address}${path}`, { method, headers, body }),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** Every session is a process that PostgreSQL's first one has started. */
async function postmasterOf({ database }: ScratchDatabase): Promise<number> {
  const { rows } = await database.pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  return parentOf(rows[0]?.pid ?? NaN);
}

async function call(
  url: string,
  request: { method: string; headers: Readonly<Record<string, string>>; body: object | undefined },
): Promise<unknown> {
  const { method, headers, body } = request;
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}
