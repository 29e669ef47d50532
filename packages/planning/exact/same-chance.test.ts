import { chanceOf, type DimensionChance, WaitTally } from '@rapport/core';
import { describe, expect, test } from 'vitest';
import { simulateQueue } from '../testing/simulate-queue.ts';

// The fifth guarantee: at equal promise, whoever is known to somebody and whoever is not have the same chance.

const AGENT_COUNT = 30;
/** 20 s beside a mean handle time of three minutes. */
const TARGET = 1 / 9;
const HANDLE_MS = 180_000;
/** The guarantee: two points, up to 105 % load. */
const GAP_RATIO_MAX = 0.02;

/**
 * How callers of whom half belong to one of thirty agents fare beside the others. The 95 % interval of the gap
 * takes waits to be independent; those of one rush are not, but it befalls both groups, and leaves their
 * difference.
 */
function chanceAt(load: number, bondBonus?: number): DimensionChance {
  const outcomes = simulateQueue(
    {
      agentCount: AGENT_COUNT,
      arrivalRate: AGENT_COUNT * load,
      patienceRate: 0.5,
      ownShares: Array.from({ length: AGENT_COUNT }, () => 1 / AGENT_COUNT),
      knownShare: 0.5,
      target: TARGET,
      ...(bondBonus !== undefined && { bondBonus }),
    },
    { seed: 7, arrivalCount: 40_000 },
  );
  const [bonded, unbonded] = [new WaitTally(0), new WaitTally(0)];
  // A twentieth to warm up.
  for (const { isKnown, wait, hasAbandoned } of outcomes.slice(2_000)) {
    const waitMs = Math.round(wait * HANDLE_MS);
    const end = { waitMs, isAnswered: !hasAbandoned, isInTime: wait <= TARGET };
    (isKnown ? bonded : unbonded).add(end);
  }
  const counts = { bonded: bonded.counts, unbonded: unbonded.counts };
  return chanceOf('bond', new Map(Object.entries(counts)));
}

describe('same chance', () => {
  test.each([0.7, 0.95, 1.05])(
    'at a load of %d the whole interval of the gap between bonded and unbonded lies within two points',
    (load) => {
      const { gap } = chanceAt(load);
      expect(gap?.gapLowRatio).toBeGreaterThan(-GAP_RATIO_MAX);
      expect(gap?.gapHighRatio).toBeLessThan(GAP_RATIO_MAX);
    },
  );

  test('a bond that goes before any wait breaks it, and the report shows who is better off', () => {
    const { gap } = chanceAt(1.05, 1e6);
    expect(gap).toMatchObject({ bestGroup: 'bonded', worstGroup: 'unbonded' });
    expect(gap?.gapLowRatio).toBeGreaterThan(GAP_RATIO_MAX);
  });
});
