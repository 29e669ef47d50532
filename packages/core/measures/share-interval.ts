import { ratio } from './ratio.ts';

/** The 97.5th percentile of the standard normal distribution: 95 % lie within ± this. */
const Z = 1.959963984540054;

/** So many of so many. */
export interface Share {
  readonly inTimeCount: number;
  readonly dueCount: number;
}

/** The interval that holds the true share in 95 % of cases; null of nothing. */
export interface ShareInterval {
  readonly lowRatio: number | null;
  readonly highRatio: number | null;
}

/**
 * The interval of a share, by Wilson's score: it holds for small
 * numbers and near 0 and 1. It takes waits to be independent of each other; waits of one busy hour are
 * not, so that the true interval is wider.
 *
 * ± form: (p + z²/2n ± z √(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n)
 * Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", 1927.
 */
export function wilson({ inTimeCount, dueCount: total }: Share): ShareInterval {
  if (total === 0) return { lowRatio: null, highRatio: null };
  const share = inTimeCount / total;
  const square = (Z * Z) / total;
  const middle = share + square / 2;
  const reach = Z * Math.sqrt((share * (1 - share)) / total + square / (4 * total));
  return {
    lowRatio: ratio(Math.max(0, middle - reach), 1 + square),
    highRatio: ratio(Math.min(1 + square, middle + reach), 1 + square),
  };
}

/** The difference of two shares, and the interval that holds the true one in 95 % of cases. */
export interface Difference {
  readonly gapRatio: number;
  readonly gapLowRatio: number;
  readonly gapHighRatio: number;
}

/**
 * The difference of two shares, the larger first, with its interval from those of both.
 *
 * below: √((p₁ − l₁)² + (u₂ − p₂)²), above: √((u₁ − p₁)² + (p₂ − l₂)²)
 * Source: R. G. Newcombe, "Interval Estimation for the Difference Between Independent Proportions", 1998, method 10.
 */
export function differenceInterval(larger: Share, smaller: Share): Difference {
  const [p1, p2] = [shareOf(larger), shareOf(smaller)];
  const [one, two] = [wilson(larger), wilson(smaller)];
  const below = Math.hypot(p1 - (one.lowRatio ?? 0), (two.highRatio ?? 1) - p2);
  const above = Math.hypot((one.highRatio ?? 1) - p1, p2 - (two.lowRatio ?? 0));
  return {
    gapRatio: rounded(p1 - p2),
    gapLowRatio: rounded(p1 - p2 - below),
    gapHighRatio: rounded(p1 - p2 + above),
  };
}

function shareOf({ inTimeCount, dueCount }: Share): number {
  return dueCount === 0 ? 0 : inTimeCount / dueCount;
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
