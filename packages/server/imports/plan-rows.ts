import type { Change, Plan, RowFault } from './import-kind.ts';
import type { ImportCell, ImportRow } from './import-row.ts';

/** Notes what is wrong with a row; a row of which anything is noted is not taken. */
export type Note = (
  cell: ImportCell | undefined,
  fault: { readonly code: string; readonly expected: string },
) => void;

/** What a row comes to, and what makes the rows after it see that. */
export interface Draft {
  readonly change: Change;
  readonly commit: () => void;
}

/**
 * Plans rows in their order. Whoever was met on an earlier line may be met again, but not be changed
 * twice: the last of several rows would win, and the next import of the same file change everything
 * once more.
 */
export function planRows<Wanted>(
  wanted: readonly { readonly row: ImportRow; readonly read: Wanted | undefined }[],
  faultsOfReading: readonly RowFault[],
  {
    claims,
    draft,
  }: {
    readonly claims: Map<string, number>;
    readonly draft: (read: Wanted, row: ImportRow, note: Note) => Draft | undefined;
  },
): Plan {
  const changes: Change[] = [];
  const faults: RowFault[] = [...faultsOfReading];
  for (const { row, read } of wanted) {
    if (read === undefined) continue;
    const noted: RowFault[] = [];
    const drafted = draft(read, row, noteInto(noted, row));
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
  faults.sort((a, b) => a.line - b.line);
  return { changes, faults };
}

/** Reads rows by themselves, before anything is looked up. */
export function readRows<Wanted>(
  rows: readonly ImportRow[],
  read: (row: ImportRow, note: Note) => Wanted,
): {
  readonly wanted: readonly { readonly row: ImportRow; readonly read: Wanted | undefined }[];
  readonly faults: readonly RowFault[];
} {
  const faults: RowFault[] = [];
  const wanted = rows.map((row) => {
    const noted: RowFault[] = [];
    const note = noteInto(noted, row);
    if (row.hasExcess) {
      note(undefined, { code: 'row-too-wide', expected: 'no more cells than the header has' });
    }
    const value = read(row, note);
    faults.push(...noted);
    return { row, read: noted.length > 0 ? undefined : value };
  });
  return { wanted, faults };
}

function noteInto(faults: RowFault[], { line }: ImportRow): Note {
  return (cell, fault) => {
    faults.push({ line, column: cell?.column, ...fault, piiFound: cell?.text });
  };
}
