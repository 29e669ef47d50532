import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';
import type { ScratchDatabase } from './scratch-database.ts';
import { startProcess } from './start-process.ts';

const run = promisify(execFile);

const SERVER = '/usr/share/request-tracker5/libexec/rt-server';
const SET_UP = '/usr/sbin/rt-setup-database-5';
const DATABASE = 'rt5';
/** Of whoever installs it; nobody else can reach this one. */
const PASSWORD = 'a-password-of-the-bench';
const WORKERS = 4;
const GIVE_UP_MS = 60_000;
const RETRY_MS = 200;

/** Debian's Request Tracker, serving. */
export interface RequestTracker extends AsyncDisposable {
  readonly address: string;
  /** What a caller sends to be let in, as its administrator. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What is missing for it, and how to get it; undefined where it is installed. */
export function requestTrackerObstacle(): string | undefined {
  if (existsSync(SERVER) && existsSync(SET_UP)) return undefined;
  return (
    'request-tracker5 is not installed; install it with: apt-get install --no-install-recommends ' +
    'request-tracker5 rt5-standalone rt5-db-postgresql dbconfig-no-thanks msmtp-mta'
  );
}

/**
 * Starts the tracker as Debian brings it, with its own server, on a new database beside ours in the
 * same PostgreSQL. Its mails go to a file: nothing of it leaves this machine.
 */
export async function startRequestTracker(scratch: ScratchDatabase): Promise<RequestTracker> {
  const { database, dataFolder } = scratch;
  await database.pool.query(`create database ${DATABASE}`);
  const folder = join(dataFolder, 'request-tracker');
  const port = await freePort();
  const environment = await writeSettings(scratch, { folder, port });
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, PASSWORD, { mode: 0o600 });
  await run(SET_UP, ['--action', 'init', '--skip-create', '--root-password-file', passwordFile], {
    env: { PATH: process.env['PATH'], ...environment },
  });
  const where = ['--host', '127.0.0.1', '--port', String(port)];
  const how = ['--server', 'Starlet', '--max-workers', String(WORKERS)];
  const server = startProcess([SERVER, ...where, ...how], environment);
  const address = `http://127.0.0.1:${port}`;
  const headers = { authorization: `Basic ${btoa(`root:${PASSWORD}`)}` };
  try {
    await untilItAnswers(`${address}/REST/2.0/rt`, headers);
  } catch (error) {
    await server[Symbol.asyncDispose]();
    throw error;
  }
  return { address, headers, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

async function writeSettings(
  { database }: ScratchDatabase,
  { folder, port }: { folder: string; port: number },
): Promise<Readonly<Record<string, string>>> {
  const { host, port: databasePort, user } = database.connection;
  const mason = join(folder, 'mason');
  const more = join(folder, 'more');
  await mkdir(mason, { recursive: true });
  await mkdir(more, { recursive: true });
  const file = join(folder, 'RT_SiteConfig.pm');
  const settings: Readonly<Record<string, string | number | undefined>> = {
    rtname: 'bench',
    WebDomain: '127.0.0.1',
    WebPort: port,
    DatabaseType: 'Pg',
    DatabaseHost: host,
    DatabasePort: databasePort,
    DatabaseName: DATABASE,
    DatabaseUser: user,
    DatabasePassword: '',
    MailCommand: 'testfile',
    LogToSyslog: '',
    LogToSTDERR: 'error',
  };
  const lines = Object.entries(settings).map(([name, value]) => `Set($${name}, '${value ?? ''}');`);
  await writeFile(file, [...lines, `$RT::MasonDataDir = '${mason}';`, '1;', ''].join('\n'));
  return { RT_SITE_CONFIG: file, RT_SITE_CONFIG_DIR: more, LC_ALL: 'C.UTF-8' };
}

async function untilItAnswers(
  url: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const giveUpAt = Date.now() + GIVE_UP_MS;
  for (;;) {
    const status = await fetch(url, { headers }).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    if (Date.now() > giveUpAt) throw new Error(`${url} answers ${status} after a minute`);
    await sleep(RETRY_MS);
  }
}
