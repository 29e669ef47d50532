import {
  type Difference,
  differenceInterval,
  type ShareInterval,
  wilson,
} from './share-interval.ts';
import { dueCountOf, serviceLevelOf, type WaitCounts } from './wait-tally.ts';

/** The chance of being answered in time that those of one group had. */
export interface GroupChance extends ShareInterval {
  readonly group: string;
  /** What the service level is taken of. */
  readonly dueCount: number;
  readonly inTimeCount: number;
  /** Service level: answered within T ÷ (offered − abandoned within T). */
  readonly serviceLevelRatio: number | null;
}

/** How far apart the chances of two groups lie. */
export interface ChanceGap extends Difference {
  readonly bestGroup: string;
  readonly worstGroup: string;
}

/** The chances of the groups that one dimension makes, such as bonded and unbonded. */
export interface DimensionChance {
  readonly dimension: string;
  /** By name. */
  readonly groups: readonly GroupChance[];
  /** The largest of all pairs of groups that have at least `GROUP_COUNT_MIN` waits; null of fewer than two. */
  readonly gap: ChanceGap | null;
}

/** Groups of fewer waits are shown, but nothing is concluded from them. */
export const GROUP_COUNT_MIN = 100;

/** The chances of the groups of one dimension. */
export function chanceOf(
  dimension: string,
  countsByGroup: ReadonlyMap<string, WaitCounts>,
): DimensionChance {
  const sorted = [...countsByGroup].sort(([a], [b]) => (a < b ? -1 : 1));
  const groups = sorted.map(([group, counts]): GroupChance => {
    const dueCount = dueCountOf(counts);
    const { withoutEarlyAbandonsRatio: serviceLevelRatio } = serviceLevelOf(counts);
    const { answeredInTimeCount: inTimeCount } = counts;
    const interval = wilson({ inTimeCount, dueCount });
    return { group, dueCount, inTimeCount, serviceLevelRatio, ...interval };
  });
  return { dimension, groups, gap: largestGap(groups) };
}

/** The gap between the best and the worst chance. */
function largestGap(groups: readonly GroupChance[]): ChanceGap | null {
  const told = groups.filter(({ dueCount }) => dueCount >= GROUP_COUNT_MIN);
  const [first, ...others] = told;
  if (first === undefined || others.length === 0) return null;
  const levelOf = ({ serviceLevelRatio }: GroupChance): number => serviceLevelRatio ?? 0;
  const best = others.reduce((a, b) => (levelOf(b) > levelOf(a) ? b : a), first);
  const worst = others.reduce((a, b) => (levelOf(b) <= levelOf(a) ? b : a), first);
  return {
    bestGroup: best.group,
    worstGroup: worst.group,
    ...differenceInterval(best, worst),
  };
}
