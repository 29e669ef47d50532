import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS, dayText, readDayAt, readTimeOfDayMs } from './civil-time.ts';

describe('readDayAt', () => {
  test('reads the days that a pattern spells, and nothing else', () => {
    expect(readDayAt('990101', 'yymmdd')).toBe(Date.UTC(1999, 0, 1));
    expect(readDayAt('000229', 'yymmdd')).toBe(Date.UTC(2000, 1, 29));
    expect(readDayAt('2024-12-31', 'yyyy-mm-dd')).toBe(Date.UTC(2024, 11, 31));
    expect(readDayAt('31.12.2024', 'dd.mm.yyyy')).toBe(Date.UTC(2024, 11, 31));
    for (const text of ['', '990229', '991301', '990100', '9901', '99010a', '9901011']) {
      expect(readDayAt(text, 'yymmdd')).toBeUndefined();
    }
    expect(readDayAt('2024/12/31', 'yyyy-mm-dd')).toBeUndefined();
  });

  test('agrees with the calendar of the platform on every day, and is written back as it was', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (day) => {
        const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
        expect(readDayAt(text, 'yyyy-mm-dd')).toBe(day * DAY_MS);
        expect(dayText(day * DAY_MS + DAY_MS - 1)).toBe(text);
      }),
    );
  });
});

describe('readTimeOfDayMs', () => {
  test('reads one- and two-digit hours', () => {
    expect(readTimeOfDayMs('0:00:00')).toBe(0);
    expect(readTimeOfDayMs('7:41:16')).toBe(27_676_000);
    expect(readTimeOfDayMs('23:59:59')).toBe(86_399_000);
  });

  test.each([
    '',
    '24:00:00',
    '7:60:00',
    '7:00:60',
    '7:0:0',
    '7:00',
    '-1:00:00',
    ' 7:00:00',
    'noon',
  ])('refuses %j', (text) => {
    expect(readTimeOfDayMs(text)).toBeUndefined();
  });
});
