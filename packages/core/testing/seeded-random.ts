/** A stream of numbers in [0, 1), the same for the same seed on every machine. */
export type Random = () => number;

/** Source: mulberry32 (Tommy Ettinger, public domain). */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `least` to `most`. */
export function drawWhole(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1));
}

/** One of `choices`, which must not be empty. */
export function drawOne<Choice>(random: Random, choices: readonly Choice[]): Choice {
  return choices[Math.floor(random() * choices.length)] as Choice;
}

/** Some of `choices`, in their order; each with this probability. */
export function drawSome<Choice>(
  random: Random,
  choices: readonly Choice[],
  probability = 0.5,
): readonly Choice[] {
  return choices.filter(() => random() < probability);
}

/** All of `choices` in another order. */
export function drawOrder<Choice>(random: Random, choices: readonly Choice[]): readonly Choice[] {
  return choices
    .map((choice) => ({ choice, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ choice }) => choice);
}
