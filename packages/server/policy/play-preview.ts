import { createDesk, type Desk, evolve, type Policy, SiloTime, snapshotDesk } from '@rapport/core';
import {
  type DayBegun,
  measureDay,
  readDay,
  type RecordedDay,
  type RecordedRow,
  startDayReplay,
} from '@rapport/planning';
import type { Kysely } from 'kysely';
import { eventsOf } from '../host/fold-history.ts';
import { loadCheckpoint } from '../measures/checkpoints.ts';
import type { Journal, JournalRow } from '../store/journal.ts';
import { loadSnapshotOrBegin } from '../store/snapshots.ts';
import type { Tables } from '../store/tables.ts';
import { type PreviewColumn, previewFigures } from './preview-figures.ts';

/** Which stretch of which centre's history is played. */
export interface PreviewStretch {
  readonly centre: string;
  readonly fromAt: number;
  readonly untilAt: number;
}

/** Where its history is. */
export interface PreviewPlace {
  readonly db: Kysely<Tables>;
  readonly journal: Pick<Journal, 'read'>;
}

/** A day that has been read, to be played as often as one likes. */
export interface PreviewDay {
  readonly begun: DayBegun;
  readonly day: RecordedDay;
  /** What really happened. */
  readonly recorded: PreviewColumn;
}

const PAGE_ROWS = 1_000;
const THINGS_PER_SLICE = 5_000;

/**
 * Reads a day of a centre from its journal alone, which it never writes. `onPage` is called between two
 * pages, and ends it by throwing.
 */
export async function readPreviewDay(
  place: PreviewPlace,
  stretch: PreviewStretch,
  onPage: () => void,
): Promise<PreviewDay> {
  const { begun, rows, desk } = await readHistory(place, stretch, onPage);
  const day = readDay(begun.records, rows, begun);
  return { begun, day, recorded: previewFigures(measureDay(begun, rows, desk)) };
}

/**
 * Plays a day under a policy. `onSlice` is told which part of it is over, and ends it by throwing; where it
 * returns a promise, that is awaited.
 */
export async function playPreviewDay(
  { begun, day }: PreviewDay,
  policy: Policy,
  onSlice: (doneRatio: number) => void | Promise<void>,
): Promise<{ readonly figures: PreviewColumn; readonly unfitCount: number }> {
  const replay = startDayReplay(begun, day, policy);
  while (replay.play(THINGS_PER_SLICE)) await onSlice(replay.doneRatio());
  return { figures: previewFigures(replay.figures()), unfitCount: replay.unfitCount() };
}

/** How things stood when the day began, its rows, and the desk as it was when it was over. */
async function readHistory(
  { db, journal }: PreviewPlace,
  { centre, fromAt, untilAt }: PreviewStretch,
  onPage: () => void,
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
  for await (const row of rowsAfter(journal, { seq: from.seq, untilAt }, onPage)) {
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
  { seq, untilAt }: { readonly seq: number; readonly untilAt: number },
  onPage: () => void,
): AsyncGenerator<JournalRow> {
  let page = await journal.read(seq, PAGE_ROWS);
  for (;;) {
    onPage();
    for (const row of page) {
      if (row.at >= untilAt) return;
      yield row;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE_ROWS) return;
    page = await journal.read(last.seq, PAGE_ROWS);
  }
}
