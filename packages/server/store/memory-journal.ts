import { type Journal, type JournalRow, LeaseLost } from './journal.ts';

/** A journal that ends with the process: for replays and tests of what stands above it. */
export function memoryJournal(): Journal {
  const rows: JournalRow[] = [];
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

    append(epoch, added) {
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
      return Promise.resolve();
    },

    read: (afterSeq, limit) => Promise.resolve(rows.slice(afterSeq, afterSeq + limit)),

    find: (commandIds) =>
      Promise.resolve(commandIds.map((id) => byCommand.get(id)).filter((row) => row !== undefined)),
  };
}
