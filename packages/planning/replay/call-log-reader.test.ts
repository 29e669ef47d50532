import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HEADER, type LineFields, logLine, logOf, readLog } from '../testing/log-lines.ts';
import { CALL_LOG } from './call-log-format.ts';
import { readCallLog } from './call-log-reader.ts';

const at = (time: string) => Date.parse(`1999-01-04T${time}Z`);

describe('the header', () => {
  test('names every column that is missing', () => {
    expect(readCallLog('date\tname\tQ_START', CALL_LOG)).toMatchObject({
      ok: false,
      refusal: {
        code: 'columns-missing',
        columns: [
          'vru+line',
          'call_id',
          'customer_id',
          'priority',
          'type',
          'vru_entry',
          'vru_exit',
          'q_exit',
          'outcome',
          'ser_start',
          'ser_exit',
          'server',
        ],
      },
    });
  });

  test('may have its columns in any order, with others beside them and a byte order mark before', () => {
    const order = [...HEADER.split('\t').keys()].reverse();
    const shuffled = (line: string) =>
      [...order.map((index) => line.split('\t')[index]), 'more'].join('\t');
    const row = logLine({ queue: ['8:00:00', '8:00:30'], service: ['8:00:30', '8:02:00'] });

    const reader = readCallLog(`\uFEFF${shuffled(HEADER)}`, CALL_LOG);
    if (!reader.ok) throw new Error('the header is refused');
    reader.value.readLine(shuffled(row));
    expect(reader.value.finish().calls).toEqual(readLog([row]).calls);
  });
});

describe('a row', () => {
  test('of a call that queued is offered when it joined the queue', () => {
    const row = { customer: '77', priority: '2', queue: ['8:00:05', '8:00:35'] } as const;
    const log = logOf([{ ...row, service: ['8:00:34', '8:02:00'] }]);
    expect(log.calls).toEqual([
      {
        key: 'AA0101 1 990104',
        lineNumber: 2,
        skill: 'PS',
        customer: '77',
        headStartMs: 90_000,
        offeredAt: at('08:00:05'),
        waitMs: 30_000,
        hasAbandoned: false,
        agent: 'ANNA',
        service: { startedAt: at('08:00:34'), endedAt: at('08:02:00') },
      },
    ]);
  });

  test('of a call that did not queue is offered when its service began', () => {
    const log = logOf([{ entered: '8:00:00', left: '8:00:10', service: ['8:00:09', '8:02:00'] }]);
    expect(log.calls).toMatchObject([
      { offeredAt: at('08:00:09'), waitMs: 0, customer: undefined, hasAbandoned: false },
    ]);
  });

  test('of a caller who hung up in the queue is an abandoned call, whatever it says of service', () => {
    const log = logOf([
      { queue: ['8:00:00', '8:00:12'], outcome: 'HANG', service: ['8:00:12', '8:00:16'] },
    ]);
    expect(log.calls).toMatchObject([
      { waitMs: 12_000, hasAbandoned: true, agent: undefined, service: undefined },
    ]);
  });

  test('of an answered call may lack its agent, its service or both', () => {
    const log = logOf([
      { queue: ['8:00:00', '8:00:12'], service: ['8:00:12', '8:00:16'], agent: 'NO_SERVER' },
      { left: '8:10:00', entered: '8:09:50', agent: 'ANNA' },
    ]);
    expect(log.calls).toMatchObject([
      { hasAbandoned: false, agent: undefined, service: { startedAt: at('08:00:12') } },
      { hasAbandoned: false, agent: 'ANNA', service: undefined, offeredAt: at('08:10:00') },
    ]);
  });

  test('of a caller who left in the menu, of a phantom, or of the header again is no call', () => {
    const log = readLog([
      logLine({ outcome: 'HANG' }),
      logLine({ id: '2', outcome: 'PHANTOM', queue: ['8:00:00', '8:00:10'] }),
      HEADER,
      '',
      '  ',
    ]);
    expect(log).toMatchObject({
      rowCount: 3,
      calls: [],
      ignoredCounts: { 'left-in-menu': 1, phantom: 1, 'repeated-header': 1 },
      dirtyRows: [],
    });
  });

  test('may pass midnight at any of its times', () => {
    const night = { queue: ['23:59:28', '0:00:03'], service: ['0:00:02', '0:10:00'] } as const;
    const late = { entered: '23:59:50', left: '0:00:05', service: ['0:00:04', '0:01:00'] } as const;
    const [first, second] = logOf([night, late]).calls;
    expect(first).toMatchObject({ offeredAt: at('23:59:28'), waitMs: 35_000 });
    expect(first?.service?.endedAt).toBe(at('00:10:00') + 86_400_000);
    expect(second).toMatchObject({ offeredAt: at('00:00:04') + 86_400_000, waitMs: 0 });
  });
});

