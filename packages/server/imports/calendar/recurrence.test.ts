import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysOf, readRecurrence } from './recurrence.ts';

const DAY_MS = 86_400_000;

function day(text: string): number {
  return Date.parse(text) / DAY_MS;
}

function days(rule: string, first: string, [from, until]: readonly [string, string]) {
  const read = readRecurrence(rule);
  if (read === undefined) return undefined;
  const span = { firstDay: day(first), fromDay: day(from), untilDay: day(until) };
  return daysOf(read, span, () => false).map((each) =>
    new Date(each * DAY_MS).toISOString().slice(5, 10),
  );
}

const AUTUMN = ['1997-09-01', '1998-01-01'] as const;

describe('a rule of RFC 5545 recurs as its examples say', () => {
  test.each([
    ['FREQ=DAILY;COUNT=3', '09-02 09-03 09-04'],
    ['FREQ=DAILY;INTERVAL=10;COUNT=5', '09-02 09-12 09-22 10-02 10-12'],
    ['FREQ=WEEKLY;COUNT=3', '09-02 09-09 09-16'],
    ['FREQ=WEEKLY;COUNT=4;WKST=SU;BYDAY=TU,TH', '09-02 09-04 09-09 09-11'],
    [
      'FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH',
      '09-02 09-04 09-16 09-18 09-30 10-02 10-14 10-16',
    ],
    ['FREQ=MONTHLY;COUNT=5;BYDAY=1TU', '09-02 10-07 11-04 12-02'],
    ['FREQ=MONTHLY;BYMONTHDAY=2,15;COUNT=5', '09-02 09-15 10-02 10-15 11-02'],
    ['FREQ=MONTHLY;COUNT=4;BYDAY=TU,WE,TH;BYSETPOS=3', '09-02 09-04 10-07 11-06'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2', '09-02 09-29 10-30 11-27 12-30'],
    ['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=-1', '09-02 09-30 11-30'],
    ['FREQ=YEARLY;BYMONTH=9,11', '09-02 11-02'],
    ['FREQ=YEARLY;BYYEARDAY=-1', '09-02 12-31'],
    ['FREQ=YEARLY;BYWEEKNO=40', '09-02 09-30'],
    ['FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', '09-02 11-27'],
  ])('%s', (rule, expected) => {
    expect(days(rule, '1997-09-02', AUTUMN)?.join(' ')).toBe(expected);
  });

  test('the week begins where it says', () => {
    const span = ['1997-08-01', '1997-09-01'] as const;
    const rule = 'FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU';
    expect(days(`${rule};WKST=MO`, '1997-08-05', span)).toEqual([
      '08-05',
      '08-10',
      '08-19',
      '08-24',
    ]);
    expect(days(`${rule};WKST=SU`, '1997-08-05', span)).toEqual([
      '08-05',
      '08-17',
      '08-19',
      '08-31',
    ]);
  });
});

test('rules that no shift follows, or that are none, are refused', () => {
  for (const rule of [
    ...['FREQ=SECONDLY', 'FREQ=HOURLY;INTERVAL=8', 'FREQ=DAILY;INTERVAL=0', 'COUNT=3', ''],
    ...[
      'FREQ=DAILY;COUNT=-1',
      'FREQ=WEEKLY;BYDAY=XX',
      'FREQ=WEEKLY;BYDAY=1MO',
      'FREQ=DAILY;UNTL=1',
    ],
    ...['FREQ=YEARLY;BYMONTH=13', 'FREQ=DAILY;BYHOUR=8', 'FREQ=MONTHLY;BYMONTHDAY=32'],
  ]) {
    expect(readRecurrence(rule), rule).toBeUndefined();
  }
});

test('a rule that no day fits, or that goes in enormous steps, comes to its first day alone', () => {
  const year = ['2026-01-01', '2027-01-01'] as const;
  for (const rule of ['YEARLY', 'MONTHLY', 'DAILY']) {
    const never = `FREQ=${rule};BYMONTH=2;BYMONTHDAY=30`;
    expect(days(never, '2026-01-05', year), rule).toEqual(['01-05']);
  }
  expect(days('FREQ=DAILY;INTERVAL=999999999', '2026-01-05', year)).toEqual(['01-05']);
});

test('a window in the middle shows what is seen there of the whole', () => {
  const rules = fc.record({
    frequency: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 5 }),
    count: fc.option(fc.integer({ min: 1, max: 400 })),
    weekdays: fc.subarray(['MO', 'WE', 'SA', 'SU']),
    months: fc.subarray([1, 2, 10, 12]),
  });
  const offset = fc.integer({ min: 0, max: 2_000 });
  fc.assert(
    fc.property(rules, offset, offset, (rule, begin, length) => {
      const { frequency, interval, count, weekdays, months } = rule;
      const text = [
        `FREQ=${frequency};INTERVAL=${interval}`,
        ...(count === null ? [] : [`COUNT=${count}`]),
        ...(weekdays.length === 0 ? [] : [`BYDAY=${weekdays.join(',')}`]),
        ...(months.length === 0 ? [] : [`BYMONTH=${months.join(',')}`]),
      ].join(';');
      const read = readRecurrence(text);
      if (read === undefined) throw new Error(`${text} was not understood`);
      const firstDay = day('2020-02-29');
      const untilDay = firstDay + begin + length;
      const whole = daysOf(read, { firstDay, fromDay: firstDay, untilDay }, () => false);
      const part = daysOf(read, { firstDay, fromDay: firstDay + begin, untilDay }, () => false);
      expect(part).toEqual(whole.filter((each) => each >= firstDay + begin));
    }),
  );
});
