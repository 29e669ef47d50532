import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate, openDatabase, type Tables } from '@rapport/server';
import { temporaryFolder } from '@rapport/server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';
import { backupCommand } from './backup.ts';
import { doctorCommand } from './doctor.ts';
import { restoreCommand } from './restore.ts';

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What a call of `rapport` prints, and how it ends. */
async function rapport(
  dataFolder: string,
  argv: readonly string[],
  { isTerminal = false } = {},
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = '';
  let err = '';
  const code = await runCli(
    argv,
    {
      environment: { RAPPORT_DATA: join(folder, dataFolder), RAPPORT_PORT: '0' },
      out: (text) => (out += text),
      err: (text) => (err += text),
      isTerminal,
      stop: new AbortController().signal,
    },
    { version: '0.0.0', commands: [backupCommand, doctorCommand, restoreCommand] },
  );
  return { code, out, err };
}

test('what is backed up in one place is restored in another', async () => {
  const file = join(folder, 'a.backup');
  const settings = { dataFolder: join(folder, 'one'), databaseUrl: undefined };
  const source = await openDatabase<Tables>(settings);
  await migrate(source.kysely);
  await source.pool.query(`insert into lease (centre, epoch, holder) values ('main', 7, 'me')`);
  await source.close();

  const made = await rapport('one', ['backup', file]);
  expect(made).toMatchObject({ code: 0, err: '' });
  expect(made.out).toMatch(/a\.backup: 1 rows of \d+ tables, \d+ bytes\.\n$/);
  const again = await rapport('one', ['backup', file]);
  expect(again).toEqual({
    code: 1,
    out: '',
    err: `rapport: ${file} exists; add --force to replace it\n`,
  });

  const restored = await rapport('two', ['restore', file, '--json'], { isTerminal: true });
  expect(restored.code).toBe(0);
  expect(JSON.parse(restored.out)).toMatchObject({ rowCount: 1, rapportVersion: '0.1.0' });
  expect(restored.err).toMatch(/table 1 of \d+: .*\r\x1b\[K$/s);
  const twice = await rapport('two', ['restore', file]);
  expect(twice.code).toBe(1);
  expect(twice.err).toMatch(/^rapport: the database is not empty \(its table "lease" has rows\);/);

  const examined = await rapport('two', ['doctor']);
  expect(examined).toMatchObject({ code: 0, err: '' });
  expect(examined.out).toMatch(/^ok {7}migrations {11}up to date$/m);
});

test('a backup of a folder that holds no database is an error, and makes none', async () => {
  const { code, err } = await rapport('mistyped', ['backup', join(folder, 'b.backup')]);
  expect(code).toBe(1);
  expect(err).toMatch(
    /^rapport: there is no database in .*mistyped; RAPPORT_DATA names the folder/,
  );
  await expect(rm(join(folder, 'mistyped'))).rejects.toThrow('ENOENT');
});

test('doctor fails in words for people and for scripts', async () => {
  const environment = { environment: { RAPPORT_PORT: 'many' } };
  let out = '';
  const world = {
    ...environment,
    out: (text: string) => (out += text),
    err: () => undefined,
    isTerminal: false,
    stop: new AbortController().signal,
  };
  const program = { version: '0.0.0', commands: [doctorCommand] };
  expect(await runCli(['doctor'], world, program)).toBe(1);
  expect(out).toMatch(/^failed {3}settings {13}RAPPORT_PORT is "many"; expected a whole number/m);
  out = '';
  expect(await runCli(['doctor', '--json'], world, program)).toBe(1);
  expect(JSON.parse(out)).toMatchObject({ isSound: false });
});
