import { existsSync, readdirSync } from 'node:fs';
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { migrate } from '../store/migrate.ts';
import type { Tables } from '../store/tables.ts';
import { embeddedTestDatabase, externalTestDatabase, temporaryFolder } from '../testing/index.ts';
import { backup, BackupExists, NothingToBackUp } from './backup.ts';
import { BackupBroken, type BackupHeader } from './backup-format.ts';
import { restore, RestoreRefused } from './restore.ts';
import { type SchemaSteps, schemaSteps } from './schema-steps.ts';

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

let fileCount = 0;
const newFile = () => join(folder, `${(fileCount += 1)}.backup`);

// Whatever a schema may hold that copying could get wrong.
const ODD_SCHEMA = `
  create table kysely_migration (name text primary key, timestamp text);
  create table "Odd ""name""" (
    id int generated always as identity primary key,
    "a column" text,
    doubled int generated always as (id * 2) stored,
    raw bytea, seen timestamptz, span interval, ratio float8, list text[], tree jsonb
  );
  create table company (id int primary key, owner_id int);
  create table person (
    id serial primary key,
    company_id int not null references company,
    boss_id int references person
  );
  alter table company add constraint owner foreign key (owner_id) references person;
  create table noise (at int);
  create function make_noise() returns trigger language plpgsql as
    $$ begin insert into noise values (new.id); return new; end $$;
  create trigger noisy after insert on person for each row execute function make_noise();
  create table journal (seq bigint primary key, events text) partition by range (seq);
  create table nothing ();
  insert into kysely_migration values ('0001-odd', '');
`;

const ODD_ROWS = [
  `insert into company values (1, null), (2, null)`,
  `insert into person (company_id, boss_id) values (1, 2), (2, 1), (1, null)`,
  `update company set owner_id = 3 - id`,
  String.raw`insert into "Odd ""name""" ("a column", raw, seen, span, ratio, list, tree) values
    (E'tab\there', '\x00ff0a5c', '2024-02-29 23:59:59.999999+05:45', '1 year -2 days', 0.1, '{}', '{"b":1}'),
    (E'line\nend', null, '-infinity', null, 'NaN', '{"a,b",NULL}', 'null'),
    (E'\\.', null, null, null, 'Infinity', null, null),
    (E'\\.\n\\.\n', null, null, null, 1e-300, null, null),
    (E'\\N', null, null, null, -0.0, null, null),
    ('', null, null, null, null, null, null),
    (null, null, null, null, null, null, null),
    ('ž ß 🙂 עברית', null, null, null, null, null, null)`,
  `insert into journal select n, repeat('x', (n % 50)::int) from generate_series(1, 250) n`,
  `insert into nothing default values`,
];

const partitionsTo = async ({ pool }: Database, seqMax: number): Promise<void> => {
  for (let from = 0; from <= seqMax; from += 100) {
    await pool.query(
      `create table if not exists journal_${from} partition of journal
       for values from (${from}) to (${from + 100})`,
    );
  }
};

const oddSteps = (database: Database): SchemaSteps => {
  const isThere = async () => {
    const { rows } = await database.pool.query<{ found: string | null }>(
      `select to_regclass('kysely_migration')::text as found`,
    );
    return rows[0]?.found !== null;
  };
  return {
    pending: async () => ((await isThere()) ? [] : ['0001-odd']),
    migrateTo: async () => {
      if (!(await isThere())) await database.pool.query(ODD_SCHEMA);
    },
    preparePartitions: (seqMax) => partitionsTo(database, seqMax),
  };
};

const makeOdd = async (database: Database): Promise<void> => {
  await database.pool.query(ODD_SCHEMA);
  await partitionsTo(database, 250);
  for (const statement of ODD_ROWS) await database.pool.query(statement);
};

const contentOf = async ({ pool }: Database) => {
  const tables = ['"Odd ""name"""', 'company', 'person', 'noise', 'journal', 'nothing'];
  return await Promise.all(
    tables.map(async (table) => {
      const { rows } = await pool.query<{ row: string }>(
        `select t::text as row from ${table} t order by 1`,
      );
      return [table, rows.map(({ row }) => row)];
    }),
  );
};

const OPEN = { embedded: embeddedTestDatabase, external: externalTestDatabase };

