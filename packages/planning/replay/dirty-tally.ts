import type { DirtyFault, DirtyRow } from './logged-call.ts';

/** The rows of a log that were set aside. */
export interface DirtyRows {
  /** What they were set aside for, and how many; by the first row of each. */
  readonly dirtyFaults: readonly DirtyFault[];
  /** In the order of the file; of each fault no more than were to be kept. */
  readonly dirtyRows: readonly DirtyRow[];
}

/** Counts the rows that are set aside, and keeps some of them. */
export interface DirtyTally {
  readonly add: (row: DirtyRow) => void;
  readonly result: () => DirtyRows;
}

/** A tally that keeps the first `keptMax` rows of each fault. */
export function createDirtyTally(keptMax: number): DirtyTally {
  const faults = new Map<string, { -readonly [Field in keyof DirtyFault]: DirtyFault[Field] }>();
  const rows: DirtyRow[] = [];
  return {
    add: (row) => {
      const { reason, columns } = row;
      const key = [reason, ...columns].join('\t');
      const fault = faults.get(key) ?? { reason, columns, rowCount: 0 };
      faults.set(key, fault);
      fault.rowCount += 1;
      if (fault.rowCount <= keptMax) rows.push(row);
    },
    result: () => ({ dirtyFaults: [...faults.values()], dirtyRows: rows }),
  };
}
