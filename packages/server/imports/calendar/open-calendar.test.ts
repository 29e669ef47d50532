import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectFile } from '../inspect-file.ts';
import { parseMap } from '../parse-map.ts';
import { openCalendar } from './open-calendar.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-calendar-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function open(content: string | Buffer, { map = '', agent = '' } = {}) {
  const path = join(folder, 'calendar.ics');
  await writeFile(path, content);
  return await openCalendar(await inspectFile(path), {
    map: parseMap(map),
    agent: agent === '' ? undefined : agent,
    timeZone: 'Europe/Zurich',
    begunAt: Date.parse('2026-03-02T12:00Z'),
  });
}

function calendarOf(...lines: readonly string[]): string {
  return ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

/** An event of Ted's, with what is said of it. */
function event(...lines: readonly string[]): string {
  const who = lines.some((line) => /^(ATTENDEE|ORGANIZER)/.test(line))
    ? []
    : ['ATTENDEE:mailto:ted@example.org'];
  return ['BEGIN:VEVENT', ...who, ...lines, 'END:VEVENT'].join('\r\n');
}

const span = (from: string, until: string, zone = ';TZID=Europe/Zurich') =>
  `DTSTART${zone}:${from}\r\nDTEND${zone}:${until}`;

/** Each row as `agent date shifts breaks`, in UTC; and faults as `line column code`. */
async function told(content: string | Buffer, options?: Parameters<typeof open>[1]) {
  const days: string[] = [];
  const faults: string[] = [];
  const texts = (intervals: readonly { fromAt: number; untilAt: number }[]) =>
    intervals
      .map(({ fromAt, untilAt }) =>
        [fromAt, untilAt].map((at) => new Date(at).toISOString().slice(8, 16)).join('/'),
      )
      .join('+');
  for await (const { cells, planned, fault, fileLine } of (await open(content, options)).rows()) {
    if (fault !== undefined) faults.push(`${fileLine} ${fault.cell?.column ?? '-'} ${fault.code}`);
    else if (planned !== undefined) {
      const { dutyIntervals, breakIntervals } = planned.roster;
      const agent = cells.get('agent')?.[0]?.text ?? '';
      const parts = [agent, planned.date, texts(dutyIntervals), texts(breakIntervals)];
      days.push(parts.join(' ').trim());
    }
  }
  return { days, faults };
}

async function daysOf(...lines: readonly string[]): Promise<readonly string[]> {
  const { days, faults } = await told(calendarOf(...lines));
  expect(faults).toEqual([]);
  return days.map((each) => each.replace('ted@example.org 2026-', ''));
}

describe('the days of a calendar', () => {
  test('have its shifts, breaks and leave', async () => {
    expect(
      await daysOf(
        event('SUMMARY:Early shift', span('20260302T080000', '20260302T170000')),
        event('CATEGORIES:Lunch', span('20260302T120000', '20260302T123000')),
        event('SUMMARY:Training', span('20260302T150000', '20260302T160000')),
        event('SUMMARY:Nachtdienst', span('20260303T220000', '20260304T060000')),
        event('SUMMARY:Ted: Urlaub', 'DTSTART;VALUE=DATE:20260305', 'DTEND;VALUE=DATE:20260307'),
      ),
    ).toEqual([
      '03-02 02T07:00/02T14:00+02T15:00/02T16:00 02T11:00/02T11:30',
      '03-03 03T21:00/04T05:00',
      '03-05',
      '03-06',
    ]);
  });

  test('between shifts are free, where every event was understood', async () => {
    const shifts = [
      event('SUMMARY:Shift', span('20260302T080000', '20260302T100000')),
      event('SUMMARY:Shift', span('20260304T080000', '20260304T100000')),
    ];
    expect(await daysOf(...shifts)).toEqual([
      '03-02 02T07:00/02T09:00',
      '03-03',
      '03-04 04T07:00/04T09:00',
    ]);
    const bad = event('SUMMARY:Shift', 'DTSTART:20260303T080000');
    const { days, faults } = await told(calendarOf(...shifts, bad));
    expect(faults).toEqual(['14 - end-missing']);
    expect(days).toHaveLength(2);
  });

  test('recur by the clocks of their place, but for what is left out, moved or cancelled', async () => {
    expect(
      await daysOf(
        event(
          ...['UID:1', 'SUMMARY:Shift', span('20260326T080000', '20260326T100000')],
          ...[
            'RRULE:FREQ=DAILY;UNTIL=20260331T060000Z',
            'EXDATE;TZID=Europe/Zurich:20260327T080000',
          ],
        ),
        event(
          ...['UID:1', 'SUMMARY:Shift', 'RECURRENCE-ID:20260328T070000Z'],
          span('20260328T120000', '20260328T130000'),
        ),
        event(
          ...['UID:1', 'SUMMARY:Shift', 'STATUS:CANCELLED'],
          ...['RECURRENCE-ID;TZID=Europe/Zurich:20260330T080000'],
          span('20260330T080000', '20260330T100000'),
        ),
      ),
    ).toEqual([
      '03-26 26T07:00/26T09:00',
      '03-27',
      '03-28 28T11:00/28T12:00',
      '03-29 29T06:00/29T08:00',
      '03-30',
      '03-31 31T06:00/31T08:00',
    ]);
  });

  test('go from a week before the import to a year after it, however long a rule goes on', async () => {
    const { days } = await told(
      calendarOf(
        event(...['SUMMARY:Shift', span('20200101T080000', '20200101T100000'), 'RRULE:FREQ=DAILY']),
      ),
    );
    expect([days.length, days[0]?.slice(16, 26), days.at(-1)?.slice(16, 26)]).toEqual([
      374,
      '2026-02-23',
      '2027-03-03',
    ]);
  });

  test('take the same event of a later version', async () => {
    expect(
      await daysOf(
        event('UID:1', 'SEQUENCE:2', 'SUMMARY:Shift', span('20260302T090000', '20260302T100000')),
        event('UID:1', 'SEQUENCE:1', 'SUMMARY:Shift', span('20260302T080000', '20260302T100000')),
      ),
    ).toEqual(['03-02 02T08:00/02T09:00']);
  });
});

describe('times', () => {
  test.each([
    ['of Windows', ';TZID=W. Europe Standard Time', []],
    ['of the IANA behind another name', ';TZID=/mozilla.org/20050126_1/Europe/Berlin', []],
    ['in quotes', ';TZID="Europe/Zurich"', []],
    ['without a zone by those of the centre', '', []],
    [
      'by the changes in the file',
      ';TZID=Our Time',
      [
        ...['BEGIN:VTIMEZONE', 'TZID:Our Time'],
        ...['BEGIN:STANDARD', 'DTSTART:16011028T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100'],
        ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD'],
        ...['BEGIN:DAYLIGHT', 'DTSTART:16010325T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
        ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
      ],
    ],
  ])('are read by a time zone %s', async (_, zone, lines) => {
    const shift = (date: string) =>
      event('SUMMARY:Shift', span(`${date}T080000`, `${date}T100000`, zone));
    expect(await daysOf(...lines, shift('20260328'), shift('20260329'))).toEqual([
      '03-28 28T07:00/28T09:00',
      '03-29 29T06:00/29T08:00',
    ]);
  });

  test('in UTC, with a duration, over the hour that comes twice', async () => {
    expect(
      await daysOf(
        event('SUMMARY:Shift', 'DTSTART:20261025T003000Z', 'DURATION:PT1H'),
        event('SUMMARY:Shift', 'DTSTART:20261025T013000Z', 'DURATION:PT1H'),
      ),
    ).toEqual(['10-25 25T00:30/25T01:30+25T01:30/25T02:30']);
  });
});

describe('whose an event is', () => {
  test('those say who attend it, else who organises it, else the call', async () => {
    const shift = span('20260302T080000', '20260302T100000');
    const content = calendarOf(
      event(
        ...['SUMMARY:Shift', shift, 'ORGANIZER:mailto:planner@example.org'],
        ...['ATTENDEE;CN="Lee, Ann";PARTSTAT=ACCEPTED:MAILTO:Ann%2Blee@Example.org'],
        ...['ATTENDEE;CN=Bob:urn:uuid:7', 'ATTENDEE;PARTSTAT=DECLINED:mailto:no@example.org'],
        'ATTENDEE;CUTYPE=ROOM:mailto:room@example.org',
      ),
      event('SUMMARY:Shift', shift, 'ORGANIZER:mailto:una@example.org'),
    );
    const agents = async (agent = '') =>
      (await told(content, { agent })).days.map((each) => each.split(' ')[0]);
    expect(await agents()).toEqual(['ann+lee@example.org', 'Bob', 'una@example.org']);
    const nobody = calendarOf('BEGIN:VEVENT', 'SUMMARY:Shift', shift, 'END:VEVENT');
    expect((await told(nobody)).faults).toEqual(['2 - agent-missing']);
    expect((await told(nobody, { agent: 'ted' })).days).toHaveLength(1);
  });
});

describe('what an event is', () => {
  const content = calendarOf(
    event('SUMMARY:Dienst 2', span('20260302T080000', '20260302T100000')),
    event('SUMMARY:Dentist', 'CATEGORIES:Private', span('20260302T110000', '20260302T120000')),
    event('SUMMARY:Front desk', span('20260303T080000', '20260303T100000')),
  );

  test('its words say, and what they do not know is left alone and, but for summaries, named', async () => {
    expect((await open(content)).columns).toEqual([
      { column: 'ATTENDEE', field: 'agent' },
      { column: 'Dienst 2', field: 'shifts' },
      { column: 'Private', field: undefined },
    ]);
    expect((await told(content)).days).toHaveLength(1);
  });

  test('can be said', async () => {
    expect((await told(content, { map: 'Front desk=shifts' })).days).toHaveLength(2);
    expect((await told(content, { map: 'Private=leave,*=shifts' })).days).toHaveLength(2);
    await expect(open(content, { map: 'Front=shifts' })).rejects.toMatchObject({
      code: 'column-unknown',
    });
    await expect(open(content, { map: 'Private=agent' })).rejects.toMatchObject({
      code: 'field-unknown',
    });
  });
});

describe('the letters of a calendar', () => {
  const shift = `SUMMARY:Frühdienst\r\n${span('20260302T080000', '20260302T100000')}`;

  test('are read though lines are folded within them', async () => {
    const bytes = Buffer.from(calendarOf(event(shift)));
    const at = bytes.indexOf(0xc3) + 1;
    const folded = Buffer.concat([bytes.subarray(0, at), Buffer.from('\r\n '), bytes.subarray(at)]);
    expect((await told(folded)).days).toHaveLength(1);
  });

  test('may be in Latin 1 and UTF-16, and have a mark before them', async () => {
    const text = calendarOf(event(shift));
    expect((await told(`\uFEFF${text}`)).days).toHaveLength(1);
    expect((await told(Buffer.from(text, 'latin1'))).days).toHaveLength(1);
    expect((await told(Buffer.from(`\uFEFF${text}`, 'utf16le'))).days).toHaveLength(1);
  });
});

describe('what is wrong is said with its line', () => {
  test.each([
    ['DTSTART:20260230T080000', '4 DTSTART date-invalid'],
    ['DTSTART;TZID=Mars/Olympus:20260302T080000\r\nDURATION:PT1H', '4 DTSTART time-zone-invalid'],
    [span('20260302T100000', '20260302T080000'), '5 DTEND end-invalid'],
    ['DTSTART:20260302T080000\r\nDURATION:8 hours', '5 DURATION duration-invalid'],
    [
      `${span('20260302T080000', '20260302T100000')}\r\nRRULE:FREQ=SECONDLY`,
      '6 RRULE recurrence-invalid',
    ],
    ['DTSTART;VALUE=DATE:20260302', '4 DTSTART time-missing'],
    ['DTSTAMP:20260302T080000Z', '2 - start-missing'],
    [
      `${span('20260302T080000', '20260302T100000')}\r\n${'EXDATE:20260302,20260303\r\n'.repeat(2_600)}UID:1`,
      '6 EXDATE recurrence-invalid',
    ],
    [span('20260302T080000', '20260304T080000'), '2 - shift-too-long'],
  ])('%s', async (lines, fault) => {
    const content = calendarOf(
      [
        'BEGIN:VEVENT',
        'SUMMARY:Shift',
        lines,
        'ATTENDEE:mailto:ted@example.org',
        'END:VEVENT',
      ].join('\r\n'),
    );
    expect((await told(content)).faults).toEqual([fault]);
  });

  test('of shifts that meet, breaks outside them, and leave by hours without them', async () => {
    const shift = event('SUMMARY:Shift', span('20260302T080000', '20260302T100000'));
    const other = event('SUMMARY:Shift', span('20260302T090000', '20260302T110000'));
    const lunch = event('SUMMARY:Lunch', span('20260302T120000', '20260302T123000'));
    const leave = event('SUMMARY:Leave', span('20260302T080000', '20260302T100000'));
    expect((await told(calendarOf(shift, other))).faults).toEqual(['8 - shift-overlaps']);
    expect((await told(calendarOf(shift, lunch))).faults).toEqual(['8 - break-outside']);
    expect((await told(calendarOf(leave))).faults).toEqual(['2 - shift-missing']);
  });

  test('of files that are no calendar of a roster', async () => {
    const refused = async (content: string) =>
      await open(content).catch((error: unknown) => (error as { code: string }).code);
    expect(await refused('BEGIN:VCALENDAR\nBEGIN:VEVENT\nEND:VTODO')).toBe('calendar-invalid');
    expect(await refused('BEGIN:VCALENDAR\nBEGIN:VEVENT\n')).toBe('calendar-invalid');
    expect(await refused('BEGIN:VCARD\nEND:VCARD')).toBe('calendar-invalid');
    expect(await refused(calendarOf('BEGIN:VTODO', 'END:VTODO'))).toBe('file-empty');
    const meeting = event('SUMMARY:Meeting', span('20260302T080000', '20260302T100000'));
    expect(await refused(calendarOf(meeting))).toBe('field-missing');
  });
});
