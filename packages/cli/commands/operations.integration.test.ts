import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate, openDatabase, schemaSteps, type Tables } from '@rapport/server';
import { temporaryFolder } from '@rapport/server/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';
import { auditCommand } from './audit.ts';
import { backupCommand } from './backup.ts';
import { doctorCommand } from './doctor.ts';
import { rebuildCommand } from './rebuild.ts';
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
  { isTerminal = false, stop = new AbortController().signal } = {},
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
      stop,
    },
    {
      version: '0.0.0',
      commands: [auditCommand, backupCommand, doctorCommand, rebuildCommand, restoreCommand],
    },
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

test('a file that cannot be restored is refused in a line, and no database is made', async () => {
  const missing = join(folder, 'none.backup');
  expect(await rapport('untouched', ['restore', missing])).toEqual({
    code: 2,
    out: '',
    err: `rapport: Cannot read '${missing}': there is no such file. See 'rapport restore --help'.\n`,
  });
  const aFolder = await rapport('untouched', ['restore', folder]);
  expect(aFolder).toMatchObject({ code: 2, out: '' });
  expect(aFolder.err).toMatch(/^rapport: Cannot read '[^']+': it is a folder\. See [^\n]+\n$/);
  const other = join(folder, 'other.txt');
  await writeFile(other, 'a letter');
  const broken = await rapport('untouched', ['restore', other]);
  expect(broken).toMatchObject({ code: 1, out: '' });
  expect(broken.err).toMatch(/other\.txt cannot be restored: it is not a backup of Rapport\n$/);
  await expect(stat(join(folder, 'untouched'))).rejects.toThrow('ENOENT');
});

test('a place that takes no backup is refused before the database is looked for', async () => {
  const nowhere = join(folder, 'nodir', 'a.backup');
  expect(await rapport('untouched', ['backup', nowhere])).toEqual({
    code: 2,
    out: '',
    err:
      `rapport: Cannot write '${nowhere}': there is no folder ${join(folder, 'nodir')}. ` +
      "See 'rapport backup --help'.\n",
  });
  for (const [place, reason] of [
    [folder, 'it is a folder'],
    ['/dev/null', 'it is not an ordinary file'],
  ] as const) {
    const { code, err } = await rapport('untouched', ['backup', place, '--force']);
    expect(err).toContain(`rapport: Cannot write '${place}': ${reason}. See`);
    expect(code).toBe(2);
  }
});

test.each([['audit'], ['rebuild'], ['backup', 'z.backup']])(
  'RAPPORT_DATA that names a file is a wrong setting for %s',
  async (...argv) => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const { code, err } = await rapport('a-file', argv);
    expect(err).toBe(
      `rapport: RAPPORT_DATA leads to ${file}, and ${file} is not a folder; ` +
        'expected a path to a folder that this user may write, or make\n',
    );
    expect(code).toBe(2);
  },
);

test('a folder that cannot be made for a restore is a wrong setting', async () => {
  const file = join(folder, 'c.backup');
  const settings = { dataFolder: join(folder, 'three'), databaseUrl: undefined };
  const source = await openDatabase<Tables>(settings);
  await migrate(source.kysely);
  await source.close();
  expect(await rapport('three', ['backup', file])).toMatchObject({ code: 0 });
  await writeFile(join(folder, 'b-file'), '');
  const { code, err } = await rapport('b-file/below', ['restore', file]);
  expect(err).toMatch(/^rapport: RAPPORT_DATA leads to .*below, and .*b-file is not a folder; exp/);
  expect(code).toBe(2);
});

test('Ctrl-C ends an audit and a rebuild', async () => {
  const settings = { dataFolder: join(folder, 'stopped'), databaseUrl: undefined };
  await using database = await openDatabase<Tables>(settings);
  await migrate(database.kysely);
  await schemaSteps(database.kysely).preparePartitions(2_000);
  await database.pool.query(`insert into lease (centre, epoch, holder) values ('main', 1, 'me')`);
  await database.pool.query(
    `insert into journal (centre, seq, epoch, command_id, command_hash, actor, cause, at, events)
     select 'main', n, 1, 'c' || n, 'h', 'a', 'command', n, '[]' from generate_series(1, 2000) n`,
  );
  const stop = AbortSignal.abort();
  for (const verb of ['audit', 'rebuild']) {
    expect(await rapport('stopped', [verb], { stop })).toEqual({ code: 130, out: '', err: '' });
  }
  const { code, out } = await rapport('stopped', ['rebuild']);
  expect(out).toContain('up to position 2000.');
  expect(code).toBe(0);
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
