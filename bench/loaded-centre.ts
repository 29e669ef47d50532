import {
  type Centre,
  type Clock,
  mintUuid,
  openCentre,
  openDatabase,
  readSettings,
} from '@rapport/server';
import type { TcpServer } from '@rapport/server/testing';
import { type CommandLoad, commandLoad } from './command-load.ts';

/** Longer than a start is answered with care: see `recent-commands.ts`. */
export const LONG_AFTER_START_MS = 600_000;

/** A centre in this process, with agents signed in and work to give to it. */
export interface LoadedCentre {
  readonly centre: Centre;
  readonly load: CommandLoad;
}

/**
 * Opens a centre in the server's database `rapport`, which is there. Its clock stands `afterStartMs`
 * after its start once this returns. The caller closes the centre.
 */
export async function loadedCentre(
  server: TcpServer,
  {
    centreName,
    outstanding,
    afterStartMs,
  }: { centreName: string; outstanding: number; afterStartMs: number },
): Promise<LoadedCentre> {
  let aheadMs = 0;
  const now = (): number => Date.now() + aheadMs;
  const clock: Clock = {
    now,
    wakeAt: (at, wake) => {
      const timeout = setTimeout(wake, Math.min(Math.max(at - now(), 0), 60_000));
      return () => clearTimeout(timeout);
    },
  };
  const settings = readSettings({
    RAPPORT_CENTRE: centreName,
    DATABASE_URL: server.urlOf('rapport'),
  });
  const notice = (message: string): void => void process.stderr.write(`${message}\n`);
  const centre = await openCentre(settings, { notice, clock });
  const commandId = (): string => `bench:${mintUuid(now())}`;
  const load = commandLoad(centre, { outstanding, commandId });
  await load.setUp();
  aheadMs = afterStartMs;
  return { centre, load };
}

/** Makes the database of a loaded centre, and the one in which floors look for theirs. */
export async function prepareDatabases(server: TcpServer): Promise<void> {
  await using database = await openDatabase({
    dataFolder: '',
    databaseUrl: server.urlOf('postgres'),
  });
  for (const statement of [
    'create role postgres superuser login',
    'create database bench',
    'create database rapport',
  ]) {
    await database.pool.query(statement);
  }
}
