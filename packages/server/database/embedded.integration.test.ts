import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startDatabaseProcess } from '../testing/start-database-process.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { EmbeddedDatabaseBroken, isDatabaseUnavailable } from './database-faults.ts';
import {
  hasEmbeddedDatabase,
  prepareEmbeddedHome,
  socketFolderFor,
  unreachableParent,
} from './embedded-home.ts';
import { makeFolder } from './make-folder.ts';
import { openDatabase } from './open-database.ts';
import { postmasterPid } from './postmaster.ts';

const isRoot = process.getuid?.() === 0;
if (!isRoot) console.warn('not tested: what is different for root, because this is not root');
const NOBODY = { uid: 65_534, gid: 65_534 };

let pristine: string;
let root: string;
let dataFolder: string;

beforeAll(async () => {
  pristine = await temporaryFolder();
  dataFolder = join(pristine, 'data');
  await (await open()).close();
});

afterAll(async () => {
  await rm(pristine, { recursive: true, force: true });
});

// Most tests take a copy of a cluster, because making one takes a second or two.
beforeEach(async () => {
  root = await temporaryFolder();
  dataFolder = join(root, 'data');
  execFileSync('cp', ['-a', join(pristine, 'data'), dataFolder]);
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

const open = (said: string[] = []) =>
  openDatabase({ dataFolder, databaseUrl: undefined }, { notice: (each) => said.push(each) });
const serverPid = async () => postmasterPid(await prepareEmbeddedHome(dataFolder));

const isRunning = (pid: number) => existsSync(`/proc/${pid}`) && !isZombie(pid);
const isZombie = (pid: number) => / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));

