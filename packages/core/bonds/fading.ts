import type { Policy } from '../routing/policy.ts';
import { dayOf, type Instant } from '../time.ts';

/** What is left of a strength after 0 to 31 parts of a half-life, in 65,536ths: round(65,536 · 2^(−part / 32)). */
const LEFT = [
  65536, 64132, 62757, 61413, 60097, 58809, 57549, 56316, 55109, 53928, 52773, 51642, 50535, 49452,
  48393, 47356, 46341, 45348, 44376, 43425, 42495, 41584, 40693, 39821, 38968, 38133, 37316, 36516,
  35734, 34968, 34219, 33486,
];
const PART_BITS = 5;
const PARTS = 1 << PART_BITS;

/** Beyond so many halvings nothing is left of the strongest bond. */
const HALVINGS_MAX = 14;

/**
 * What is left of an earned strength, from 0 to 1, at a moment under a policy; 0 of what counts as unknown by
 * then.
 */
export function strengthLeft(
  { strength, at }: { readonly strength: number; readonly at: Instant },
  now: Instant,
  { bondHalfLifeDays, bondStrengthMin }: Policy,
): number {
  const days = dayOf(now) - dayOf(at);
  const left = faded(Math.round(strength * 10_000), days, bondHalfLifeDays) / 10_000;
  return left < bondStrengthMin ? 0 : left;
}

/**
 * What is left of a strength (0 to 10,000) that nothing has renewed for so many days: half of it after
 * each half-life. By whole numbers and a table, so that every machine and every release comes to the same.
 */
export function faded(strength: number, days: number, halfLifeDays: number): number {
  if (days <= 0) return strength;
  const parts = Math.trunc((days * PARTS) / halfLifeDays);
  const halvings = parts >> PART_BITS;
  if (halvings > HALVINGS_MAX) return 0;
  return ((strength * (LEFT[parts & (PARTS - 1)] as number)) >>> 16) >> halvings;
}
