import { expect, test } from 'vitest';
import { JANUARY_MISSING, readJanuary } from '../testing/january.ts';
import { outcomeOf, reportOf, YARDSTICK } from '../testing/replay-to-the-end.ts';
import { measureCalls } from './measure-calls.ts';
import { POLICY_NAMES } from './replay-policy.ts';
import { scenarioOf } from './scenario.ts';

test.skipIf(JANUARY_MISSING)(
  `the bank's January 1999: every call is accounted for, under each policy${JANUARY_MISSING ? ` (${JANUARY_MISSING})` : ''}`,
  () => {
    const report = reportOf(readJanuary());
    expect(report.rows).toEqual({
      rowCount: 31_599,
      callCount: 30_129,
      leftInMenuCount: 1_198,
      phantomCount: 239,
      repeatedHeaderCount: 0,
      dirtyCount: 33,
    });
    const { logged, policies } = report;
    expect(Object.keys(policies)).toEqual(POLICY_NAMES);
    for (const { offeredCount, answeredCount, abandonedCount } of [
      logged,
      ...Object.values(policies),
    ]) {
      expect(offeredCount).toBe(30_129);
      expect(answeredCount + abandonedCount).toBe(offeredCount);
    }
    const { ours, pooled, siloed, strict } = policies;
    if (!ours || !pooled || !siloed || !strict) throw new Error('a policy is missing');
    expect(logged.continuity.lastAgentRatio).toBeCloseTo(0.087, 3);
    const level = (of: typeof ours) => of.serviceLevel.withoutEarlyAbandonsRatio ?? NaN;
    const known = (of: typeof ours) => of.continuity.knownAgentRatio ?? NaN;
    expect(level(ours)).toBeGreaterThan(level(logged));
    expect(known(ours)).toBeGreaterThan(known(pooled));
    // Bonds cost the pool nothing; borders do.
    expect(Math.abs(level(ours) - level(pooled))).toBeLessThan(0.01);
    expect(level(siloed)).toBeLessThan(level(ours) - 0.02);
    for (const { siloMs } of Object.values(policies)) expect(siloMs?.unexplained).toBe(0);
    // What else the bonds cost: the few moments that an agent is kept free for whom he knows.
    expect({ ...ours.siloMs, reserved: 0 }).toEqual(pooled.siloMs);
    expect(pooled.siloMs?.reserved).toBe(0);
    expect(siloed.siloMs?.department).toBeGreaterThan(0);
    expect(strict.siloMs?.['personal-queue']).toBeGreaterThan(0);

    const again = outcomeOf(scenarioOf(readJanuary(), 1));
    expect({ ...ours, ...measureCalls(again.outcomes, again, YARDSTICK) }).toEqual(ours);
  },
  60_000,
);
