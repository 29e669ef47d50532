import { createServer } from 'node:net';
import { join } from 'node:path';
import { rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../database/open-database.ts';
import { takeServerLock } from '../database/server-lock.ts';
import { externalTestDatabase, temporaryFolder } from '../testing/index.ts';
import { urlOfDatabase } from '../testing/test-database.ts';
import type { Check } from './check.ts';
import { checkClock, checkDurability, checkMigrations } from './database-checks.ts';
import { examine } from './doctor.ts';
import { checkNode } from './machine-checks.ts';

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const look = (environment: Readonly<Record<string, string>>) =>
  examine({
    environment: { RAPPORT_DATA: folder, RAPPORT_PORT: '0', ...environment },
    pendingMigrations: () => Promise.resolve([]),
  });
const namesOf = (checks: readonly Check[]) => checks.map(({ name }) => name);
const named = (checks: readonly Check[], name: string) =>
  checks.find((check) => check.name === name);

describe('rapport doctor', () => {
  test('finds nothing wrong before the first start, and makes nothing', async () => {
    const dataFolder = join(folder, 'not', 'yet');
    const checks = await look({ RAPPORT_DATA: dataFolder });
    expect(checks.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(named(checks, 'database')?.found).toBe('embedded; the first start makes it');
    await expect(rm(dataFolder)).rejects.toThrow('ENOENT');
  });

  test('looks at everything in a centre that has an embedded database', async () => {
    const dataFolder = join(folder, 'embedded');
    await (await openDatabase({ dataFolder, databaseUrl: undefined })).close();
    const checks = await look({ RAPPORT_DATA: dataFolder });
    expect(checks.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(namesOf(checks)).toEqual([
      ...['node', 'settings', 'data-folder', 'disk-space', 'embedded-postgresql', 'socket'],
      ...['database', 'durability', 'migrations', 'clock', 'port'],
    ]);
  });

  test('leaves the embedded server out where DATABASE_URL names another', async () => {
    await using database = await externalTestDatabase();
    const checks = await look({ DATABASE_URL: urlOfDatabase(database) });
    expect(checks.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(namesOf(checks)).not.toContain('embedded-postgresql');
    expect(named(checks, 'database')?.found).toMatch(/^external, PostgreSQL 1\d/);
  });

  test('says that a database does not answer, and goes on with what can be looked at', async () => {
    const checks = await look({ DATABASE_URL: 'postgresql://u:secret@127.0.0.1:1/x' });
    expect(named(checks, 'database')).toEqual({
      name: 'database',
      state: 'failed',
      found: 'the database does not answer: connect ECONNREFUSED 127.0.0.1:1',
    });
    expect(named(checks, 'port')?.state).toBe('ok');
    expect(JSON.stringify(checks)).not.toContain('secret');
  });

  test('stops at a setting that is wrong, and warns of one that does not exist', async () => {
    const wrong = await look({ RAPPORT_PORT: 'many' });
    expect(wrong.at(-1)).toMatchObject({ name: 'settings', state: 'failed' });
    expect(wrong.at(-1)?.found).toMatch(/^RAPPORT_PORT is "many"; expected/);
    const unknown = await look({ RAPPORT_PROT: '1', RAPPORT_DATA: join(folder, 'none') });
    expect(named(unknown, 'settings')).toEqual({
      name: 'settings',
      state: 'warning',
      found: 'RAPPORT_PROT: no such setting',
      mend: 'unset RAPPORT_PROT',
    });
  });

  test('says that the data folder cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');
    const checks = await look({ RAPPORT_DATA: join(folder, 'file', 'data') });
    expect(named(checks, 'data-folder')).toEqual({
      name: 'data-folder',
      state: 'failed',
      found: `${join(folder, 'file')} is not a folder`,
    });
  });

  test('tells a port that a stranger holds from one that the centre holds', async () => {
    await using database = await externalTestDatabase();
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const environment = { RAPPORT_PORT: `${port}`, DATABASE_URL: urlOfDatabase(database) };
    try {
      expect(named(await look(environment), 'port')).toEqual({
        name: 'port',
        state: 'failed',
        found: `127.0.0.1:${port} is in use by another program`,
        mend: `RAPPORT_PORT=${port + 1} npx rapport start`,
      });
      await using lock = await takeServerLock(database, 'main');
      expect(lock.lost).toBeInstanceOf(Promise);
      const held = named(await look(environment), 'port');
      expect(held?.state).toBe('ok');
      expect(held?.found).toContain(`served by process ${process.pid} on`);
    } finally {
      server.close();
    }
  });
});

describe('the checks of a database', () => {
  test('see that durability is off', async () => {
    await using database = await externalTestDatabase();
    const { rows } = await database.pool.query<{ name: string }>(
      'select current_database() as name',
    );
    await database.pool.query(`alter database ${rows[0]?.name ?? ''} set synchronous_commit = off`);
    await using again = await openDatabase({
      dataFolder: folder,
      databaseUrl: urlOfDatabase(database),
    });
    const found = await checkDurability(again);
    expect(found.state).toBe('failed');
    expect(found.found).toBe('synchronous_commit off: a power cut may lose what was acknowledged');
    expect(found.mend).toContain('alter system set synchronous_commit = on');
  });

  test('see a clock that is behind the journal', async () => {
    await using database = await externalTestDatabase();
    const now = 1_800_000_000_000;
    const clock = async () => (await checkClock(database, 'main', now)).state;
    expect(await clock()).toBe('ok');
    await database.pool.query('create table journal (centre text, seq bigint, at bigint)');
    expect(await clock()).toBe('ok');
    for (const [seq, aheadMs, state] of [
      [1, 0, 'ok'],
      [2, 5_000, 'warning'],
      [3, 3_600_000, 'failed'],
    ] as const) {
      await database.pool.query(`insert into journal values ('main', $1, $2)`, [
        seq,
        now + aheadMs,
      ]);
      expect(await clock()).toBe(state);
    }
  });

  test('see migrations that are pending', async () => {
    const pending = await checkMigrations(() => Promise.resolve(['0002-b', '0003-c']));
    expect(pending).toMatchObject({ state: 'warning', mend: 'npx rapport start' });
    expect(pending.found).toBe('0002-b, 0003-c not applied; the next start applies them');
  });
});

test('a Node that is too old is named', async () => {
  expect(await checkNode('20.20.2')).toEqual({
    name: 'node',
    state: 'failed',
    found: '20.20.2, and 24 or newer is needed',
    mend: 'npm install',
  });
});
