import { describe, expect, test } from 'vitest';
import { logOf } from '../testing/log-lines.ts';
import { reportOf } from '../testing/replay-to-the-end.ts';

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
