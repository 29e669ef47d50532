import { Worker } from 'node:worker_threads';
import type { ClientConfig } from 'pg';
import { reasonOf } from '../logs/reason-of.ts';
import type { SnapshotWorkerData } from './snapshot-worker.ts';

export interface SnapshotOptions {
  readonly connection: ClientConfig;
  readonly centre: string;
  readonly everyRows?: number;
  /** Whether the desk is open for one task alone, and others take the last snapshot. */
  readonly isBrief?: boolean;
  readonly pollMs?: number;
  /** Told, in a sentence, when the worker failed; it is started again. */
  readonly notice: (message: string) => void;
}

const EVERY_ROWS = 50_000;
/** Whoever opens the desk next folds so many in a few seconds. */
const EVERY_ROWS_BRIEF = 250_000;
const POLL_MS = 1_000;
const RESTART_MS = 5_000;

/**
 * Keeps a worker that stores snapshots of a centre's desk. A worker that fails, as when the database
 * goes away, is started again; a missing snapshot costs the next start some time and nothing else.
 * Returns what stops it, after a last snapshot where the task is not brief.
 */
export function startSnapshots(options: SnapshotOptions): () => Promise<void> {
  let isStopping = false;
  let restart: NodeJS.Timeout | undefined;
  let current = start();

  function start(): { worker: Worker; ended: Promise<void> } {
    const { connection, centre, isBrief = false, pollMs = POLL_MS, notice } = options;
    const everyRows = options.everyRows ?? (isBrief ? EVERY_ROWS_BRIEF : EVERY_ROWS);
    // `types` holds functions, which cannot go to another thread; the worker adds its own.
    const plain = Object.fromEntries(
      Object.entries(connection).filter(([field]) => field !== 'types'),
    );
    const workerData: SnapshotWorkerData = {
      ...{ connection: plain, centre, everyRows, isBrief, pollMs },
    };
    const worker = new Worker(new URL('snapshot-worker.ts', import.meta.url), { workerData });
    worker.on('error', (error) => {
      notice(`snapshots pause, they start again in ${RESTART_MS / 1000} s: ${reasonOf(error)}`);
      if (!isStopping) restart = setTimeout(() => (current = start()), RESTART_MS);
    });
    return { worker, ended: new Promise((resolve) => worker.once('exit', () => resolve())) };
  }

  return async () => {
    isStopping = true;
    clearTimeout(restart);
    current.worker.postMessage('stop');
    await current.ended;
  };
}
