import { createDesk, type Desk, evolve, type Policy, SiloTime, snapshotDesk } from '@rapport/core';
import {
  type DayBegun,
  measureDay,
  readDay,
  type RecordedDay,
  type RecordedRow,
  startDayReplay,
} from '@rapport/planning';
import { Kysely, PostgresDialect } from 'kysely';
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { pgTypes } from '../database/pg-types.ts';
import { eventsOf } from '../host/fold-history.ts';
import { loadCheckpoint } from '../measures/checkpoints.ts';
import type { Journal, JournalRow } from '../store/journal.ts';
import { sqlJournal } from '../store/sql-journal.ts';
import { loadSnapshotOrBegin } from '../store/snapshots.ts';
import type { Tables } from '../store/tables.ts';
import { type PreviewColumns, previewFigures } from './preview-figures.ts';

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

const PAGE_ROWS = 1_000;
const THINGS_PER_SLICE = 5_000;
/** Which part of the time reading takes, and each of the two replays. */
const READING = 0.2;
const PLAYING = 0.4;

/**
 * Replays a day of a centre under two policies on a thread of its own: from its journal alone, which it
 * reads and never writes.
 */
async function run(data: PreviewWorkerData): Promise<void> {
  const { connection, centre, today, changed } = data;
  const pool = new pg.Pool({ ...connection, types: pgTypes, max: 1 });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const { begun, rows, desk } = await readHistory(db, sqlJournal(pool, centre), data).finally(() =>
    db.destroy(),
  );
  const day = readDay(begun.records, rows, begun);
  tell({ doneRatio: READING });
  const recorded = previewFigures(measureDay(begun, rows, desk));
  const before = play({ begun, day, policy: today, doneRatio: READING });
  const after = play({ begun, day, policy: changed, doneRatio: READING + PLAYING });
  tell({
    columns: { recorded, today: before.figures, changed: after.figures },
    unfitCount: Math.max(before.unfitCount, after.unfitCount),
  });
}

/** How things stood when the day began, its rows, and the desk as it was when it was over. */
async function readHistory(
  db: Kysely<Tables>,
  journal: Pick<Journal, 'read'>,
  { centre, fromAt, untilAt }: PreviewWorkerData,
): Promise<{ begun: DayBegun; rows: readonly RecordedRow[]; desk: Desk }> {
  const checkpoint = await loadCheckpoint(db, centre, fromAt);
  const silo = new SiloTime();
  for (const event of checkpoint.events) silo.take(event, checkpoint.at);
  const newest = await loadSnapshotOrBegin(db, centre);
  // A snapshot of later than that morning is of no use.
  const isUsable = newest.desk.lastAt < fromAt && newest.seq <= checkpoint.seq;
  const from = isUsable ? newest : { desk: createDesk(), seq: 0 };
  const { desk } = from;
  let begun: DayBegun | undefined;
  const begin = (): DayBegun =>
    (begun ??= {
      records: [...snapshotDesk(desk)],
      openEvents: silo.checkpoint(),
      fromAt,
      untilAt,
    });
  const rows: RecordedRow[] = [];
  for await (const row of rowsAfter(journal, from.seq, untilAt)) {
    const events = eventsOf(row);
    if (row.at >= fromAt) {
      begin();
      rows.push({ at: row.at, events });
    }
    for (const event of events) evolve(desk, event, row.at);
    // Its own later rows alone: what was before is in the checkpoint.
    if (row.seq > checkpoint.seq) for (const event of events) silo.take(event, row.at);
  }
  return { begun: begin(), rows, desk };
}

/** The rows after a position, until a moment. */
async function* rowsAfter(
  journal: Pick<Journal, 'read'>,
  afterSeq: number,
  untilAt: number,
): AsyncGenerator<JournalRow> {
  let page = await journal.read(afterSeq, PAGE_ROWS);
  for (;;) {
    endIfAsked();
    for (const row of page) {
      if (row.at >= untilAt) return;
      yield row;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_ROWS) return;
    page = await journal.read(last.seq, PAGE_ROWS);
  }
}

function play({
  begun,
  day,
  policy,
  doneRatio,
}: {
  readonly begun: DayBegun;
  readonly day: RecordedDay;
  readonly policy: Policy;
  readonly doneRatio: number;
}) {
  const replay = startDayReplay(begun, day, policy);
  while (replay.play(THINGS_PER_SLICE))
    tell({ doneRatio: doneRatio + PLAYING * replay.doneRatio() });
  return { figures: previewFigures(replay.figures()), unfitCount: replay.unfitCount() };
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
