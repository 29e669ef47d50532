import { createDesk, deskFaults, evolve, snapshotDesk } from '@rapport/core';
import { type Kysely, sql } from 'kysely';
import { type DeskAt, eventsOf } from '../host/fold-history.ts';
import type { JournalRow } from '../store/journal.ts';
import { queryableOf } from '../store/queryable-of.ts';
import { readSnapshot, snapshotHeads } from '../store/snapshots.ts';
import { sqlJournal } from '../store/sql-journal.ts';
import type { Tables } from '../store/tables.ts';

export interface JournalFindings {
  readonly rowCount: number;
  /** Items ever received. */
  readonly itemCount: number;
  readonly openCount: number;
  readonly faults: {
    /** Positions that no row has. */
    readonly gaps: number;
    /** Commands that the journal holds more than once. */
    readonly doubledCommands: number;
    /** Rows that lie before the row before them, in time or epoch. */
    readonly disorder: number;
    /** Items that are not in exactly one place. */
    readonly misplacedItems: number;
    /** Items received and neither open, done nor abandoned. */
    readonly lostItems: number;
    /** Items received while an item of the same id was open. */
    readonly doubledItems: number;
    /** Records in which the newest snapshot that can be read differs from the history. */
    readonly snapshotDifferences: number;
    /** Snapshots that cannot be read. */
    readonly spoiltSnapshots: number;
  };
}

const PAGE_ROWS = 2_000;

/** Folds a centre's whole history and checks it on the way; `take` sees each page. */
export async function auditJournal(
  db: Kysely<Tables>,
  centre: string,
  take: (rows: readonly JournalRow[]) => Promise<void>,
): Promise<JournalFindings> {
  const journal = sqlJournal(queryableOf(db), centre);
  const { snapshot, spoiltSnapshots } = await newestReadable(db, centre);
  const fold: Fold = {
    desk: createDesk(),
    seq: 0,
    received: 0,
    closed: 0,
    doubled: 0,
    gaps: 0,
    rowCount: 0,
  };
  let snapshotDifferences = snapshot?.seq === 0 ? differences(snapshot, fold) : 0;
  for (;;) {
    const rows = await journal.read(fold.seq, PAGE_ROWS);
    for (const row of rows) {
      takeRow(fold, row);
      if (row.seq === snapshot?.seq) snapshotDifferences = differences(snapshot, fold);
    }
    if (rows.length === 0) break;
    await take(rows);
  }
  const openCount = fold.desk.work.size;
  return {
    rowCount: fold.rowCount,
    itemCount: fold.received,
    openCount,
    faults: {
      gaps: fold.gaps,
      doubledCommands: await doubledCommands(db, centre),
      disorder: await disorder(db, centre),
      misplacedItems: deskFaults(fold.desk).length,
      lostItems: Math.abs(fold.received - fold.closed - openCount),
      doubledItems: fold.doubled,
      snapshotDifferences,
      spoiltSnapshots,
    },
  };
}

async function newestReadable(
  db: Kysely<Tables>,
  centre: string,
): Promise<{ readonly snapshot: DeskAt | undefined; readonly spoiltSnapshots: number }> {
  let spoiltSnapshots = 0;
  let newest: DeskAt | undefined;
  for (const head of await snapshotHeads(db, centre)) {
    const snapshot = await readSnapshot(db, centre, head);
    if (snapshot === undefined) spoiltSnapshots++;
    newest ??= snapshot;
  }
  return { snapshot: newest, spoiltSnapshots };
}

interface Fold extends DeskAt {
  seq: number;
  received: number;
  closed: number;
  doubled: number;
  gaps: number;
  rowCount: number;
}

function takeRow(fold: Fold, row: JournalRow): void {
  fold.gaps += row.seq - fold.seq - 1;
  fold.seq = row.seq;
  fold.rowCount++;
  for (const event of eventsOf(row)) {
    if (event.type === 'work-received') {
      fold.received++;
      if (fold.desk.work.has(event.workId)) fold.doubled++;
    }
    if (event.type === 'work-completed' || event.type === 'work-abandoned') fold.closed++;
    evolve(fold.desk, event, row.at);
  }
}

/** How many records of one desk the other lacks or has otherwise. */
function differences(one: DeskAt, other: DeskAt): number {
  const texts = (at: DeskAt) =>
    Array.from(snapshotDesk(at.desk), (record) => JSON.stringify(record));
  const [first, second] = [texts(one), texts(other)];
  let count = Math.abs(first.length - second.length);
  for (const [index, text] of first.entries()) {
    if (index < second.length && second[index] !== text) count++;
  }
  return count;
}

async function doubledCommands(db: Kysely<Tables>, centre: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from (
      select command_id from journal where centre = ${centre}
      group by command_id having count(*) > 1
    ) doubled`.execute(db);
  return rows[0]?.count ?? 0;
}

async function disorder(db: Kysely<Tables>, centre: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) from (
      select at < lag(at) over by_seq or epoch < lag(epoch) over by_seq as is_before
      from journal where centre = ${centre} window by_seq as (order by seq)
    ) neighbours where is_before`.execute(db);
  return rows[0]?.count ?? 0;
}