describe('a backup, restored', () => {
  test.each([
    ['embedded', 'embedded'],
    ['embedded', 'external'],
    ['external', 'embedded'],
  ] as const)('from %s to %s is the same to the last byte', async (from, to) => {
    await using source = await OPEN[from]();
    await makeOdd(source);
    const file = newFile();
    const report = await backup(source, { file, isForced: false });
    expect(report).toMatchObject({ file, tableCount: 6, rowCount: 2 + 3 + 8 + 3 + 250 + 1 });
    expect(report.sizeBytes).toBe((await stat(file)).size);
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    await using target = await OPEN[to]();
    const restored = await restore(target, oddSteps(target), { file });
    expect(restored).toMatchObject({ tableCount: 6, rowCount: report.rowCount });
    expect(await contentOf(target)).toEqual(await contentOf(source));
  });

  test('goes on counting, and keeps its keys and triggers in force', async () => {
    await using source = await embeddedTestDatabase();
    await makeOdd(source);
    const file = newFile();
    await backup(source, { file, isForced: false });
    await using target = await embeddedTestDatabase();
    await restore(target, oddSteps(target), { file });
    const { rows } = await target.pool.query(
      'insert into person (company_id) values (2) returning id',
    );
    expect(rows).toEqual([{ id: 4 }]);
    const odd = await target.pool.query('insert into "Odd ""name""" default values returning id');
    expect(odd.rows).toEqual([{ id: 9 }]);
    expect((await target.pool.query('select * from noise where at = 4')).rowCount).toBe(1);
    const orphan = target.pool.query('insert into person (company_id) values (77)');
    await expect(orphan).rejects.toThrow(/foreign key/);
  });

  test('holds one moment of a database that goes on changing', async () => {
    await using source = await embeddedTestDatabase();
    await source.pool.query(
      'create table a (n int); create table b (n int); create table c (n int)',
    );
    await source.pool.query(`insert into c select generate_series(1, 200000)`);
    const over = new AbortController();
    const writing = (async () => {
      for (let n = 0; !over.signal.aborted; n += 1) {
        await source.pool.query(
          `with one as (insert into a values (${n})) insert into b values (${n})`,
        );
      }
    })();
    const file = newFile();
    const report = await backup(source, { file, isForced: false });
    over.abort();
    await writing;
    const lines = gunzipSync(await readFile(file))
      .toString()
      .split('\n');
    const { tables } = JSON.parse(lines[0] ?? '') as BackupHeader;
    const counts = tables.map(({ rowCount }) => rowCount);
    expect(counts[0]).toBe(counts[1]);
    expect(lines).toHaveLength(1 + report.rowCount + 3 + 1 + 1);
  });

  test('makes the partitions that a long journal needs, with this release’s own tables', async () => {
    const seqMax = 25_000_000;
    await using source = await embeddedTestDatabase<Tables>();
    await migrate(source.kysely);
    await schemaSteps(source.kysely).preparePartitions(seqMax);
    for (const seq of [1, seqMax]) {
      await source.pool.query(
        `insert into journal (centre, seq, epoch, command_id, command_hash, actor, cause, at, events)
         values ('main', $1, 1, $2, '', '', '', 0, '[]')`,
        [seq, `command_${seq}`],
      );
    }
    const file = newFile();
    await backup(source, { file, isForced: false });
    await using target = await embeddedTestDatabase<Tables>();
    await restore(target, schemaSteps(target.kysely), { file });
    const { rows } = await target.pool.query('select seq from journal order by seq');
    expect(rows).toEqual([{ seq: 1 }, { seq: seqMax }]);
  });
});

