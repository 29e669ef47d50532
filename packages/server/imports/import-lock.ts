import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { openSession, type Session } from '../database/session.ts';
import type { Tables } from '../store/tables.ts';
import { ImportBusy } from './import-faults.ts';

/** "rapi"; the second number of the advisory lock is the centre's. */
const LOCK = 1_918_988_393;

// The session of a killed process lingers for a moment.
const TRIES = 8;
const RETRY_MS = 125;

/**
 * The right to import into a centre, held by one process at a time until it is released, or ends.
 *
 * @throws {ImportBusy} another import is being worked off.
 */
export async function takeImportLock(
  { connection }: Pick<Database, 'connection'>,
  centre: string,
): Promise<AsyncDisposable> {
  const session = await openSession({ ...connection, application_name: `rapport import` });
  try {
    for (let tries = 1; !(await tryLock(session, centre)); tries += 1) {
      if (tries === TRIES) throw new ImportBusy(centre);
      await sleep(RETRY_MS);
    }
  } catch (error) {
    await session.close();
    throw error;
  }
  return { [Symbol.asyncDispose]: session.close };
}

async function tryLock({ client }: Session, centre: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(
    'select pg_try_advisory_lock($1, hashtext($2)) as taken',
    [LOCK, centre],
  );
  return rows[0]?.taken === true;
}

/** Whether an import is being worked off by some process. */
export async function isImporting(db: Kysely<Tables>, centre: string): Promise<boolean> {
  const { rows } = await sql<{ isHeld: boolean }>`
    select exists (
      select 1 from pg_locks
      where locktype = 'advisory' and granted and classid::bigint = ${LOCK}::bigint
        and objid::bigint = (hashtext(${centre})::bigint & 4294967295)
        and database = (select oid from pg_database where datname = current_database())
    ) as "isHeld"`.execute(db);
  return rows[0]?.isHeld === true;
}
