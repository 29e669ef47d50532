import { execFile, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import {
  canSeeProcesses,
  isClusterProcess,
  listClusterProcesses,
  signal,
} from './cluster-processes.ts';
import { EmbeddedDatabaseBroken } from './database-faults.ts';
import { draftOf, dropAbandonedDrafts } from './draft.ts';
import type { EmbeddedHome } from './embedded-home.ts';

const run = promisify(execFile);

/** The role that owns everything in the embedded server; the private socket is its protection. */
export const EMBEDDED_USER = 'rapport';

/** Settings on the command line win over the cluster's files, so nobody weakens them by accident. */
const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  port: '5432',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Details and statements may quote what customers wrote, and the log is not for that.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

const LOG_BYTES_MAX = 16 * 1024 * 1024;

/**
 * Creates the cluster unless it is there. It is built beside its place and moved there when it is
 * whole, so that of two processes one wins and a crash leaves no half of a cluster.
 */
export async function ensureCluster(home: EmbeddedHome): Promise<void> {
  const version = readIfPresent(join(home.clusterFolder, 'PG_VERSION'))?.trim();
  if (version !== undefined) {
    refuseOtherVersion(home, version);
    return;
  }
  const draft = draftOf(home.clusterFolder);
  await dropAbandonedDrafts(home.clusterFolder);
  try {
    await run(
      join(home.binaries.folder, 'bin', 'initdb'),
      [
        `--pgdata=${draft}`,
        `--username=${EMBEDDED_USER}`,
        '--auth=trust',
        '--encoding=UTF8',
        ...home.binaries.localeArguments,
      ],
      spawnOptions(home),
    );
    await rename(draft, home.clusterFolder);
  } catch (cause) {
    await rm(draft, { recursive: true, force: true });
    if (existsSync(join(home.clusterFolder, 'PG_VERSION'))) return;
    const reason = cause instanceof Error ? lastLines(cause.message, 3) : String(cause);
    throw new EmbeddedDatabaseBroken(`the embedded database could not be created: ${reason}`, {
      cause,
    });
  }
}

/** What became of a started postmaster. */
export interface Launch {
  readonly at: number;
  hasEnded: boolean;
  /** Why it could not even be run. */
  error: Error | undefined;
}

/**
 * Starts a postmaster in a session of its own, so that neither Ctrl-C nor a kill of Rapport takes
 * it along. It may end at once, when another one is running; the caller finds out by connecting.
 */
export function startPostmaster(
  home: EmbeddedHome,
  extraSettings: Readonly<Record<string, string>> = {},
): Launch {
  turnLogOver(home.logFile);
  const settings = {
    ...SERVER_SETTINGS,
    ...extraSettings,
    unix_socket_directories: quotedListItem(home.socketFolder),
  };
  const settingArguments = Object.entries(settings).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ]);
  const log = openSync(home.logFile, 'a', 0o600);
  try {
    const child = spawn(
      join(home.binaries.folder, 'bin', 'postgres'),
      ['-D', home.clusterFolder, ...settingArguments],
      { ...spawnOptions(home), detached: true, stdio: ['ignore', log, log] },
    );
    const launch: Launch = { at: Date.now(), hasEnded: false, error: undefined };
    child.on('exit', () => (launch.hasEnded = true));
    child.on('error', (error) => (launch.error = error));
    child.unref();
    return launch;
  } finally {
    closeSync(log);
  }
}

/**
 * Asks the postmaster to end sessions and write a checkpoint, and waits until it is gone. One that was
 * killed a moment ago leaves its lock file, and sessions that answer as if it were there.
 */
export async function stopPostmaster(home: EmbeddedHome, timeoutMs = 60_000): Promise<void> {
  const pid = postmasterPid(home);
  if (pid === undefined) return;
  signal(pid, 'SIGINT');
  const deadline = Date.now() + timeoutMs;
  const isRunning = () => postmasterPid(home) === pid && isClusterProcess(pid, home.clusterFolder);
  while (isRunning() && Date.now() < deadline) await sleep(20);
}

/** The process that the cluster's lock file names, alive or not. */
export function postmasterPid(home: EmbeddedHome): number | undefined {
  const text = readIfPresent(join(home.clusterFolder, 'postmaster.pid'));
  const pid = Number.parseInt(text?.split('\n', 1)[0] ?? '', 10);
  return Number.isSafeInteger(pid) && pid > 0 ? pid : undefined;
}

/**
 * Removes lock files of a dead postmaster that PostgreSQL would take for a live one, because its
 * process number now belongs to something else or to an unburied child. Only where the system can
 * tell (a /proc file system) that no process works in the cluster; otherwise leaves them.
 */
export function removeStaleLocks(home: EmbeddedHome): void {
  const pid = postmasterPid(home);
  if (pid === undefined || !existsSync(`/proc/${pid}`)) return;
  if (!canSeeProcesses() || listClusterProcesses(home.clusterFolder).length > 0) return;
  if (postmasterPid(home) !== pid) return;
  rmSync(join(home.clusterFolder, 'postmaster.pid'), { force: true });
  rmSync(join(home.socketFolder, '.s.PGSQL.5432.lock'), { force: true });
}

/** The end of the server's log, for an error message. */
export function lastLogLines(home: EmbeddedHome, count = 5): string {
  if (!existsSync(home.logFile)) return '(its log is empty)';
  const sizeBytes = statSync(home.logFile).size;
  const buffer = Buffer.alloc(Math.min(sizeBytes, 8_192));
  const file = openSync(home.logFile, 'r');
  try {
    readSync(file, buffer, 0, buffer.length, sizeBytes - buffer.length);
  } finally {
    closeSync(file);
  }
  return lastLines(buffer.toString('utf8'), count);
}

function refuseOtherVersion(home: EmbeddedHome, found: string): void {
  const needed = String(Number.parseInt(home.binaries.version, 10));
  if (found === needed) return;
  throw new EmbeddedDatabaseBroken(
    `the database in ${home.clusterFolder} was made by PostgreSQL ${found}, and this release ` +
      `brings ${needed}; back it up with the release that made it, then restore it here`,
  );
}

function spawnOptions(home: EmbeddedHome): {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly uid?: number;
  readonly gid?: number;
} {
  return {
    // The working directory of Rapport may be closed to the server's account.
    cwd: dirname(home.clusterFolder),
    // None of ours: variables such as PGPORT or PGDATA would move the server.
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    ...home.account,
  };
}

function turnLogOver(logFile: string): void {
  if (!existsSync(logFile) || statSync(logFile).size < LOG_BYTES_MAX) return;
  renameSync(logFile, `${logFile}.1`);
}

/** The setting is a list; a quoted item may hold a comma or a space. */
function quotedListItem(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function lastLines(text: string, count: number): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(-count).join(' | ');
}

/** In one step: a file that is there when asked may be gone when read. */
function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
