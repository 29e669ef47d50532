import type { Figure } from './bench.ts';
import { median } from './median.ts';

/** What ours and the floor came to, one round after the other. */
export interface Round {
  readonly ours: number;
  readonly floor: number;
}

/** What a ratio should be: at least, where more is better, or at most. */
export type RatioAim = { readonly atLeast: number } | { readonly atMost: number };

/**
 * Returns the medians of ours and of the floor, and the median of the ratios of each round: the speed
 * of a shared machine's disk changes from one minute to the next, so that only what was measured side
 * by side can be compared.
 */
export function besideFloor(
  { name, unit }: Pick<Figure, 'name' | 'unit'>,
  rounds: readonly Round[],
  aim?: RatioAim,
): Figure {
  const ratio = median(rounds.map(({ ours, floor }) => ours / floor));
  return {
    name,
    unit,
    value: median(rounds.map(({ ours }) => ours)),
    floor: median(rounds.map(({ floor }) => floor)),
    ratio,
    ...(aim !== undefined && held(ratio, aim)),
  };
}

function held(ratio: number, aim: RatioAim): Pick<Figure, 'aim' | 'isMet'> {
  return 'atLeast' in aim
    ? { aim: `at least ${aim.atLeast} ×`, isMet: ratio >= aim.atLeast }
    : { aim: `at most ${aim.atMost} ×`, isMet: ratio <= aim.atMost };
}
