import { describe, expect, test } from 'vitest';
import { JANUARY_MISSING, readJanuary } from '../testing/january.ts';
import { logOf } from '../testing/log-lines.ts';
import type { CallLog } from './call-log-reader.ts';
import { measureCalls } from './measure-calls.ts';
import { startReplay } from './replay-desk.ts';
import { replayReport } from './replay-report.ts';
import { type Scenario, scenarioOf, withoutBonds } from './scenario.ts';

const YARDSTICK = { thresholdMs: 20_000, shortAbandonMs: 5_000 };

function outcomeOf(scenario: Scenario) {
  const replay = startReplay(scenario);
  replay.play(Infinity);
  return replay.outcome();
}

function reportOf(log: CallLog, seed = 1) {
  const scenario = scenarioOf(log, seed);
  const replayed = outcomeOf(scenario);
  const replayedWithoutBonds = outcomeOf(withoutBonds(scenario));
  return replayReport({ seed, log, scenario, replayed, replayedWithoutBonds }, YARDSTICK);
}

describe('replayReport', () => {
  test('puts the log and its replay side by side', () => {
    const report = reportOf(
      logOf([
        { customer: '7', queue: ['8:00:00', '8:00:30'], service: ['8:00:30', '8:02:00'] },
        { queue: ['8:00:10', '8:00:50'], outcome: 'HANG' },
        { day: '990105', customer: '7', service: ['8:00:30', '8:02:00'] },
        { day: '990105', type: 'IN', queue: ['9:00:00', '9:00:03'], outcome: 'HANG' },
        { outcome: 'PHANTOM' },
        { outcome: 'BUSY' },
      ]),
    );
    expect(report).toMatchObject({
      rows: { rowCount: 6, callCount: 4, phantomCount: 1, dirtyCount: 1 },
      firstDay: '1999-01-04',
      lastDay: '1999-01-05',
      model: {
        agentCount: 1,
        shiftCount: 2,
        shiftMs: 180_000,
        uncovered: [
          { skill: 'IN', callCount: 1, answeredCount: 0 },
          { skill: 'PS', callCount: 2, answeredCount: 1 },
        ],
      },
      logged: { offeredCount: 4, answeredCount: 2, waitMsMean: 18_250, shortAbandonedCount: 1 },
      replayed: { offeredCount: 4, answeredCount: 2 },
    });
  });

  test('of a log without calls says so', () => {
    expect(reportOf(logOf([]))).toMatchObject({ firstDay: null, rows: { rowCount: 0 } });
  });
});

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
    const { dutyMs, outcomes } = again;
    expect(measureCalls(outcomes, dutyMs, YARDSTICK)).toEqual(replayed);
  },
  60_000,
);
