import { expect, test } from 'vitest';
import { JANUARY_MISSING, readJanuary } from '../testing/january.ts';
import { measureCalls } from './measure-calls.ts';
import { outcomeOf, reportOf, YARDSTICK } from '../testing/replay-to-the-end.ts';
import { scenarioOf } from './scenario.ts';

test.skipIf(JANUARY_MISSING)(
  `the bank's January 1999: every call is accounted for${JANUARY_MISSING ? ` (${JANUARY_MISSING})` : ''}`,
  () => {
    const log = readJanuary();
    const report = reportOf(log);
    expect(report.rows).toEqual({
      rowCount: 31_599,
      callCount: 30_129,
      leftInMenuCount: 1_198,
      phantomCount: 239,
      repeatedHeaderCount: 0,
      dirtyCount: 33,
    });
    for (const { offeredCount, answeredCount, abandonedCount } of [
      report.logged,
      report.replayed,
      report.replayedWithoutBonds,
    ]) {
      expect(offeredCount).toBe(30_129);
      expect(answeredCount + abandonedCount).toBe(offeredCount);
    }
    expect(report.logged.continuity.lastAgentRatio).toBeCloseTo(0.087, 3);
    const { logged, replayed, replayedWithoutBonds } = report;
    expect(replayed.serviceLevel.withoutEarlyAbandonsRatio).toBeGreaterThan(
      logged.serviceLevel.withoutEarlyAbandonsRatio ?? 1,
    );
    expect(replayed.continuity.knownAgentRatio).toBeGreaterThan(
      replayedWithoutBonds.continuity.knownAgentRatio ?? 1,
    );

    const again = outcomeOf(scenarioOf(readJanuary(), 1));
    expect(measureCalls(again.outcomes, again, YARDSTICK)).toEqual(replayed);
  },
  60_000,
);
