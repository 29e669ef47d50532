/** A cell with something in it. */
export interface ImportCell {
  readonly column: string;
  /** Without spaces around it. */
  readonly text: string;
}

/** One row of a file, by field; fields with nothing in them are absent. */
export interface ImportRow {
  /** The line of the file on which it begins; the header is on line 1. */
  readonly line: number;
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
