import { type Desk, type DeskEvent, evolve, type StoredEvent, upcast } from '@rapport/core';
import type { Journal, JournalRow } from '../store/journal.ts';

/** A desk and the position up to which it has taken in its history. */
export interface DeskAt {
  readonly desk: Desk;
  readonly seq: number;
}

const PAGE_ROWS = 5_000;

/**
 * Takes the rest of the history into the desk and returns the position reached. The next page is on
 * its way while one is folded.
 *
 * @throws {HistoryBroken} a row is missing or out of order.
 */
export async function foldHistory(
  journal: Pick<Journal, 'read'>,
  from: DeskAt,
  onProgress: (seq: number) => void = () => undefined,
): Promise<DeskAt> {
  const { desk } = from;
  let { seq } = from;
  let page = await journal.read(seq, PAGE_ROWS);
  while (page.length > 0) {
    const last = page.at(-1);
    const isLast = last === undefined || page.length < PAGE_ROWS;
    const following = isLast ? Promise.resolve([]) : journal.read(last.seq, PAGE_ROWS);
    for (const row of page) {
      if (row.seq !== seq + 1) throw new HistoryBroken(seq + 1, row.seq);
      applyRow(desk, row);
      seq = row.seq;
    }
    onProgress(seq);
    page = await following;
  }
  return { desk, seq };
}

/** Takes one row of history into the desk. */
function applyRow(desk: Desk, row: JournalRow): void {
  for (const event of eventsOf(row)) evolve(desk, event, row.at);
}

/** The events of a row as this release knows them. */
export function eventsOf(row: Pick<JournalRow, 'events'>): readonly DeskEvent[] {
  return (JSON.parse(row.events) as readonly StoredEvent[]).map((event) => upcast(event));
}

/** The journal does not hold what it must; restore a backup. Not retryable. */
export class HistoryBroken extends Error {
  override readonly name = 'HistoryBroken';
  readonly code = 'history-broken';

  constructor(expectedSeq: number, foundSeq: number) {
    super(`the journal is broken: after position ${expectedSeq - 1} comes ${foundSeq}`);
  }
}
