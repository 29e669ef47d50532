import type { Interval } from '@rapport/core';
import type { Roster } from './rosters/rosters.ts';

/** Why something is not taken. */
export interface RowReason {
  readonly code: string;
  readonly expected: string;
}

/** A cell with something in it. */
export interface ImportCell {
  readonly column: string;
  /** Without spaces around it. */
  readonly text: string;
}

/** A day of a roster that was read from something else than cells. */
export interface PlannedDay {
  /** As in `2026-03-02`. */
  readonly date: string;
  /** From its midnight to the next. */
  readonly day: Interval;
  readonly roster: Roster;
}

/** One row of a file, by field; fields with nothing in them are absent. */
export interface ImportRow {
  /**
   * The line of the file on which it begins; the header is on line 1. Of a calendar, whose days come of several
   * events, its number among them.
   */
  readonly line: number;
  /** Where faults are to be looked for, if that is another line. */
  readonly fileLine?: number;
  /** Why it was not understood when it was made. */
  readonly fault?: RowReason & { readonly cell?: ImportCell };
  readonly planned?: PlannedDay;
  readonly cells: ReadonlyMap<string, readonly ImportCell[]>;
  /** Something stands to the right of the last column of the header. */
  readonly hasExcess: boolean;
}

/** The cell of a field that a row holds once. */
export function cellOf({ cells }: ImportRow, field: string): ImportCell | undefined {
  return cells.get(field)?.[0];
}

/** The values of a field that a row may hold several times: of all its cells, split at `;` and lines. */
export function cellsOf({ cells }: ImportRow, field: string): readonly ImportCell[] {
  return (cells.get(field) ?? []).flatMap(({ column, text }) =>
    text
      .split(/[;|\n\r]+/)
      .map((part) => ({ column, text: part.trim() }))
      .filter((part) => part.text !== ''),
  );
}
