import { type Journal, type JournalRow, LeaseLost } from './journal.ts';
import type { KeptRow } from './kept.ts';

/** A journal that ends with the process, and what it has kept beside its rows. */
export interface MemoryJournal extends Journal {
  readonly kept: () => readonly KeptRow[];
}

/** A journal that ends with the process: for replays and tests of what stands above it. */
export function memoryJournal(): MemoryJournal {
  const rows: JournalRow[] = [];
  const keptRows: KeptRow[] = [];
  const byCommand = new Map<string, JournalRow>();
  let leading = 0;
  let leader = '';
  return {
    lead(holder, after) {
      const isSucceeded = after !== undefined && after !== leading && holder !== leader;
      if (isSucceeded) return Promise.reject(new LeaseLost(after));
      leader = holder;
      return Promise.resolve(++leading);
    },

    append(epoch, added, kept = []) {
      if (epoch !== leading) return Promise.reject(new LeaseLost(epoch));
      for (const [index, row] of added.entries()) {
        const isNext = row.seq === rows.length + index + 1;
        if (!isNext || byCommand.has(row.commandId)) {
          return Promise.reject(new Error(`row ${row.seq} does not follow`));
        }
      }
      for (const row of added) {
        rows.push(row);
        byCommand.set(row.commandId, row);
      }
      keptRows.push(...kept);
      return Promise.resolve();
    },

    read: (afterSeq, limit) => Promise.resolve(rows.slice(afterSeq, afterSeq + limit)),

    kept: () => keptRows,

    find: (commandId) => Promise.resolve(byCommand.get(commandId)),
  };
}
