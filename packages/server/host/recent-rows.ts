import type { JournalRow } from '../store/journal.ts';

const ROWS_MAX = 20_000;

/** The last rows of a history that grows in this process: its followers need not read them again. */
export class RecentRows {
  readonly #rowsMax: number;
  #rows: JournalRow[] = [];

  constructor(rowsMax: number = ROWS_MAX) {
    this.#rowsMax = rowsMax;
  }

  /** Adds rows that have become durable. */
  add(rows: readonly JournalRow[]): void {
    const [first] = rows;
    if (first === undefined) return;
    const last = this.#rows.at(-1);
    // Rows whose append was answered by nobody are found in the journal alone.
    if (last !== undefined && first.seq !== last.seq + 1) this.#rows = [];
    this.#rows.push(...rows);
    // Now and then, so that what is forgotten costs little.
    if (this.#rows.length > 2 * this.#rowsMax) this.#rows = this.#rows.slice(-this.#rowsMax);
  }

  /**
   * Rows after `afterSeq`, oldest first, at most `limit`. None says nothing: they may be forgotten,
   * or another process may have added them.
   */
  after(afterSeq: number, limit: number): readonly JournalRow[] {
    const first = this.#rows[0]?.seq;
    if (first === undefined || afterSeq + 1 < first) return [];
    const from = afterSeq + 1 - first;
    return this.#rows.slice(from, from + limit);
  }
}
