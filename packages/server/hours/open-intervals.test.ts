import { expect, test } from 'vitest';
import { openIntervals } from './open-intervals.ts';
import { type Week, weekFault } from './week.ts';

const office = [
  { from: '09:00', until: '12:00' },
  { from: '13:00', until: '17:00' },
];
const week: Week = {
  timeZone: 'Europe/Zurich',
  days: [office, office, office, office, office, [], []],
  specialDays: [{ date: '2026-12-25', name: 'Christmas', hours: [] }],
};
const shown = (given: Week, from: string, dayCount: number): readonly string[] =>
  openIntervals(given, { fromAt: Date.parse(from), dayCount }).map(({ fromAt, untilAt }) =>
    [fromAt, untilAt].map((at) => new Date(at).toISOString().slice(5, 16)).join(' '),
  );

test('opens on its days, in its time zone, and not on holidays', () => {
  // The 24th is a Thursday.
  expect(shown(week, '2026-12-24T12:00Z', 5)).toEqual([
    '12-24T08:00 12-24T11:00',
    '12-24T12:00 12-24T16:00',
    '12-28T08:00 12-28T11:00',
    '12-28T12:00 12-28T16:00',
  ]);
});

test('follows the clocks into summer and back', () => {
  const [spring] = shown(week, '2026-03-30T12:00Z', 1);
  expect(spring).toBe('03-30T07:00 03-30T10:00');
  const night = [{ from: '01:00', until: '04:00' }];
  const nights: Week = { ...week, days: [[], [], [], [], [], [], night], specialDays: [] };
  // Two hours long in March, four in October.
  expect(shown(nights, '2026-03-29T12:00Z', 1)).toEqual(['03-29T00:00 03-29T02:00']);
  expect(shown(nights, '2026-10-25T12:00Z', 1)).toEqual(['10-24T23:00 10-25T03:00']);
});

test('is one interval when it never closes', () => {
  const always = [{ from: '00:00', until: '24:00' }];
  const days = Array.from({ length: 7 }, () => always);
  expect(shown({ timeZone: 'UTC', days, specialDays: [] }, '2026-01-01T00:00Z', 3)).toEqual([
    '01-01T00:00 01-04T00:00',
  ]);
});

test('names what makes no sense', () => {
  const backward = [{ from: '17:00', until: '09:00' }];
  const days = [office, backward, [], [], [], [], []];
  expect(weekFault({ ...week, days })?.field).toBe('days.1');
  const specialDays = [{ date: '2026-02-30', name: '', hours: [] }];
  expect(weekFault({ ...week, specialDays })?.field).toBe('specialDays.0.date');
  expect(weekFault(week)).toBeUndefined();
});

test('hours that the clocks skip come after the gap, also where others lie there', () => {
  // In Santiago clocks go from midnight to one on the 6th, a Sunday.
  const early = [
    { from: '00:15', until: '00:30' },
    { from: '01:00', until: '01:15' },
  ];
  const days = [[], [], [], [], [], [], early];
  const santiago: Week = { timeZone: 'America/Santiago', days, specialDays: [] };
  expect(shown(santiago, '2026-09-06T12:00Z', 1)).toEqual(['09-06T04:00 09-06T04:30']);
});
