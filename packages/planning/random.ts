/** A stream of numbers in [0, 1), the same for the same seed on every machine. */
export type Random = () => number;

/**
 * Seeded generator for scenarios and tests; never for secrets.
 *
 * Source: mulberry32 (Tommy Ettinger, public domain).
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The generator that belongs to one thing, by hashing its key into the seed, so that what is drawn
 * for it depends on neither the order nor the number of the things before it.
 *
 * Source: FNV-1a, 32 bits, over the key's UTF-16 units.
 */
export function randomOf(seed: number, key: string): Random {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < key.length; index += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193) >>> 0;
  }
  return seededRandom(hash);
}
