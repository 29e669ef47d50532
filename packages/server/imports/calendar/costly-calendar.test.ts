import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inspectFile } from '../inspect-file.ts';
import { openCalendar } from './open-calendar.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-calendar-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** The codes of what is wrong with a calendar, or how many rows it has where nothing is. */
async function told(...lines: readonly string[]): Promise<unknown> {
  const path = join(folder, 'calendar.ics');
  await writeFile(path, ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
  try {
    const source = await openCalendar(await inspectFile(path), {
      map: new Map(),
      agent: undefined,
      timeZone: 'Europe/Zurich',
      begunAt: Date.parse('2026-03-02T12:00Z'),
    });
    const codes = new Set<string>();
    let count = 0;
    for await (const { fault } of source.rows()) {
      count += 1;
      if (fault !== undefined) codes.add(fault.code);
    }
    return codes.size === 0 ? count : [...codes];
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
}

/** An event of one of these agents, with what is said of it. */
function event(agent: number | string, ...lines: readonly string[]): string {
  const who = `ATTENDEE:mailto:${agent}@example.org`;
  return ['BEGIN:VEVENT', who, ...lines, 'END:VEVENT'].join('\r\n');
}

const times = (count: number, one: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => one(index));

const DAILY = 'RRULE:FREQ=DAILY';
const MINUTE = 'DURATION:PT1M';

test('a calendar that one agent can have has at most 10,000 shifts, breaks and leaves of his', async () => {
  const plan = (count: number) =>
    times(count, (index) => {
      const kind = index % 2 === 0 ? 'SUMMARY:Shift' : 'SUMMARY:Leave';
      const start = `DTSTART:20260101T${String(index % 24).padStart(2, '0')}0000Z`;
      return event('ted', `UID:${index}`, kind, start, MINUTE, DAILY);
    });
  expect(await told(...plan(24))).toBe(374);
  expect(await told(...plan(28))).toBe('calendar-too-large');
});

test('leave of a month that is said each day is one leave', async () => {
  const leaves = times(20, (index) =>
    event(
      'ted',
      `UID:${index}`,
      'SUMMARY:Leave',
      'DTSTART:20260101T000000',
      'DURATION:P30D',
      DAILY,
    ),
  );
  expect(await told(...leaves)).toBe(374);
});

test('rules that count are followed from their first day, but not any number of them', async () => {
  const start = 'DTSTART:19700101T080000Z';
  const counting = 'RRULE:FREQ=DAILY;INTERVAL=100000;COUNT=2';
  const rules = times(10, () => counting);
  const plan = (count: number) =>
    times(count, (index) => event(index, `UID:${index}`, 'SUMMARY:Shift', start, MINUTE, ...rules));
  expect(await told(...plan(200))).toBe(0);
  expect(await told(...plan(260))).toBe('calendar-too-large');
  const one = event('ted', 'SUMMARY:Shift', start, MINUTE, ...rules, counting);
  expect(await told(one)).toEqual(['recurrence-invalid']);
});

test('clocks that a file tells of itself are changed by the year, and not by the day', async () => {
  const zone = (count: number, rule: string) => [
    'BEGIN:VTIMEZONE',
    'TZID:Hill time',
    ...times(count, () =>
      [
        'BEGIN:STANDARD',
        'DTSTART:20000101T000000',
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0100',
        rule,
        'END:STANDARD',
      ].join('\r\n'),
    ),
    'END:VTIMEZONE',
    event('ted', 'SUMMARY:Shift', 'DTSTART;TZID=Hill time:20260302T080000', MINUTE),
  ];
  expect(await told(...zone(300, 'RRULE:FREQ=YEARLY'))).toBe(1);
  expect(await told(...zone(300, DAILY))).toBe(1);
  expect(await told(...zone(301, DAILY))).toEqual(['time-zone-invalid']);
  expect(await told(...zone(300, 'RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE'))).toEqual([
    'time-zone-invalid',
  ]);
});

test('a file names a few hundred time zones at most', async () => {
  const plan = (count: number) =>
    times(count, (index) =>
      event(index, `DTSTART;TZID=/${index}/Europe/Zurich:20260302T080000`, 'SUMMARY:Shift', MINUTE),
    );
  expect(await told(...plan(500))).toBe(500);
  expect(await told(...plan(501))).toEqual(['time-zone-invalid']);
});
