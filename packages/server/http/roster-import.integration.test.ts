import { SCOPES } from '@rapport/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApiKey } from '../identity/api-keys.ts';
import { type Caller, type HttpCentre, openHttpCentre } from '../testing/http-centre.ts';

let served: HttpCentre;
let administrator: Caller;
let secret: string;

beforeAll(async () => {
  served = await openHttpCentre({ environment: { RAPPORT_TIME_ZONE: 'Europe/Zurich' } });
  administrator = await served.callerWith(SCOPES);
  const db = served.centre.database.kysely;
  const centre = served.centre.name;
  ({ secret } = await createApiKey(db, { centre, name: 'test', scopes: ['imports:write'] }));
});

afterAll(async () => {
  await served[Symbol.asyncDispose]();
});

/** Waits until an import, or its undoing, has ended. */
async function ended(importId: unknown) {
  const read = async () =>
    (await administrator('GET', `/api/v1/imports/${String(importId)}`)).answer;
  await expect
    .poll(async () => (await read())['status'], { timeout: 20_000 })
    .toMatch(/^(done|failed|undone)$/);
  return await read();
}

async function upload(kind: string, rows: readonly string[], more = '') {
  const response = await fetch(`${served.address}/api/v1/imports?kind=${kind}${more}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'text/csv' },
    body: rows.join('\n'),
  });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

async function take(kind: string, rows: readonly string[], more?: string) {
  const { status, answer } = await upload(kind, rows, more);
  expect(status).toBe(201);
  return await ended(answer['importId']);
}

async function rosterOf(login: string) {
  const { agent_id: agentId } = await served.centre.database.kysely
    .selectFrom('agent_profile')
    .select('agent_id')
    .where('centre', '=', served.centre.name)
    .where('external_id', '=', login)
    .executeTakeFirstOrThrow();
  return (await administrator('GET', `/api/v1/agents/${agentId}/roster`)).answer;
}

function span(from: string, until: string) {
  return { fromAt: Date.parse(from), untilAt: Date.parse(until) };
}

const MARCH = [
  'Employee;Date;Shift 1;Shift 2;Break;Leave',
  'ted;2.3.2026;08:00-12:00;13:00-17:00;10:00-10:15;',
  'ted;3.3.2026;08:00-12:00;;;day',
  'Ann Lee;2.3.2026;22:00-06:00;;02:00-02:30;',
  'ann;2.3.2026;09:00-17:00;;;',
  'ann;3.3.2026;05:00-09:00;;;',
  'bob;2.3.2026;09:00-17:00;;;',
  'ted;4.3.2026;09:00-17:00;;18:00-18:15;',
];
const TED = {
  dutyIntervals: [
    span('2026-03-02T07:00Z', '2026-03-02T11:00Z'),
    span('2026-03-02T12:00Z', '2026-03-02T16:00Z'),
  ],
  breakIntervals: [span('2026-03-02T09:00Z', '2026-03-02T09:15Z')],
};

test('a file of rosters goes to the desk; again it changes nothing; a newer one replaces its days; and it comes back', async () => {
  await take('agents', ['Login,Name', 'ted,Ted Jones', 'ann,Ann Lee']);
  const trial = await take('rosters', MARCH, '&dryRun=true');
  expect(trial).toMatchObject({ counts: { created: 2, unchanged: 1, refused: 4 } });
  expect(await rosterOf('ted')).toMatchObject({ dutyIntervals: [] });
  const first = await take('rosters', MARCH);
  expect(first).toMatchObject({ counts: { created: 2, changed: 0, unchanged: 1, refused: 4 } });
  const path = `/api/v1/imports/${String(first['importId'])}`;
  expect((await administrator('GET', `${path}/faults`)).answer).toMatchObject({
    items: [
      { line: 5, code: 'row-repeats' },
      { line: 6, code: 'shift-overlaps' },
      { line: 7, column: 'Employee', code: 'agent-unknown', piiFound: 'bob' },
      { line: 8, column: 'Break', code: 'break-outside', piiFound: '18:00-18:15' },
    ],
  });
  expect(await rosterOf('ted')).toMatchObject(TED);
  expect(await rosterOf('ann')).toMatchObject({
    dutyIntervals: [span('2026-03-02T21:00Z', '2026-03-03T05:00Z')],
    breakIntervals: [span('2026-03-03T01:00Z', '2026-03-03T01:30Z')],
  });
  const again = await take('rosters', MARCH, '&region=CH');
  expect(again).toMatchObject({ counts: { created: 0, changed: 0, unchanged: 3, refused: 4 } });

  const newer = await take('rosters', [
    'agent,date,shifts',
    'ted,2026-03-02,09:00-15:00',
    'ted,2026-03-05,09:00-15:00',
  ]);
  expect(newer).toMatchObject({ counts: { created: 1, changed: 1 } });
  expect(await rosterOf('ted')).toMatchObject({
    dutyIntervals: [
      span('2026-03-02T08:00Z', '2026-03-02T14:00Z'),
      span('2026-03-05T08:00Z', '2026-03-05T14:00Z'),
    ],
    breakIntervals: [],
  });
  // What the newer file said of Ted's day is kept, and Ann's goes.
  await administrator('POST', `${path}/undo`);
  await ended(first['importId']);
  expect((await administrator('GET', `${path}/rows?isKept=true`)).answer).toMatchObject({
    items: [{ line: 2, undone: 'changed-since' }],
  });
  expect(await rosterOf('ann')).toMatchObject({ dutyIntervals: [], breakIntervals: [] });
  await administrator('POST', `/api/v1/imports/${String(newer['importId'])}/undo`);
  await ended(newer['importId']);
  expect(await rosterOf('ted')).toMatchObject(TED);
});

test('a time zone that there is not is refused', async () => {
  const rows = ['agent,date,shifts', 'ted,2026-03-02,09:00-15:00'];
  const refused = await upload('rosters', rows, '&timeZone=Mars');
  expect(refused).toMatchObject({ status: 400, answer: { field: 'timeZone' } });
});

/** A day in so many days, as calendars write it. */
function calendarDay(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
}

async function uploadCalendar(events: readonly (readonly string[])[], more = '') {
  const lines = events.flatMap((each) => ['BEGIN:VEVENT', ...each, 'END:VEVENT']);
  const response = await fetch(`${served.address}/api/v1/imports?kind=rosters${more}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}`, 'content-type': 'text/calendar; charset=utf-8' },
    body: ['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR', ''].join('\r\n'),
  });
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
}

test('a calendar goes to the desk as a file in CSV does, and comes back', async () => {
  await take('agents', ['Login,Name', 'cal,Cal Reed']);
  const shift = (days: number, who = 'ATTENDEE;CN=Cal Reed:urn:uuid:1') => [
    ...[who, 'SUMMARY:Shift', `DTSTART:${calendarDay(days)}T080000Z`, 'DURATION:PT8H'],
  ];
  const events = [
    shift(2),
    [...shift(4), 'RRULE:FREQ=DAILY;COUNT=2'],
    shift(3, 'ATTENDEE:mailto:nobody@example.org'),
    [...shift(8, 'ATTENDEE:mailto:nobody@example.org'), 'RRULE:FREQ=DAILY'],
  ];
  const first = await ended((await uploadCalendar(events)).answer['importId']);
  const days = 366 - 3 + 1;
  expect(first).toMatchObject({
    status: 'done',
    columns: [
      { column: 'ATTENDEE', field: 'agent' },
      { column: 'Shift', field: 'shifts' },
    ],
    counts: { created: 3, unchanged: 1, refused: days },
  });
  const path = `/api/v1/imports/${String(first['importId'])}`;
  // Said once of an event, and not of each of its days.
  expect((await administrator('GET', `${path}/faults`)).answer).toMatchObject({
    items: [
      { line: 15, column: 'ATTENDEE', code: 'agent-unknown', piiFound: 'nobody@example.org' },
      { line: 21, column: 'ATTENDEE', code: 'agent-unknown' },
    ],
  });
  const planned = (await rosterOf('cal'))['dutyIntervals'] as readonly { fromAt: number }[];
  expect(planned).toHaveLength(3);
  expect(new Date(planned[0]?.fromAt ?? 0).toISOString().slice(11, 16)).toBe('08:00');
  const again = await ended((await uploadCalendar(events, '&region=CH')).answer['importId']);
  expect(again).toMatchObject({ counts: { created: 0, changed: 0, unchanged: 4 } });
  await administrator('POST', `${path}/undo`);
  expect(await ended(first['importId'])).toMatchObject({ status: 'undone' });
  expect(await rosterOf('cal')).toMatchObject({ dutyIntervals: [] });
});

test('a calendar of one agent says whose it is in the call, and its words what is a shift', async () => {
  await take('agents', ['Login,Name', 'dee,Dee Lane']);
  const event = ['SUMMARY:Front desk', `DTSTART:${calendarDay(2)}T080000Z`, 'DURATION:PT8H'];
  const refused = await uploadCalendar([event], '&agent=dee');
  expect(refused).toMatchObject({ status: 400, answer: { type: 'field-missing', field: 'map' } });
  const map = encodeURIComponent('Front desk=shifts');
  const taken = await uploadCalendar([event], `&agent=dee&map=${map}`);
  expect(await ended(taken.answer['importId'])).toMatchObject({ counts: { created: 1 } });
  const nobody = await uploadCalendar([event], `&map=${map}`);
  const { importId } = await ended(nobody.answer['importId']);
  const faults = await administrator('GET', `/api/v1/imports/${String(importId)}/faults`);
  expect(faults.answer).toMatchObject({ items: [{ line: 2, code: 'agent-missing' }] });
});
