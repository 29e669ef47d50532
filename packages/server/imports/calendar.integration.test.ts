import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ImportRooms, openImportRooms, requestFor } from '../testing/import-rooms.ts';
import { beginImport, requestOf } from './begin-import.ts';
import { inspectFile } from './inspect-file.ts';

let rooms: ImportRooms;

beforeAll(async () => {
  rooms = await openImportRooms();
});

afterAll(async () => {
  await rooms[Symbol.asyncDispose]();
});

const DAILY = [
  ...['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'SUMMARY:Shift', 'DTSTART:20200101T080000Z'],
  ...['DURATION:PT4H', 'RRULE:FREQ=DAILY', 'END:VEVENT', 'END:VCALENDAR'],
];

test('a calendar without an end goes on with the days that it had when it was begun', async () => {
  const centre = rooms.newCentre();
  const db = rooms.database.kysely;
  const file = await inspectFile(await rooms.fileOf(DAILY));
  const request = { ...requestFor('rosters'), agent: 'ted', timeZone: 'UTC' };
  const begin = () => beginImport(db, { centre, actor: 'ada' }, { file, request });
  const days = async () => {
    const { importId, source } = await begin();
    const found: string[] = [];
    for await (const { line, planned } of source.rows()) found.push(`${line} ${planned?.date}`);
    return { importId, count: found.length, first: found[0] };
  };
  const { importId, count, first } = await days();
  expect(count).toBe(7 + 1 + 366);
  const startedAt = new Date('2026-03-09T10:00Z');
  await db
    .updateTable('import')
    .set({ started_at: startedAt })
    .where('centre', '=', centre)
    .execute();
  const again = await days();
  expect(again).toEqual({ importId, count, first: '1 2026-03-02' });
  expect(first).not.toBe(again.first);
  const { options } = await db
    .selectFrom('import')
    .select('options')
    .where('centre', '=', centre)
    .executeTakeFirstOrThrow();
  expect(requestOf(options).agent).toBe('ted');
});

test('a calendar is of rosters alone, and whose it is no question of a file in CSV', async () => {
  const centre = rooms.newCentre();
  await expect(rooms.take(centre, 'customers', DAILY)).rejects.toMatchObject({
    code: 'file-not-csv',
  });
  const rows = ['agent,date,shifts', 'ted,2026-03-02,08:00-12:00'];
  await expect(rooms.take(centre, 'rosters', rows, { agent: 'ted' })).rejects.toMatchObject({
    code: 'agent-in-column',
    field: 'agent',
  });
});

test('a zero among the letters of UTF-16 is no text either', async () => {
  const content = Buffer.from('\uFEFFid,name\nC1,A\0nn\n', 'utf16le');
  await expect(rooms.take(rooms.newCentre(), 'customers', content)).rejects.toMatchObject({
    code: 'file-not-text',
  });
  // Half of a letter is read as the sign for what is unreadable.
  const half = Buffer.concat([
    Buffer.from('\uFEFFid,name\nC1,A', 'utf16le'),
    Buffer.from([0x00, 0xd8]),
    Buffer.from('nn\n', 'utf16le'),
  ]);
  expect(await rooms.take(rooms.newCentre(), 'customers', half)).toMatchObject({
    status: 'done',
    counts: { created: 1 },
  });
});
