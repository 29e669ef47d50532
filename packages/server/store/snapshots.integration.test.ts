import { createDesk, snapshotDesk } from '@rapport/core';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { type DeskAt, foldHistory } from '../host/fold-history.ts';
import { CENTRE_DATABASES } from '../testing/centre-database.ts';
import { centreHistory, writeHistory } from '../testing/centre-history.ts';
import { recoverDesk } from './recover-desk.ts';
import { loadSnapshot, storeSnapshot } from './snapshots.ts';
import { sqlJournal } from './sql-journal.ts';
import { startSnapshots } from './start-snapshots.ts';
import type { Tables } from './tables.ts';

const HISTORY = centreHistory(11, 300);

let database: Database<Tables>;
let db: Kysely<Tables>;

beforeAll(async () => {
  const [embedded] = CENTRE_DATABASES;
  if (embedded === undefined) throw new Error('there is no database to test on');
  database = await embedded.open();
  db = database.kysely;
});

afterAll(async () => {
  await database.close();
});

const journalOf = (centre: string) => sqlJournal(database.pool, centre);
const recordsOf = ({ desk }: DeskAt) => [...snapshotDesk(desk)];

/** Writes a history and returns the desk that it folds to. */
async function begin(centre: string, rowCount = HISTORY.length): Promise<DeskAt> {
  await writeHistory(db, centre, HISTORY.slice(0, rowCount));
  return await foldHistory(journalOf(centre), { desk: createDesk(), seq: 0 });
}

test('a stored desk is loaded as it was', async () => {
  const whole = await begin('stored');
  await storeSnapshot(db, 'stored', whole);
  const loaded = await loadSnapshot(db, 'stored');
  expect(loaded?.seq).toBe(whole.seq);
  expect(loaded && recordsOf(loaded)).toEqual(recordsOf(whole));
});

test('a desk recovered from a snapshot and the rest is that of the whole history', async () => {
  const centre = 'recovered';
  const half = await begin(centre, 200);
  await storeSnapshot(db, centre, half);
  await writeHistory(db, centre, HISTORY.slice(200));
  const whole = await foldHistory(journalOf(centre), { desk: createDesk(), seq: 0 });
  const recovered = await recoverDesk({ db, journal: journalOf(centre), centre });
  expect(recovered.seq).toBe(HISTORY.length);
  expect(recordsOf(recovered)).toEqual(recordsOf(whole));
});

test('a snapshot of another format, or without all its parts, is passed over', async () => {
  const centre = 'unreadable';
  const whole = await begin(centre);
  await storeSnapshot(db, centre, whole);
  const ofCentre = db.updateTable('snapshot').where('centre', '=', centre);
  await ofCentre.set({ part_count: 99 }).execute();
  expect(await loadSnapshot(db, centre)).toBeUndefined();
  await ofCentre.set({ part_count: 1, format: 99 }).execute();
  expect(await loadSnapshot(db, centre)).toBeUndefined();
  const recovered = await recoverDesk({ db, journal: journalOf(centre), centre });
  expect(recordsOf(recovered)).toEqual(recordsOf(whole));
});

test('a spoilt snapshot is passed over for the one before it', async () => {
  const centre = 'spoilt';
  await storeSnapshot(db, centre, await begin(centre, 100));
  await writeHistory(db, centre, HISTORY.slice(100));
  const whole = await foldHistory(journalOf(centre), { desk: createDesk(), seq: 0 });
  await storeSnapshot(db, centre, whole);
  const newest = db.updateTable('snapshot_part').where('centre', '=', centre);
  await newest.where('seq', '=', whole.seq).set({ records: '[{"kind":"work"' }).execute();
  expect((await loadSnapshot(db, centre))?.seq).toBe(100);
  const recovered = await recoverDesk({ db, journal: journalOf(centre), centre });
  expect(recordsOf(recovered)).toEqual(recordsOf(whole));
});

test('a snapshot that is ahead of the journal is passed over', async () => {
  const centre = 'ahead';
  const { desk } = await begin(centre, 100);
  await storeSnapshot(db, centre, { desk, seq: 101 });
  expect(await loadSnapshot(db, centre)).toBeUndefined();
});

test('the last two are kept', async () => {
  const centre = 'kept';
  const { desk } = await begin(centre);
  for (const seq of [10, 20, 30]) await storeSnapshot(db, centre, { desk, seq });
  const kept = await db
    .selectFrom('snapshot')
    .select('seq')
    .where('centre', '=', centre)
    .orderBy('seq')
    .execute();
  expect(kept).toEqual([{ seq: 20 }, { seq: 30 }]);
  const parts = db.selectFrom('snapshot_part').where('centre', '=', centre);
  expect(await parts.select('seq').distinct().orderBy('seq').execute()).toEqual(kept);
});

test('the worker stores snapshots by itself, and a last one when it is stopped', async () => {
  const centre = 'worker';
  await begin(centre, 200);
  const notices: string[] = [];
  const stop = startSnapshots({
    connection: database.connection,
    centre,
    everyRows: 50,
    pollMs: 20,
    notice: (message) => notices.push(message),
  });
  await writeHistory(db, centre, HISTORY.slice(200, 260));
  await expect
    .poll(async () => (await loadSnapshot(db, centre))?.seq, { timeout: 20_000 })
    .toBe(260);
  await writeHistory(db, centre, HISTORY.slice(260, 270));
  await stop();
  expect((await loadSnapshot(db, centre))?.seq).toBe(270);
  expect(notices).toEqual([]);
});

test('for a brief task it stores none at the end, only where much has come', async () => {
  const centre = 'brief';
  await begin(centre, 200);
  const start = (everyRows: number) =>
    startSnapshots({
      connection: database.connection,
      ...{ centre, everyRows, isBrief: true, pollMs: 20, notice: expect.unreachable },
    });
  await start(201)();
  expect(await loadSnapshot(db, centre)).toBeUndefined();
  const stop = start(200);
  await expect
    .poll(async () => (await loadSnapshot(db, centre))?.seq, { timeout: 20_000 })
    .toBe(200);
  await writeHistory(db, centre, HISTORY.slice(200, 390));
  await stop();
  expect((await loadSnapshot(db, centre))?.seq).toBe(200);
});
