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
      dirtyFaults: [{ reason: 'outcome-unknown', columns: ['outcome'], rowCount: 1 }],
      logged: { offeredCount: 4, answeredCount: 2, waitMsMean: 18_250, shortAbandonedCount: 1 },
      policies: { ours: { offeredCount: 4, answeredCount: 2 } },
    });
  });

  test('replays a log whose types the desk could not take, without those rows', () => {
    const calls = Array.from({ length: 4 }, () => ({
      service: ['8:00:30', '8:02:00'] as const,
    }));
    const types = ['PS', 'P\u200bS', 'P\u00adS', 'P'.repeat(201)];
    const report = reportOf(
      logOf(calls.map((call, index) => ({ ...call, type: types[index] ?? '' }))),
    );
    expect(report).toMatchObject({
      rows: { rowCount: 4, callCount: 1, dirtyCount: 3 },
      dirtyFaults: [{ reason: 'value-unusable', columns: ['type'], rowCount: 3 }],
      policies: { ours: { answeredCount: 1 } },
    });
  });

  test('takes no text of the log but its types to the desk', () => {
    const odd = { customer: 'C\u200b', id: 'I\u00ad', agent: 'A'.repeat(201) };
    const report = reportOf(logOf([{ ...odd, service: ['8:00:30', '8:02:00'] }]));
    expect(report).toMatchObject({
      rows: { callCount: 1 },
      policies: { ours: { answeredCount: 1 } },
    });
  });

  test('of a log without calls says so', () => {
    expect(reportOf(logOf([]))).toMatchObject({ firstDay: null, rows: { rowCount: 0 } });
  });
});