describe('the embedded server', () => {
  test('is durable, listens on no network, and keeps its socket private', async () => {
    await using database = await open();
    const settings = ['fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses'];
    const { rows } = await database.pool.query<{ setting: string }>(
      'select setting from pg_settings where name = any($1) order by array_position($1, name)',
      [settings],
    );
    expect(rows.map((row) => row.setting)).toEqual(['on', 'on', 'on', '']);
    expect(statSync(database.connection.host ?? '').mode & 0o777).toBe(0o700);
    const encoding = await database.pool.query('show server_encoding');
    expect(encoding.rows).toEqual([{ server_encoding: 'UTF8' }]);
  });

  test('ends with the last process that uses it, not before', async () => {
    const first = await startDatabaseProcess({ dataFolder });
    const pid = await serverPid();
    const second = await startDatabaseProcess({ dataFolder });
    expect(await serverPid()).toBe(pid);
    await first.end();
    expect(await serverPid()).toBe(pid);
    await second.end();
    expect(await serverPid()).toBeUndefined();
  });

  test.each(['creating', 'starting'])('lets two processes race for %s it', async (step) => {
    if (step === 'creating') dataFolder = join(root, 'new');
    const sql = 'select pg_postmaster_start_time()::text as started';
    const processes = await Promise.all(
      [1, 2].map(() => startDatabaseProcess({ dataFolder, sql })),
    );
    const started = new Set(processes.map((each) => each.rows[0]?.['started']));
    expect(started.size).toBe(1);
    await Promise.all(processes.map((each) => each.end()));
    expect(await serverPid()).toBeUndefined();
  });

  test('starts again when it was being stopped as we came', async () => {
    for (let delayMs = 0; delayMs < 40; delayMs += 4) {
      const leaving = await open();
      const [arriving] = await Promise.all([open(), sleep(delayMs).then(() => leaving.close())]);
      expect((await arriving.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
      await arriving.close();
    }
    expect(await serverPid()).toBeUndefined();
  });

  test('outlives a killed process of Rapport, and the next one finds it as it was', async () => {
    const killed = await startDatabaseProcess({
      dataFolder,
      sql: 'create table kept as select 42 as answer',
    });
    const pid = await serverPid();
    await killed.kill();
    expect(await serverPid()).toBe(pid);
    const next = await startDatabaseProcess({ dataFolder, sql: 'select answer from kept' });
    expect(next.rows).toEqual([{ answer: 42 }]);
    expect(await serverPid()).toBe(pid);
    await next.end();
  });

  test('comes back after both it and Rapport were killed', async () => {
    const killed = await startDatabaseProcess({
      dataFolder,
      sql: 'create table kept as select 42 as answer',
    });
    const pid = await serverPid();
    process.kill(pid ?? 0, 'SIGKILL');
    await killed.kill();
    const next = await startDatabaseProcess({ dataFolder, sql: 'select answer from kept' });
    expect(next.rows).toEqual([{ answer: 42 }]);
    expect(await serverPid()).not.toBe(pid);
    await next.end();
  });

  test('is not kept down by a lock file whose number now belongs to another process', async () => {
    const home = await prepareEmbeddedHome(dataFolder);
    const text = `${process.pid}\n${home.clusterFolder}\n1\n5432\n${home.socketFolder}\n\n0 0\n`;
    for (const file of [
      join(home.clusterFolder, 'postmaster.pid'),
      join(home.socketFolder, '.s.PGSQL.5432.lock'),
    ]) {
      await writeFile(file, text, { mode: 0o600 });
      if (home.account) execFileSync('chown', [`${home.account.uid}`, file]);
    }
    await using database = await open();
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('refuses a cluster of another PostgreSQL version, and says what to do', async () => {
    const home = await prepareEmbeddedHome(dataFolder);
    await writeFile(join(home.clusterFolder, 'PG_VERSION'), '17\n');
    await expect(open()).rejects.toThrow(/made by PostgreSQL 17, and this release brings 18; back/);
  });
});

describe('when the running server is killed', () => {
  test('no acknowledged row is lost, work goes on, and it is said', async () => {
    const said: string[] = [];
    await using database = await open(said);
    const restartCount = () => said.filter((each) => each.endsWith('is back')).length;
    await database.pool.query('create table kept (id int primary key)');
    const acknowledged: number[] = [];
    let id = 0;
    const insertUntil = async (endAt: number): Promise<void> => {
      while (Date.now() < endAt) {
        const mine = (id += 1);
        try {
          await database.pool.query('insert into kept values ($1)', [mine]);
          acknowledged.push(mine);
        } catch (error) {
          expect(isDatabaseUnavailable(error)).toBe(true);
          await database.ready();
        }
      }
    };
    const endAt = Date.now() + 6_000;
    const inserting = [1, 2, 3, 4].map(() => insertUntil(endAt));
    for (const killCount of [1, 2]) {
      await sleep(600);
      process.kill((await serverPid()) ?? 0, 'SIGKILL');
      while (restartCount() < killCount) await sleep(20);
      const before = acknowledged.length;
      while (acknowledged.length < before + 50) await sleep(20);
    }
    await Promise.all(inserting);
    const { rows } = await database.pool.query<{ id: number }>('select id from kept');
    const kept = new Set(rows.map((row) => row.id));
    expect(acknowledged.filter((each) => !kept.has(each))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(100);
  });

  test('a transaction that was open fails, and the process lives', async () => {
    await using database = await open();
    const client = await database.pool.connect();
    await client.query('begin');
    process.kill((await serverPid()) ?? 0, 'SIGKILL');
    await sleep(300);
    await expect(client.query('select 1')).rejects.toSatisfy(isDatabaseUnavailable);
    client.release(true);
    await database.ready();
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('a query that goes on without it does not keep it from coming back', async () => {
    await using database = await open();
    const endless = database.pool.query('select count(*) from generate_series(1, 1e12::bigint)');
    const failed = expect(endless).rejects.toSatisfy(isDatabaseUnavailable);
    await sleep(200);
    process.kill((await serverPid()) ?? 0, 'SIGKILL');
    await failed;
    await database.ready();
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('an administrator who stops it does not stop Rapport', async () => {
    await using database = await open();
    process.kill((await serverPid()) ?? 0, 'SIGINT');
    await sleep(100);
    await database.ready();
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  test('closing does not wait for it', async () => {
    const database = await open();
    const pid = (await serverPid()) ?? 0;
    process.kill(pid, 'SIGKILL');
    await database.close();
    await sleep(200);
    expect(isRunning(pid)).toBe(false);
  });
});

const POLLING = { timeout: 30_000, interval: 20 };

describe('when its data are moved away while it is open', () => {
  test('no other database takes its place, and it goes on once they are back', async () => {
    const said: string[] = [];
    await using database = await open(said);
    const complaint = () => database.ready().then(() => 'none', String);
    await database.pool.query('create table kept as select 42 as answer');
    const pid = (await serverPid()) ?? 0;
    const { clusterFolder } = await prepareEmbeddedHome(dataFolder);
    const hidden = join(dirname(clusterFolder), 'hidden');
    await rename(clusterFolder, hidden);
    process.kill(pid, 'SIGKILL');
    // It takes a moment until the loss is noticed.
    await expect.poll(complaint, POLLING).toMatch(/data is gone, and is not replaced/);
    await expect(database.ready()).rejects.toThrow(EmbeddedDatabaseBroken);
    expect(existsSync(clusterFolder)).toBe(false);

    await mkdir(join(clusterFolder, 'global'), { recursive: true });
    await writeFile(join(clusterFolder, 'PG_VERSION'), '18\n');
    await writeFile(join(clusterFolder, 'global/pg_control'), Buffer.alloc(8, 1));
    await expect.poll(complaint, POLLING).toMatch(/holds another database than the one that was/);

    await rm(clusterFolder, { recursive: true });
    await rename(hidden, clusterFolder);
    await database.ready();
    expect((await database.pool.query('select answer from kept')).rows).toEqual([{ answer: 42 }]);
    expect(said).toEqual([
      'the embedded database was lost; restarting it',
      expect.stringMatching(/^the embedded database is still away: .* is gone/),
      expect.stringMatching(/^the embedded database is still away: .* holds another database/),
      'the embedded database is back',
    ]);
  });
});

describe('the places of the embedded server', () => {
  test('follow RAPPORT_DATA relative to the working directory', async () => {
    const folder = await startDatabaseProcess({
      dataFolder: './data',
      cwd: root,
      sql: `select current_setting('data_directory') as folder`,
    });
    expect(folder.rows).toEqual([{ folder: join(dataFolder, 'postgres/data') }]);
    await folder.end();
  });

  test('a path too long for a socket moves only the socket', async () => {
    dataFolder = join(root, 'a-long-name-for-a-folder'.repeat(4));
    await using database = await open();
    expect(database.connection.host).toMatch(/^\/tmp\/rapport-[0-9a-f]{16}$/);
    expect(existsSync(join(dataFolder, 'postgres/data'))).toBe(true);
    await database.close();
    await rm(database.connection.host ?? '', { recursive: true });
  });

  test.runIf(isRoot)('a socket folder that a stranger made first is refused', async () => {
    dataFolder = join(root, 'a-long-name-for-a-folder'.repeat(4));
    const taken = socketFolderFor(join(dataFolder, 'postgres'));
    await mkdir(taken, { mode: 0o700 });
    execFileSync('chown', [`${NOBODY.uid}`, taken]);
    await expect(open()).rejects.toThrow(/is not a private folder of its account; mend it with/);
    await rm(taken, { recursive: true });
  });
});

describe.runIf(isRoot)('run by root', () => {
  test('the server is not root, and lives in the data folder', async () => {
    await using database = await open();
    const pid = (await serverPid()) ?? 0;
    expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
    expect(statSync(join(dataFolder, 'postgres/data')).uid).toBe(statSync(`/proc/${pid}`).uid);
    expect(database.kind).toBe('embedded');
  });

  test('a data folder that its account cannot reach gets a place outside, and says so', async () => {
    await rm(dataFolder, { recursive: true });
    await chmod(root, 0o700);
    const { clusterFolder } = await prepareEmbeddedHome(dataFolder);
    const elsewhere = dirname(clusterFolder);
    expect(elsewhere).toMatch(/^\/var\/lib\/rapport\/data\/[0-9a-f]{16}-[0-9a-f]{8}$/);
    const location = readFileSync(join(dataFolder, 'postgres/location'), 'utf8');
    expect(location).toBe(`${elsewhere}\n`);
    await using database = await open();
    await database.pool.query('create table kept (id int)');
    await database.close();
    // Even when the folder opens later, the database stays where it is.
    await chmod(root, 0o711);
    await using again = await open();
    expect((await again.pool.query('select * from kept')).rowCount).toBe(0);
    await again.close();
    await rm(elsewhere, { recursive: true });
  });

  test('a database that became unreachable is not replaced by an empty one', async () => {
    await chmod(root, 0o700);
    await expect(open()).rejects.toThrow(EmbeddedDatabaseBroken);
    await expect(open()).rejects.toThrow(`chmod o+x ${root}`);
  });

  test('a database that root made is not for an ordinary user to open', async () => {
    const theirs = asNobody({ sql: 'select 1' });
    await expect(theirs).rejects.toThrow(/postgres belongs to another user; run Rapport as that/);
  });

  test('a database that a user may not see is not said to be missing', () => {
    const seen = asUser(NOBODY, () => seenFault(() => hasEmbeddedDatabase(dataFolder)));
    expect(seen).toMatch(/postgres is closed to this user; run Rapport as the user whose database/);
    expect(hasEmbeddedDatabase(dataFolder)).toBe(true);
    expect(hasEmbeddedDatabase(join(root, 'none'))).toBe(false);
  });

  test('a data folder that this user may not write is refused as a wrong setting', () => {
    const made = join(root, 'a/b');
    const seen = asUser(NOBODY, () => seenFault(() => makeFolder(made, 0o700)));
    expect(seen).toBe(
      `RAPPORT_DATA leads to ${made}, and ${root} may not be written by this user; ` +
        'expected a path to a folder that this user may write, or make',
    );
  });

  test('a database that an ordinary user made keeps its owner', async () => {
    await rm(dataFolder, { recursive: true });
    await mkdir(dataFolder);
    execFileSync('chown', [`${NOBODY.uid}:${NOBODY.gid}`, dataFolder]);
    const theirs = await asNobody({ sql: 'create table kept as select 42 as answer' });
    if (theirs === undefined) return;
    await theirs.end();
    await using database = await open();
    expect((await database.pool.query('select answer from kept')).rows).toEqual([{ answer: 42 }]);
    expect(statSync(join(dataFolder, 'postgres/data')).uid).toBe(NOBODY.uid);
    await database.close();
    const again = await asNobody({ sql: 'select answer from kept' });
    expect(again?.rows).toEqual([{ answer: 42 }]);
    await again?.end();
  });
});

/** Runs `act` with the rights of an account, within this process. */
function asUser<Result>({ uid, gid }: typeof NOBODY, act: () => Result): Result {
  process.setegid?.(gid);
  process.seteuid?.(uid);
  try {
    return act();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}

function seenFault(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return '(none)';
}

/** Undefined, with a word on why, where a user who is not root cannot read this working copy. */
async function asNobody({ sql }: { readonly sql: string }) {
  const barrier = unreachableParent(NOBODY, join(import.meta.dirname, 'x'));
  if (barrier !== undefined) {
    console.warn(`not tested as an ordinary user: only root can enter ${barrier}`);
    return undefined;
  }
  return await startDatabaseProcess({ dataFolder, sql, account: NOBODY });
}
