import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The first administrator of every centre here, and everybody's password. */
export const ADMINISTRATOR = 'ada@example.org';
export const PASSWORD = 'correct horse battery staple';

const MAIN = join(import.meta.dirname, '../packages/cli/main.ts');

/** Somebody's signed-in way to the API; the answer's body, which must be no problem. */
export type Call = (method: string, path: string, body?: object) => Promise<Answer>;
export type Answer = Readonly<Record<string, unknown>>;

/** A real `rapport start` with a folder and a port of its own. */
export interface RunningCentre extends AsyncDisposable {
  readonly address: string;
  /** Signs somebody in, as his browser would. */
  readonly signIn: (email: string) => Promise<Call>;
  /** Kills the server where it stands, and starts another one at the same address. */
  readonly killAndStart: () => Promise<void>;
}

/** Starts a new, empty centre with one administrator. */
export async function startCentre(): Promise<RunningCentre> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-e2e-'));
  let server = await startServer(folder, '0');
  const { address } = server;
  return {
    address,
    signIn: (email) => signIn(address, email),
    async killAndStart() {
      await server.end('SIGKILL');
      server = await startServer(folder, new URL(address).port);
    },
    async [Symbol.asyncDispose]() {
      await server.end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

interface Server {
  readonly address: string;
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

async function startServer(folder: string, port: string): Promise<Server> {
  const child = spawn(process.execPath, [MAIN, 'start', '--json'], {
    env: {
      PATH: process.env['PATH'],
      RAPPORT_DATA: join(folder, 'data'),
      RAPPORT_PORT: port,
      RAPPORT_ADMIN_EMAIL: ADMINISTRATOR,
      RAPPORT_ADMIN_PASSWORD: PASSWORD,
      RAPPORT_LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const exited = once(child, 'exit');
  const first = await createInterface(child.stdout)[Symbol.asyncIterator]().next();
  if (first.done === true) throw new Error(`the centre did not open: ${complaints}`);
  const { address } = JSON.parse(first.value) as { address: string };
  return {
    address,
    end: async (signal) => {
      child.kill(signal);
      await exited;
    },
  };
}

async function signIn(address: string, piiEmail: string): Promise<Call> {
  const response = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { origin: address, 'content-type': 'application/json' },
    body: JSON.stringify({ piiEmail, password: PASSWORD }),
  });
  if (!response.ok) throw new Error(`${piiEmail} was not let in: ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(';', 1)[0])
    .join('; ');
  return (method, path, body) => call(`${address}/api/v1${path}`, method, { cookie, body });
}

async function call(
  url: string,
  method: string,
  { cookie, body }: { readonly cookie: string; readonly body: object | undefined },
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      origin: new URL(url).origin,
      cookie,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${url}: ${response.status} ${text}`);
  return text === '' ? {} : (JSON.parse(text) as Answer);
}