describe('a dirty row', () => {
  const good = { queue: ['8:00:05', '8:00:35'], service: ['8:00:35', '8:02:00'] } as const;
  const cases: readonly (readonly [string, LineFields, string, readonly string[]])[] = [
    [
      'leaves before it enters',
      { entered: '15:46:01', left: '15:45:24' },
      'times-out-of-order',
      ['vru_exit', 'vru_entry'],
    ],
    [
      'leaves the queue before it joined',
      { queue: ['8:00:05', '8:00:01'] },
      'times-out-of-order',
      ['q_exit', 'q_start'],
    ],
    [
      'queues before it enters',
      { entered: '8:00:20' },
      'times-out-of-order',
      ['q_start', 'vru_entry'],
    ],
    [
      'is served backwards',
      { service: ['8:02:00', '8:01:00'] },
      'times-out-of-order',
      ['ser_exit', 'ser_start'],
    ],
    [
      'is served before it enters',
      { service: ['7:02:00', '8:01:00'] },
      'times-out-of-order',
      ['ser_start', 'vru_entry'],
    ],
    ['has no such day', { day: '990230' }, 'day-unreadable', ['date']],
    ['has no such time', { service: ['8:02:00', '25:00:00'] }, 'time-unreadable', ['ser_exit']],
    ['has an unknown outcome', { outcome: 'BUSY' }, 'outcome-unknown', ['outcome']],
    [
      'has the name of an object method for an outcome',
      { outcome: 'toString' },
      'outcome-unknown',
      ['outcome'],
    ],
    ['has an unknown priority', { priority: '9' }, 'priority-unknown', ['priority']],
    ['has no type', { type: '' }, 'value-missing', ['type']],
    ['has a zero-width space in its type', { type: 'PS\u200b' }, 'value-unusable', ['type']],
    ['has a soft hyphen in its type', { type: 'P\u00adS' }, 'value-unusable', ['type']],
    ['has a type that is too long', { type: 'P'.repeat(201) }, 'value-unusable', ['type']],
    ['has no number', { id: '' }, 'value-missing', ['call_id']],
    ['holds bytes that are no text', { agent: 'M\uFFFDLLER' }, 'characters-unreadable', []],
    ['holds control characters', { agent: 'AN\u0000NA' }, 'characters-unreadable', []],
    ['has a column too many', { agent: 'ANNA\tBERT' }, 'columns-miscounted', []],
  ];

  test.each(cases)('that %s is set aside', (_, fields, reason, columns) => {
    const log = readLog([logLine({ ...good, ...fields }), logLine({ ...good, id: '2' })]);
    expect(log.dirtyRows).toEqual([{ lineNumber: 2, reason, columns }]);
    expect(log.dirtyFaults).toEqual([{ reason, columns, rowCount: 1 }]);
    expect(log.calls).toHaveLength(1);
  });

  test('that repeats a call is set aside; a call whose first row was dirty is taken from the next', () => {
    const log = readLog([
      logLine({ ...good, priority: '9' }),
      logLine(good),
      logLine(good),
      logLine({ ...good, day: '990105' }),
    ]);
    expect(log.calls).toHaveLength(2);
    expect(log.dirtyRows.map(({ lineNumber, reason }) => [lineNumber, reason])).toEqual([
      [2, 'priority-unknown'],
      [4, 'call-repeated'],
    ]);
  });
});

test('all dirty rows are counted, and of each fault no more kept than asked for', () => {
  const reader = readCallLog(HEADER, CALL_LOG, 2);
  if (!reader.ok) throw new Error('the header is refused');
  const faults: readonly LineFields[] = [{ priority: '9' }, { outcome: 'BUSY' }];
  for (let index = 0; index < 10; index += 1)
    reader.value.readLine(logLine(faults[index % 2] ?? {}));
  const { rowCount, dirtyFaults, dirtyRows } = reader.value.finish();
  expect(rowCount).toBe(10);
  expect(dirtyFaults.map(({ reason, rowCount: count }) => [reason, count])).toEqual([
    ['priority-unknown', 5],
    ['outcome-unknown', 5],
  ]);
  expect(dirtyRows.map(({ lineNumber }) => lineNumber)).toEqual([2, 3, 4, 5]);
});

test('awkward rows never throw, and every row is accounted for once', () => {
  const cell = fc.oneof(
    fc.constantFrom('0:00:00', '8:00:00', '23:59:59', '0', '990104', 'AGENT', 'HANG', 'PS', ''),
    fc.string(),
  );
  const awkward = fc.oneof(
    fc.array(cell, { minLength: 17, maxLength: 17 }).map((cells) => cells.join('\t')),
    fc.string({ unit: 'binary' }),
    fc
      .record({
        id: fc.nat(20).map(String),
        outcome: fc.constantFrom('AGENT', 'HANG', 'PHANTOM', 'X'),
        day: fc.constantFrom('990104', '990131', '991301'),
        queue: fc.tuple(
          fc.constantFrom('0:00:00', '8:00:00', '23:59:59'),
          fc.constantFrom('0:00:00', '8:00:30', '0:00:10'),
        ),
      })
      .map(logLine),
  );
  fc.assert(
    fc.property(fc.array(awkward), (lines) => {
      const log = readLog(lines);
      const ignored = Object.values(log.ignoredCounts).reduce((total, count) => total + count, 0);
      expect(log.rowCount).toBe(log.calls.length + ignored + log.dirtyRows.length);
      expect(log.rowCount).toBe(lines.filter((line) => line.trim() !== '').length);
      for (const call of log.calls) {
        expect(call.waitMs).toBeGreaterThanOrEqual(0);
        if (call.service) expect(call.service.endedAt >= call.service.startedAt).toBe(true);
      }
      const offers = log.calls.map(({ offeredAt }) => offeredAt);
      expect([...offers].sort((a, b) => a - b)).toEqual(offers);
    }),
    { numRuns: 50 },
  );
});
