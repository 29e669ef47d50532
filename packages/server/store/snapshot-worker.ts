import { parentPort, workerData } from 'node:worker_threads';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { pgTypes } from '../database/pg-types.ts';
import { foldHistory } from '../host/fold-history.ts';
import { loadSnapshotOrBegin, snapshotHeads, storeSnapshot } from './snapshots.ts';
import { sqlJournal } from './sql-journal.ts';
import type { Tables } from './tables.ts';

/** What the worker is started with. */
export interface SnapshotWorkerData {
  readonly connection: pg.ClientConfig;
  readonly centre: string;
  readonly everyRows: number;
  /** Whether the desk is open for one task alone. */
  readonly isBrief: boolean;
  readonly pollMs: number;
}

/**
 * Follows the journal on a thread of its own and stores a snapshot each `everyRows` rows, and a last
 * one when it is asked to stop, so that the thread that answers never turns the desk into text. For a
 * brief task it reads no history before there is that much of it, and leaves the last one to others.
 */
async function run(data: SnapshotWorkerData): Promise<void> {
  const { connection, centre, everyRows, isBrief, pollMs } = data;
  const stop = new Promise<'stop'>((resolve) => parentPort?.once('message', () => resolve('stop')));
  const pool = new pg.Pool({ ...connection, types: pgTypes, max: 1 });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const journal = sqlJournal(pool, centre);
  let at = isBrief ? undefined : await loadSnapshotOrBegin(db, centre);
  let storedSeq = at?.seq ?? (await storedUpTo(db, centre));
  for (let isStopping = false; !isStopping;) {
    isStopping = (await Promise.race([stop, pause(pollMs)])) === 'stop';
    if (isBrief && (await lastSeq(db, centre)) - storedSeq < everyRows) continue;
    at = await foldHistory(journal, at ?? (await loadSnapshotOrBegin(db, centre)));
    if (at.seq - storedSeq < everyRows && !(isStopping && at.seq > storedSeq)) continue;
    await storeSnapshot(db, centre, at);
    storedSeq = at.seq;
  }
  await db.destroy();
  parentPort?.close();
}

async function storedUpTo(db: Kysely<Tables>, centre: string): Promise<number> {
  const [newest] = await snapshotHeads(db, centre);
  return newest?.seq ?? 0;
}

async function lastSeq(db: Kysely<Tables>, centre: string): Promise<number> {
  const { seq } = await db
    .selectFrom('journal')
    .select((build) => build.fn.max<number | null>('seq').as('seq'))
    .where('centre', '=', centre)
    .executeTakeFirstOrThrow();
  return seq ?? 0;
}

function pause(durationMs: number): Promise<'pause'> {
  return new Promise((resolve) => setTimeout(() => resolve('pause'), durationMs));
}

await run(workerData as SnapshotWorkerData);
