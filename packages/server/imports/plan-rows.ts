import type { Change, Plan, RowFault } from './import-kind.ts';
import type { ImportCell, ImportRow, RowReason } from './import-row.ts';

/** Notes what is wrong with a row; a row of which anything is noted is not taken. */
export type Note = (cell: ImportCell | undefined, fault: RowReason) => void;

/** A row, and what it says. */
export interface Asked<Wanted> {
  readonly row: ImportRow;
  readonly wanted: Wanted;
}

/** A row that was read by itself; without `wanted` it is not taken, for these faults. */
export interface ReadRow<Wanted> {
  readonly row: ImportRow;
  readonly wanted: Wanted | undefined;
  readonly faults: readonly RowFault[];
}

/** What a row comes to, and what makes the rows after it see that. */
export interface Draft {
  readonly change: Change;
  readonly commit: () => void;
}

/** Reads a row by itself, before anything is looked up. */
export function readRow<Wanted>(
  row: ImportRow,
  read: (row: ImportRow, note: Note) => Wanted | undefined,
): ReadRow<Wanted> {
  const faults: RowFault[] = [];
  const note = noteInto(faults, row);
  if (row.hasExcess) {
    // Its cells stand in wrong columns, so that whatever else they seem to say is not so.
    note(undefined, { code: 'row-too-wide', expected: 'no more cells than the header has' });
    return { row, wanted: undefined, faults };
  }
  if (row.fault !== undefined) {
    const { cell, ...reason } = row.fault;
    note(cell, reason);
    return { row, wanted: undefined, faults };
  }
  const wanted = read(row, note);
  return { row, wanted: faults.length > 0 ? undefined : wanted, faults };
}

/**
 * Plans rows in their order. Whoever was met on an earlier line may be met again, but not be changed
 * twice: the last of several rows would win, and the next import of the same file change everything
 * once more. `claims` says who was met where.
 */
export function planRows<Wanted>(
  rows: readonly ReadRow<Wanted>[],
  claims: Map<string, number>,
  draft: (asked: Asked<Wanted>, note: Note) => Draft | undefined,
): Plan {
  const changes: Change[] = [];
  const faults: RowFault[] = [];
  for (const { row, wanted, faults: ofReading } of rows) {
    faults.push(...ofReading);
    if (wanted === undefined) continue;
    const noted: RowFault[] = [];
    const drafted = draft({ row, wanted }, noteInto(noted, row));
    if (drafted === undefined || noted.length > 0) {
      faults.push(...noted);
      continue;
    }
    const { change, commit } = drafted;
    const earlier = claims.get(change.subject);
    if (earlier !== undefined && change.outcome !== 'unchanged') {
      const expected = `each once; line ${earlier} is about the same`;
      noteInto(faults, row)(undefined, { code: 'row-repeats', expected });
      continue;
    }
    if (earlier === undefined) claims.set(change.subject, row.line);
    commit();
    changes.push(change);
  }
  return { changes, faults };
}

function noteInto(faults: RowFault[], { line, fileLine }: ImportRow): Note {
  const at = fileLine === undefined ? { line } : { line, fileLine };
  return (cell, fault) => {
    faults.push({ ...at, column: cell?.column, ...fault, piiFound: cell?.text });
  };
}
