import { parentPort, workerData } from 'node:worker_threads';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { pgTypes } from '../database/pg-types.ts';
import { foldHistory } from '../host/fold-history.ts';
import { loadSnapshotOrBegin, storeSnapshot } from './snapshots.ts';
import { sqlJournal } from './sql-journal.ts';
import type { Tables } from './tables.ts';

/** What the worker is started with. */
export interface SnapshotWorkerData {
  readonly connection: pg.ClientConfig;
  readonly centre: string;
  readonly everyRows: number;
  readonly pollMs: number;
}

/**
 * Follows the journal on a thread of its own and stores a snapshot each `everyRows` rows, and a last
 * one when it is asked to stop, so that the thread that answers never turns the desk into text.
 */
async function run({ connection, centre, everyRows, pollMs }: SnapshotWorkerData): Promise<void> {
  const stop = new Promise<'stop'>((resolve) => parentPort?.once('message', () => resolve('stop')));
  const pool = new pg.Pool({ ...connection, types: pgTypes, max: 1 });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const journal = sqlJournal(pool, centre);
  let at = await loadSnapshotOrBegin(db, centre);
  let storedSeq = at.seq;
  for (let isStopping = false; !isStopping;) {
    isStopping = (await Promise.race([stop, pause(pollMs)])) === 'stop';
    at = await foldHistory(journal, at);
    if (at.seq - storedSeq < everyRows && !(isStopping && at.seq > storedSeq)) continue;
    await storeSnapshot(db, centre, at);
    storedSeq = at.seq;
  }
  await db.destroy();
  parentPort?.close();
}

function pause(durationMs: number): Promise<'pause'> {
  return new Promise((resolve) => setTimeout(() => resolve('pause'), durationMs));
}

await run(workerData as SnapshotWorkerData);
