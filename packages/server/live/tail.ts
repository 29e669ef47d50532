import type { RowChanges } from './row-changes.ts';

/** How many rows of history a client may have missed and still get them one by one. */
export const TAIL_ROWS = 10_000;

/** What the last rows of history brought about, so that nobody has to read them again for each client. */
export class Tail {
  readonly #rowsMax: number;
  /** The position after which nothing is missing. */
  #from: number;
  #position: number;
  /** Those that brought something about, in order. */
  #rows: RowChanges[] = [];

  constructor(position: number, rowsMax: number = TAIL_ROWS) {
    this.#from = position;
    this.#position = position;
    this.#rowsMax = rowsMax;
  }

  /** Adds what the next row brought about, if anything. */
  push(position: number, changes: RowChanges | undefined): void {
    this.#position = position;
    if (changes !== undefined) this.#rows.push(changes);
    this.#from = Math.max(this.#from, position - this.#rowsMax);
    // Now and then, so that what has been left behind costs little.
    if (this.#rows.length > 2 * this.#rowsMax)
      this.#rows = this.#rows.slice(this.#indexAfter(this.#from));
  }

  /** What came after a position; undefined when that is too long ago, or has not come yet. */
  after(position: number): readonly RowChanges[] | undefined {
    if (position < this.#from || position > this.#position) return undefined;
    return this.#rows.slice(this.#indexAfter(position));
  }

  #indexAfter(position: number): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#rows[middle]?.position ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
