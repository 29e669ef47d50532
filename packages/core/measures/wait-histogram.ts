/** Below this every ms is a class of its own. */
const EXACT_BELOW_MS = 256;
/** Each doubling above is cut into so many classes of equal width. */
const PARTS = 128;
const PARTS_BITS = 7;
const EXACT_BITS = 8;

/**
 * Percentiles of waits in fixed memory: whole ms, counted by classes whose width is at most 1/128 of
 * where they begin. One more wait costs O(1), however many there are.
 *
 * Source: the layout of HdrHistogram (Gil Tene), with 128 parts a doubling.
 */
export class WaitHistogram {
  readonly #counts: number[] = [];
  #total = 0;
  #sumMs = 0;

  get count(): number {
    return this.#total;
  }

  /** The mean, exact to whole ms; null of nothing. */
  get meanMs(): number | null {
    return this.#total === 0 ? null : Math.round(this.#sumMs / this.#total);
  }

  add(waitMs: number): void {
    const place = placeOf(waitMs);
    while (this.#counts.length <= place) this.#counts.push(0);
    this.#counts[place] = (this.#counts[place] ?? 0) + 1;
    this.#total += 1;
    this.#sumMs += waitMs;
  }

  /**
   * The percentile by nearest rank: the shortest wait that at least this share of waits did not exceed.
   * Never less than the exact one, and by less than 1/128 of it more; exact below 256 ms. Null of nothing.
   */
  percentileMs(share: number): number | null {
    const rank = Math.max(1, Math.ceil(share * this.#total));
    let seen = 0;
    for (const [place, count] of this.#counts.entries()) {
      seen += count;
      if (seen >= rank) return lastOf(place);
    }
    return null;
  }
}

function placeOf(waitMs: number): number {
  if (waitMs < EXACT_BELOW_MS) return waitMs;
  const doubling = Math.floor(Math.log2(waitMs)) - EXACT_BITS;
  const part = Math.floor(waitMs / 2 ** (doubling + EXACT_BITS - PARTS_BITS)) - PARTS;
  return EXACT_BELOW_MS + doubling * PARTS + part;
}

/** The longest wait of a class. */
function lastOf(place: number): number {
  if (place < EXACT_BELOW_MS) return place;
  const doubling = Math.floor((place - EXACT_BELOW_MS) / PARTS);
  const part = (place - EXACT_BELOW_MS) % PARTS;
  return (PARTS + part + 1) * 2 ** (doubling + EXACT_BITS - PARTS_BITS) - 1;
}
