import { describe, expect, test } from 'vitest';
import type { ImportRow } from '../import-row.ts';
import { readDay } from './read-day.ts';

const HOUR = 3_600_000;

function read(cells: Readonly<Record<string, string>>, timeZone = 'Europe/Zurich') {
  const row: ImportRow = {
    line: 2,
    hasExcess: false,
    cells: new Map(
      Object.entries({ agent: 'ted', ...cells }).map(([column, text]) => [
        column,
        [{ column, text }],
      ]),
    ),
  };
  const faults: string[] = [];
  const day = readDay(
    row,
    (cell, { code }) => void faults.push(`${cell?.column ?? ''} ${code}`),
    timeZone,
  );
  return { day, faults };
}

function told(cells: Readonly<Record<string, string>>, timeZone?: string) {
  const { day, faults } = read(cells, timeZone);
  expect(faults).toEqual([]);
  const text = (intervals: readonly { fromAt: number; untilAt: number }[] | undefined) =>
    intervals?.map(({ fromAt, untilAt }) =>
      [fromAt, untilAt].map((at) => new Date(at).toISOString().slice(5, 16)).join('/'),
    );
  return { duties: text(day?.roster.dutyIntervals), breaks: text(day?.roster.breakIntervals) };
}

describe('a day', () => {
  test('has its shifts and breaks by the clocks of its place', () => {
    expect(
      told({ date: '2026-03-02', shifts: '13:00-17:00; 8:00–12:00', breaks: '10:00-10:15' }),
    ).toEqual({
      duties: ['03-02T07:00/03-02T11:00', '03-02T12:00/03-02T16:00'],
      breaks: ['03-02T09:00/03-02T09:15'],
    });
    expect(told({ date: '2.3.2026', shifts: '8:00-12:00', timeZone: 'Asia/Tokyo' }).duties).toEqual(
      ['03-01T23:00/03-02T03:00'],
    );
  });

  test('ends a night shift on the day after, with its breaks, and on the night of the clocks', () => {
    expect(
      told({ date: '2026-03-28', shifts: '22:00-06:00', breaks: '03:00-03:30, 23:00-23:15' }),
    ).toEqual({
      duties: ['03-28T21:00/03-29T04:00'],
      breaks: ['03-28T22:00/03-28T22:15', '03-29T01:00/03-29T01:30'],
    });
    const { day } = read({ date: '2026-03-29', shifts: '00:00-24:00' });
    expect(day?.day).toEqual(day?.roster.dutyIntervals[0]);
    expect((day?.day.untilAt ?? 0) - (day?.day.fromAt ?? 0)).toBe(23 * HOUR);
  });

  test('has gaps where he is on leave, and nothing on a whole day of it', () => {
    const shifts = '8:00-12:00; 13:00-17:00';
    expect(
      told({ date: '2026-03-02', shifts, breaks: '15:00-15:15', leave: '11:00-16:00' }),
    ).toEqual({
      duties: ['03-02T07:00/03-02T10:00', '03-02T15:00/03-02T16:00'],
      breaks: [],
    });
    expect(told({ date: '2026-03-02', shifts, breaks: '10:00-10:15', leave: 'Day' })).toEqual({
      duties: [],
      breaks: [],
    });
    expect(told({ date: '2026-03-02' })).toEqual({ duties: [], breaks: [] });
  });

  test.each([
    ['date date-invalid', { date: '2026-02-30' }],
    ['date date-invalid', { date: '03/02/2026' }],
    ['shifts span-invalid', { shifts: '8-12' }],
    ['shifts span-invalid', { shifts: '24:00-08:00' }],
    ['shifts span-invalid', { shifts: '08:00-24:30' }],
    ['shifts span-invalid', { shifts: '08:00-08:00' }],
    ['shifts shift-overlaps', { shifts: '8:00-12:00; 11:00-13:00' }],
    ['shifts shift-overlaps', { date: '2026-03-29', shifts: '02:00-03:00' }],
    ['breaks break-outside', { shifts: '8:00-12:00', breaks: '12:00-12:15' }],
    ['leave leave-invalid', { shifts: '22:00-06:00', leave: '22:00-01:00' }],
    ['timeZone time-zone-invalid', { shifts: '8:00-12:00', timeZone: 'Mars/Olympus' }],
  ])('is refused with %s', (fault, cells) => {
    expect(read({ date: '2026-03-02', ...cells }).faults).toEqual([fault]);
  });
});
