import type { DeskEvent, Instant } from '@rapport/core';
import { type Database, type JournalRow, sqlJournal, type Tables } from '@rapport/server';

const ROWS_PER_APPEND = 5_000;

/** Writes what a desk decided into a centre's journal, in large appends. */
export interface JournalWriter {
  readonly add: (events: readonly DeskEvent[], at: Instant) => Promise<void>;
  readonly flush: () => Promise<void>;
  readonly eventCount: () => number;
  readonly rowCount: () => number;
}

export async function journalWriter(
  database: Database<Tables>,
  centre: string,
): Promise<JournalWriter> {
  const journal = sqlJournal(database.pool, centre);
  const epoch = await journal.lead('bench');
  let rows: JournalRow[] = [];
  let seq = 0;
  let eventCount = 0;
  const flush = async (): Promise<void> => {
    await journal.append(epoch, rows);
    rows = [];
  };
  return {
    flush,
    eventCount: () => eventCount,
    rowCount: () => seq,
    add: async (events, at) => {
      seq++;
      eventCount += events.length;
      const cause = 'command';
      const ids = { commandId: `bench:${seq}`, commandHash: 'hash', actor: 'bench', cause };
      rows.push({ seq, ...ids, at, events: JSON.stringify(events) });
      if (rows.length === ROWS_PER_APPEND) await flush();
    },
  };
}