describe('a backup that cannot be made', () => {
  test('leaves a file that is there as it was, unless told to replace it', async () => {
    await using source = await embeddedTestDatabase();
    await source.pool.query('create table a (n int)');
    const file = newFile();
    await writeFile(file, 'precious');
    await expect(backup(source, { file, isForced: false })).rejects.toThrow(BackupExists);
    expect(await readFile(file, 'utf8')).toBe('precious');
    await backup(source, { file, isForced: true });
    expect((await readFile(file)).subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]));
  });

  test('leaves nothing behind when its session breaks or it is stopped', async () => {
    await using source = await embeddedTestDatabase();
    await source.pool.query(
      'create table a as select repeat(md5(n::text), 30) as x from generate_series(1, 100000) n',
    );
    const breakSession = async () => {
      let brokenCount = 0;
      while (brokenCount === 0) {
        const { rowCount } = await source.pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and query like 'copy%'`,
        );
        brokenCount = rowCount ?? 0;
      }
    };
    const stop = new AbortController();
    for (const interrupt of [breakSession, () => stop.abort()]) {
      const file = newFile();
      const made = backup(source, {
        file,
        isForced: false,
        signal: stop.signal,
        progress: () => setImmediate(interrupt),
      });
      await expect(made).rejects.toThrow();
      expect(readdirSync(folder).filter((name) => join(folder, name).startsWith(file))).toEqual([]);
    }
  });

  test('does not pretend that a database without tables is a backup', async () => {
    await using source = await embeddedTestDatabase();
    const file = newFile();
    await expect(backup(source, { file, isForced: false })).rejects.toThrow(NothingToBackUp);
    expect(existsSync(file)).toBe(false);
  });
});

describe('a restore refuses, and loads nothing,', () => {
  let file: string;
  let whole: Buffer;

  beforeAll(async () => {
    await using source = await embeddedTestDatabase();
    await makeOdd(source);
    file = newFile();
    await backup(source, { file, isForced: false });
    whole = await readFile(file);
  });

  const refused = async (content: Buffer): Promise<string> => {
    const altered = newFile();
    await writeFile(altered, content);
    await using target = await embeddedTestDatabase();
    const error = await restore(target, oddSteps(target), { file: altered }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(BackupBroken);
    const { rowCount } = await target.pool.query(
      `select from pg_class where relnamespace = 'public'::regnamespace`,
    );
    expect(rowCount).toBe(0);
    return (error as BackupBroken).message;
  };

  const edited = (edit: (text: string) => string): Buffer =>
    gzipSync(Buffer.from(edit(gunzipSync(whole).toString('latin1')), 'latin1'));

  test('a file that was cut off', async () => {
    expect(await refused(whole.subarray(0, -1))).toMatch(/cut off$/);
    expect(await refused(whole.subarray(0, whole.length / 2))).toMatch(/cut off$/);
    expect(await refused(whole.subarray(0, 30))).toMatch(/cut off$/);
    expect(await refused(Buffer.alloc(0))).toMatch(/cut off$/);
    const withoutTrailer = edited((text) => text.slice(0, text.lastIndexOf('{"sha256"')));
    expect(await refused(withoutTrailer)).toMatch(/its end is missing/);
  });

  test('a file that was altered', async () => {
    const flipped = Buffer.from(whole);
    flipped.writeUInt8(flipped.readUInt8(whole.length - 300) ^ 1, whole.length - 300);
    expect(await refused(flipped)).toMatch(/damaged$|altered$|cut off$/);
    expect(await refused(edited((text) => text.replace('tab', 'bat')))).toMatch(/altered$/);
    expect(await refused(edited((text) => `${text}\n`))).toMatch(/altered$|its end is missing/);
    expect(await refused(edited((text) => `${text}more\n`))).toMatch(/its end is missing/);
  });

  test('a file that is no backup of this kind', async () => {
    for (const text of ['hello', 'id,name\nC1,Ann\n']) {
      expect(await refused(Buffer.from(text))).toMatch(/is not a backup of Rapport$/);
    }
    expect(await refused(gzipSync('hello\nworld\n'))).toMatch(/is not a backup of Rapport$/);
    const newer = edited((text) => text.replace('"format":1', '"format":2'));
    expect(await refused(newer)).toMatch(/its format is 2, and this release reads format 1/);
  });

  test('when the database holds something', async () => {
    await using target = await embeddedTestDatabase();
    await target.pool.query('create table precious (n int); insert into precious values (1)');
    await expect(restore(target, oddSteps(target), { file })).rejects.toThrow(
      /is not empty \(its table "precious" has rows\); restore into a new one/,
    );
    const { rows } = await target.pool.query('select n from precious');
    expect(rows).toEqual([{ n: 1 }]);
  });

  test('when the backup is of a newer release, or the tables are', async () => {
    await using target = await embeddedTestDatabase();
    const older = { ...oddSteps(target), pending: () => Promise.resolve([]) };
    await expect(restore(target, older, { file })).rejects.toThrow(
      /of a newer release \(0\.1\.0\): this one does not know its migration "0001-odd"/,
    );
    await target.pool.query(
      `${ODD_SCHEMA}; insert into kysely_migration values ('0002-later', '')`,
    );
    await expect(restore(target, oddSteps(target), { file })).rejects.toThrow(RestoreRefused);
  });

  test('and can be tried again after it failed half-way', async () => {
    await using target = await embeddedTestDatabase();
    const steps = oddSteps(target);
    const withoutPartitions = { ...steps, preparePartitions: () => Promise.resolve() };
    await expect(restore(target, withoutPartitions, { file })).rejects.toThrow(/no partition/);
    expect((await target.pool.query('select from person')).rowCount).toBe(0);
    await restore(target, steps, { file });
    expect((await target.pool.query('select from person')).rowCount).toBe(3);
  });
});
