import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  callerOf,
  type ImportRooms,
  openImportRooms,
  requestFor,
} from '../testing/import-rooms.ts';
import { processEnvironment } from '../testing/process-environment.ts';
import { importFile } from './import-file.ts';
import { takeImportLock } from './import-lock.ts';

let rooms: ImportRooms;
let database: ImportRooms['database'];

beforeAll(async () => {
  rooms = await openImportRooms();
  ({ database } = rooms);
});

afterAll(async () => {
  await rooms[Symbol.asyncDispose]();
});

describe('an import is interrupted', () => {
  // Every eleventh repeats an earlier one, so that what was met before must be known afterwards.
  const LARGE = [
    'id,name,email,phone',
    ...Array.from({ length: 9_000 }, (_, index) =>
      index % 11 === 10
        ? `C${index - (index > 4_000 ? 3_307 : 7)},Again ${index},,`
        : `C${index},Name ${index},c${index}@example.org,0791${String(100_000 + index)}`,
    ),
  ];

  async function compare(path: string, centre: string): Promise<void> {
    const request = requestFor('customers');
    const record = await importFile(database, path, { ...callerOf(centre), request });
    const whole = rooms.newCentre();
    const expected = await importFile(database, path, { ...callerOf(whole), request });
    expect(record).toMatchObject({ status: 'done', rowCount: 9_000, counts: expected.counts });
    expect(expected.counts.refused).toBeGreaterThan(800);
    expect(await rooms.contents(centre)).toEqual(await rooms.contents(whole));
    const records = database.kysely.selectFrom('import').where('centre', '=', centre);
    expect(await records.select('id').execute()).toHaveLength(1);
  }

  test('by its caller: with the same file it goes on, and ends as if nothing had been', async () => {
    const centre = rooms.newCentre();
    const path = await rooms.fileOf(LARGE);
    const stop = new AbortController();
    const onProgress = (): void => stop.abort();
    const caller = { ...callerOf(centre, onProgress), signal: stop.signal };
    const request = requestFor('customers');
    await expect(importFile(database, path, { ...caller, request })).rejects.toThrow('aborted');
    await compare(path, centre);
  }, 60_000);

  test.each([0, 30, 90])(
    'by kill -9, %i ms after a chunk: the same',
    async (killAfterMs) => {
      const centre = rooms.newCentre();
      const path = await rooms.fileOf(LARGE);
      const { map, ...options } = requestFor('customers');
      const child = spawn(
        process.execPath,
        [
          join(import.meta.dirname, '../testing/import-process.ts'),
          ...[path, centre, JSON.stringify({ ...options, map: [...map] }), String(killAfterMs)],
        ],
        { env: { ...processEnvironment, RAPPORT_DATA: rooms.dataFolder }, stdio: 'inherit' },
      );
      expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
      const { rows } = await database.pool.query<{ position: number }>(
        'select row_position as position from import where centre = $1',
        [centre],
      );
      expect(rows[0]?.position).toBeGreaterThan(0);
      expect(rows[0]?.position).toBeLessThan(9_000);
      await compare(path, centre);
    },
    60_000,
  );

  test('while one runs nobody else imports into this centre, but into another', async () => {
    const centre = rooms.newCentre();
    const lock = await takeImportLock(database, centre);
    await expect(rooms.take(centre, 'customers', ['id', 'C1'])).rejects.toMatchObject({
      code: 'import-busy',
    });
    const other = rooms.take(rooms.newCentre(), 'customers', ['id', 'C1']);
    expect(await other).toMatchObject({ status: 'done' });
    await lock[Symbol.asyncDispose]();
    expect(await rooms.take(centre, 'customers', ['id', 'C1'])).toMatchObject({ status: 'done' });
  });
});
