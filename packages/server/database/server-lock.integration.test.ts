import { hostname } from 'node:os';
import { describe, expect, test } from 'vitest';
import { embeddedTestDatabase, externalTestDatabase } from '../testing/index.ts';
import { ServerLocked } from './database-faults.ts';
import { takeServerLock } from './server-lock.ts';

describe.each([
  ['embedded', embeddedTestDatabase],
  ['external', externalTestDatabase],
] as const)('the server lock in an %s database', (_kind, open) => {
  test('keeps a second server out, and names the first', async () => {
    await using database = await open();
    const before = new Date(Date.now() - 60_000).toISOString();
    await using held = await takeServerLock(database, 'main');
    expect(held.lost).toBeInstanceOf(Promise);
    const refused = await takeServerLock(database, 'main').catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ServerLocked);
    const { message } = refused as ServerLocked;
    const start = `the centre "main" is already served by process ${process.pid} on ${hostname()}`;
    expect(message.startsWith(`${start} since `)).toBe(true);
    expect(message.slice(start.length + ' since '.length) > before).toBe(true);
  });

  test('is a lock of one centre, and free again once released', async () => {
    await using database = await open();
    const main = await takeServerLock(database, 'main');
    await using other = await takeServerLock(database, 'other');
    await main.release();
    await main.lost;
    await using again = await takeServerLock(database, 'main');
    expect([other, again]).toHaveLength(2);
  });

  test('tells its holder when its session breaks', async () => {
    await using database = await open();
    await using lock = await takeServerLock(database, 'main');
    await database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name like 'rapport pid=%'`,
    );
    await lock.lost;
    await using again = await takeServerLock(database, 'main');
    expect(again.lost).toBeInstanceOf(Promise);
  });
});
