import { mkdir, readdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ImportRooms, openImportRooms, requestFor } from '../testing/import-rooms.ts';
import { beginImport } from './begin-import.ts';
import { readFaults } from './import-details.ts';
import { readImport } from './import-record.ts';
import { inspectFile } from './inspect-file.ts';
import { openImports } from './open-imports.ts';

let rooms: ImportRooms;
let database: ImportRooms['database'];

beforeAll(async () => {
  rooms = await openImportRooms();
  ({ database } = rooms);
});

afterAll(async () => {
  await rooms[Symbol.asyncDispose]();
});

const serve = (centre: string) =>
  openImports({
    database,
    centre,
    folder: folderOf(centre),
    onOwed: () => undefined,
    notice: (message) => expect.unreachable(message),
  });
const folderOf = (centre: string): string => join(rooms.dataFolder, `imports of ${centre}`);

describe('a file that is uploaded', () => {
  test('is refused past 200 MB, no sooner, and leaves nothing behind', async () => {
    const centre = rooms.newCentre();
    await using imports = await serve(centre);
    const block = Buffer.alloc(1_000_000, 'x');
    let sentCount = 0;
    const body = async function* (): AsyncGenerator<Buffer> {
      for (; sentCount < 1_000; sentCount += 1) {
        yield block;
        await Promise.resolve();
      }
    };
    const asked = { importId: 'import_1', actor: 'tester', request: requestFor('customers') };
    const before = process.memoryUsage();
    await expect(imports.start(asked, body())).rejects.toMatchObject({
      code: 'file-too-large',
      field: 'file',
      expected: 'at most 200,000,000 bytes',
    });
    const { arrayBuffers, heapUsed } = process.memoryUsage();
    expect(arrayBuffers + heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(60e6);
    expect(sentCount).toBe(200);
    expect(await readdir(folderOf(centre))).toEqual([]);
    expect(await readImport(database.kysely, centre, 'import_1')).toBeUndefined();
    // The next one need not wait for it.
    const next = [Buffer.from('id,name\nC1,Ann')];
    expect(await imports.start(asked, toStream(next))).toMatchObject({ importId: 'import_1' });
  });

  test('and is not what it was when its import goes on: that one has failed, the others go on', async () => {
    const centre = rooms.newCentre();
    await mkdir(folderOf(centre));
    for (const importId of ['import_cut', 'import_emptied', 'import_whole']) {
      const path = join(folderOf(centre), `${importId}.csv`);
      await writeFile(path, `id,name\n${importId},Ann\n`);
      const file = await inspectFile(path);
      const request = requestFor('customers');
      await beginImport(database.kysely, { centre, actor: 'tester', importId }, { file, request });
    }
    await truncate(join(folderOf(centre), 'import_cut.csv'), 10);
    await truncate(join(folderOf(centre), 'import_emptied.csv'), 0);
    await using imports = await serve(centre);
    expect(imports).toBeDefined();
    const statusOf = async (importId: string) =>
      (await readImport(database.kysely, centre, importId))?.status;
    await expect.poll(() => statusOf('import_whole')).toBe('done');
    for (const importId of ['import_cut', 'import_emptied']) {
      expect(await statusOf(importId)).toBe('failed');
      const faults = await readFaults(database.kysely, centre, { importId, limit: 9 });
      expect(faults).toMatchObject([{ code: 'file-spoilt' }]);
    }
    await expect.poll(() => readdir(folderOf(centre))).toEqual([]);
  });
});

async function* toStream(blocks: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* blocks;
  await Promise.resolve();
}
