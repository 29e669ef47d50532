import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { refuseOtherCluster } from './cluster-identity.ts';
import { endOrphans } from './cluster-processes.ts';
import {
  DatabaseUnavailable,
  EmbeddedDatabaseBroken,
  isDatabaseUnavailable,
} from './database-faults.ts';
import type { EmbeddedHome } from './embedded-home.ts';
import {
  EMBEDDED_USER,
  ensureCluster,
  lastLogLines,
  type Launch,
  postmasterPid,
  removeStaleLocks,
  startPostmaster,
  stopPostmaster,
} from './postmaster.ts';
import { openSession, type Session } from './session.ts';

/*
 * Several processes share one server: whoever comes first starts it, whoever leaves last stops it.
 * Each holds a session, its *presence*, with a shared advisory lock. To stop the server one must
 * turn the lock into an exclusive one, which only succeeds when nobody else is present; who
 * arrives in that moment waits for the lock, loses its session with the server, and starts anew.
 */
const PRESENCE_LOCK = '1918988400, 1'; // "rapp" as a number, then which of our locks.

const GIVE_UP_MS = 30_000;
// Replaying the log after a crash may take long, and the server says that it is at it.
const GIVE_UP_STARTING_MS = 5 * 60_000;
const RETRY_MS = 40;
const RELAUNCH_MS = 250;

export interface AttachOptions {
  /** The cluster that has to be there. Left out: whichever is, and a missing one is created. */
  readonly identity?: string;
  /** Ends the attempts. */
  readonly signal?: AbortSignal;
  /** Server settings on top of ours; for tests that need not survive a power cut. */
  readonly serverSettings?: Readonly<Record<string, string>>;
}

/** How a client reaches a database of the embedded server. All is given: nothing of PG* leaks in. */
export function embeddedConnection(home: EmbeddedHome, database: string): pg.ClientConfig {
  return {
    host: home.socketFolder,
    port: 5432,
    user: EMBEDDED_USER,
    database,
    ssl: false,
    options: '-c search_path=public',
    connectionTimeoutMillis: 10_000,
  };
}

/**
 * Becomes present at the server of this home; starts it when it does not run, and creates it
 * unless the options say which one has to be there.
 * Tries again while a server that was killed leaves its memory behind, or another one is starting.
 *
 * @throws {DatabaseUnavailable} after 30 s, with the end of the server's log.
 * @throws {EmbeddedDatabaseBroken} the socket is closed to us, the cluster cannot be created, or
 * the one that has to be there is not.
 */
export async function attachEmbedded(
  home: EmbeddedHome,
  options: AttachOptions = {},
): Promise<Session> {
  const { identity, signal } = options;
  if (identity === undefined) await ensureCluster(home);
  const startedAt = Date.now();
  let giveUpAt = startedAt + GIVE_UP_MS;
  let launch: Launch | undefined;
  for (;;) {
    signal?.throwIfAborted();
    if (identity !== undefined) refuseOtherCluster(home, identity);
    const attempt = await tryAttach(home);
    if (attempt.presence !== undefined) return attempt.presence;
    const now = Date.now();
    if (attempt.isStarting) giveUpAt = Math.min(now + GIVE_UP_MS, startedAt + GIVE_UP_STARTING_MS);
    if (now > giveUpAt) throw notStarted(home, attempt.error);
    if (!attempt.isStarting && isDue(launch)) {
      endOrphans(home.clusterFolder);
      removeStaleLocks(home);
      launch = startPostmaster(home, options.serverSettings);
    }
    await sleep(RETRY_MS);
  }
}

/** Ends the presence, and the server with it when nobody else is there. */
export async function leaveEmbedded(home: EmbeddedHome, presence: Session): Promise<void> {
  if (await isAlone(presence.client)) {
    await stopPostmaster(home);
  }
  await presence.close();
}

interface Attempt {
  readonly presence?: Session;
  readonly isStarting: boolean;
  readonly error?: unknown;
}

async function tryAttach(home: EmbeddedHome): Promise<Attempt> {
  let presence: Session | undefined;
  try {
    presence = await openSession({
      ...embeddedConnection(home, 'postgres'),
      application_name: `rapport presence pid=${process.pid}`,
    });
    await presence.client.query(`select pg_advisory_lock_shared(${PRESENCE_LOCK})`);
    return { presence, isStarting: false };
  } catch (error) {
    await presence?.close();
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EACCES') {
      throw new EmbeddedDatabaseBroken(
        `${home.socketFolder} belongs to another user; run Rapport as the user who started it`,
        { cause: error },
      );
    }
    // 53300: no session is free; somebody will leave.
    if (!isDatabaseUnavailable(error) && code !== '53300') throw error;
    return { isStarting: code === '57P03', error };
  }
}

async function isAlone(client: pg.Client): Promise<boolean> {
  try {
    await client.query(`select pg_advisory_unlock_shared(${PRESENCE_LOCK})`);
    const { rows } = await client.query<{ alone: boolean }>(
      `select pg_try_advisory_lock(${PRESENCE_LOCK}) as alone`,
    );
    return rows[0]?.alone === true && (await waitUntilOthersLeft(client));
  } catch {
    // The server is gone already: nothing to stop.
    return false;
  }
}

/** Our own pool's sessions take a moment to end; sessions of other tools do not go away. */
async function waitUntilOthersLeft(client: pg.Client): Promise<boolean> {
  for (let tries = 0; tries < 20; tries += 1) {
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    if (rows[0]?.others === 0) return true;
    await sleep(25);
  }
  await client.query(`select pg_advisory_unlock(${PRESENCE_LOCK})`);
  return false;
}

/** A launch that ended has usually met another server, or the memory of a killed one. */
function isDue(launch: Launch | undefined): boolean {
  if (launch === undefined) return true;
  if (launch.error !== undefined) {
    throw new EmbeddedDatabaseBroken(
      `the embedded PostgreSQL cannot be run: ${launch.error.message}`,
      { cause: launch.error },
    );
  }
  return launch.hasEnded && Date.now() - launch.at > RELAUNCH_MS;
}

function notStarted(home: EmbeddedHome, cause: unknown): DatabaseUnavailable {
  const pid = postmasterPid(home);
  const process = pid === undefined ? 'no process runs it' : `its lock file names process ${pid}`;
  return new DatabaseUnavailable(
    `the embedded database did not start within ${GIVE_UP_MS / 1000} s (${process}); ` +
      `the end of ${home.logFile}: ${lastLogLines(home)}`,
    { cause },
  );
}
