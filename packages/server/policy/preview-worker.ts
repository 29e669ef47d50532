import type { Policy } from '@rapport/core';
import { Kysely, PostgresDialect } from 'kysely';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { pgTypes } from '../database/pg-types.ts';
import { sqlJournal } from '../store/sql-journal.ts';
import type { Tables } from '../store/tables.ts';
import { playPreviewDay, readPreviewDay } from './play-preview.ts';
import type { PreviewColumns } from './preview-figures.ts';

/** What the worker is started with. */
export interface PreviewWorkerData {
  readonly connection: pg.ClientConfig;
  readonly centre: string;
  readonly fromAt: number;
  readonly untilAt: number;
  /** The one that holds, and the one that is tried. */
  readonly today: Policy;
  readonly changed: Policy;
}

/** What it tells: how far it is, and at last what came of it. */
export type PreviewNews =
  | { readonly doneRatio: number }
  | { readonly columns: PreviewColumns; readonly unfitCount: number };

/** Which part of the time reading takes, and each of the two replays. */
const READING = 0.2;
const PLAYING = 0.4;

/** Replays a day of a centre under two policies on a thread of its own. */
async function run(data: PreviewWorkerData): Promise<void> {
  const { connection, centre, today, changed } = data;
  const pool = new pg.Pool({ ...connection, types: pgTypes, max: 1 });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const asked = { centre, fromAt: data.fromAt, untilAt: data.untilAt };
  const place = { db, journal: sqlJournal(pool, centre) };
  const day = await readPreviewDay(place, asked, endIfAsked).finally(() => db.destroy());
  tell({ doneRatio: READING });
  const play = (policy: Policy, before: number) =>
    playPreviewDay(day, policy, (doneRatio) => tell({ doneRatio: before + PLAYING * doneRatio }));
  const before = await play(today, READING);
  const after = await play(changed, READING + PLAYING);
  tell({
    columns: { recorded: day.recorded, today: before.figures, changed: after.figures },
    unfitCount: Math.max(before.unfitCount, after.unfitCount),
  });
}

function tell(news: PreviewNews): void {
  endIfAsked();
  parentPort?.postMessage(news);
}

/** Nobody wants to know any more. */
class Ended extends Error {}

/** Looked at between two pages and between two slices: while it plays, no message would be heard. */
function endIfAsked(): void {
  if (parentPort !== null && receiveMessageOnPort(parentPort) !== undefined) throw new Ended();
}

try {
  await run(workerData as PreviewWorkerData);
} catch (error) {
  if (!(error instanceof Ended)) throw error;
}
