import { quantile } from './quantile.ts';

/** Returns the value in the middle; of an even number of values the lower of the two. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
