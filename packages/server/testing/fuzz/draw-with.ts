/** Numbers in [0, 1) and what is drawn with them; the same for the same seed. */
export interface Draw {
  readonly chance: (probability: number) => boolean;
  readonly whole: (least: number, most: number) => number;
  readonly one: <Choice>(choices: readonly Choice[]) => Choice;
}

/** Source: mulberry32 (Tommy Ettinger, public domain). */
export function drawWith(seed: number): Draw {
  let state = seed >>> 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number =>
    least + Math.floor(random() * (most - least + 1));
  return {
    chance: (probability) => random() < probability,
    whole,
    one: <Choice>(choices: readonly Choice[]) => choices[whole(0, choices.length - 1)] as Choice,
  };
}
