import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Database } from './database.ts';
import { ServerLocked } from './database-faults.ts';
import { openSession, type Session } from './session.ts';

/** The right to serve a centre, held by one process at a time. */
export interface ServerLock extends AsyncDisposable {
  /**
   * Resolves when the lock is gone: released, or its session broke. Then another process may take
   * it, so stop serving; take it again once `database.ready()`.
   */
  readonly lost: Promise<void>;
  readonly release: () => Promise<void>;
}

// An advisory lock of two numbers: "rapq", then the centre's. Masked, because pg_locks shows it
// as an unsigned number.
const KEY = `1918988401, hashtext($1) & 2147483647`;

// The session of a killed process lingers for a moment.
const TRIES = 8;
const RETRY_MS = 125;

/**
 * Takes the lock of a centre in this database, for as long as the returned lock lives.
 *
 * @throws {ServerLocked} another process holds it; says which one and since when.
 */
export async function takeServerLock(
  database: Pick<Database, 'connection'>,
  centre: string,
): Promise<ServerLock> {
  const session = await openSession({
    ...database.connection,
    // What the next one is told of us. PostgreSQL cuts names at 63 bytes, so the number comes first.
    application_name: `rapport pid=${process.pid} on ${hostname()}`,
  });
  try {
    await shortenKeepalive(session);
    for (let tries = 1; ; tries += 1) {
      if (await tryLock(session, centre)) break;
      if (tries === TRIES) throw await lockedBy(session, centre);
      await sleep(RETRY_MS);
    }
  } catch (error) {
    await session.close();
    throw error;
  }
  return { lost: session.ended, release: session.close, [Symbol.asyncDispose]: session.close };
}

/** Says who serves a centre and since when, such as `process 12 on host since …`; or undefined. */
export async function findServerLockHolder(
  client: Pick<pg.ClientBase, 'query'>,
  centre: string,
): Promise<string | undefined> {
  const { rows } = await client.query<{ name: string | null; since: Date | null }>(
    `select a.application_name as name, a.backend_start as since
     from pg_locks l
     join pg_stat_activity a on a.pid = l.pid
     where l.locktype = 'advisory' and l.granted
       and l.database = (select oid from pg_database where datname = current_database())
       and (l.classid::bigint, l.objid::bigint)
         = (1918988401, (hashtext($1) & 2147483647)::bigint)`,
    [centre],
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  // Hidden when the holder signed in to the database as somebody else.
  const [, pid, host] = /pid=(\d+) on (.+)/.exec(row.name ?? '') ?? [];
  const who = pid === undefined ? 'another process' : `process ${pid} on ${host ?? ''}`;
  return row.since === null ? who : `${who} since ${row.since.toISOString()}`;
}

/** A machine that vanishes from the network must not keep its lock for hours. */
async function shortenKeepalive({ client }: Session): Promise<void> {
  await client.query(
    'set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3',
  );
}

async function tryLock({ client }: Session, centre: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    `select pg_try_advisory_lock(${KEY}) as taken`,
    [centre],
  );
  return rows[0]?.taken === true;
}

async function lockedBy({ client }: Session, centre: string): Promise<ServerLocked> {
  const holder = (await findServerLockHolder(client, centre)) ?? 'another process';
  return new ServerLocked(`the centre "${centre}" is already served by ${holder}`);
}
