import type { Database } from '../database/database.ts';
import { EmbeddedDatabaseBroken } from '../database/database-faults.ts';
import { hasEmbeddedDatabase } from '../database/embedded-home.ts';
import { openDatabase } from '../database/open-database.ts';
import { findServerLockHolder } from '../database/server-lock.ts';
import {
  type Environment,
  readSettings,
  SettingsError,
  unknownSettings,
} from '../read-settings.ts';
import { type Settings } from '../settings.ts';
import { type Check, check, failed, ok, warning } from './check.ts';
import { checkClock, checkDurability, checkMigrations } from './database-checks.ts';
import {
  checkBinaries,
  checkDataFolder,
  checkDiskSpace,
  checkNode,
  checkPort,
  checkSocket,
} from './machine-checks.ts';

export interface DoctorOptions<Tables> {
  readonly environment: Environment;
  /** Names of the migrations that the database lacks, in order. */
  readonly pendingMigrations: (database: Database<Tables>) => Promise<readonly string[]>;
}

/**
 * Looks at everything that a centre stands on and says what is wrong and which command mends it.
 *
 * Changes nothing: an embedded database that does not exist yet is not made; one that runs is
 * joined, one that does not is started for the look. What a failed check makes moot is left out.
 */
export async function examine<Tables = unknown>(
  options: DoctorOptions<Tables>,
): Promise<readonly Check[]> {
  const node = await checkNode();
  const { settings, verdict } = examineSettings(options.environment);
  if (settings === undefined) return [node, verdict];
  return [
    node,
    verdict,
    await checkDataFolder(settings.dataFolder),
    await checkDiskSpace(settings.dataFolder),
    ...(settings.databaseUrl === undefined ? await checkEmbedded(settings) : []),
    ...(await examineDatabase(settings, options)),
  ];
}

function examineSettings(environment: Environment): {
  readonly settings?: Settings;
  readonly verdict: Check;
} {
  try {
    const settings = readSettings(environment);
    const unknown = unknownSettings(environment);
    const verdict =
      unknown.length === 0
        ? ok('valid')
        : warning(`${unknown.join(', ')}: no such setting`, `unset ${unknown.join(' ')}`);
    return { settings, verdict: { name: 'settings', ...verdict } };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return { verdict: { name: 'settings', ...failed(error.message) } };
  }
}

async function checkEmbedded({ dataFolder }: Settings): Promise<readonly Check[]> {
  return [await checkBinaries(), await checkSocket(dataFolder)];
}

async function examineDatabase<Tables>(
  settings: Settings,
  { pendingMigrations }: DoctorOptions<Tables>,
): Promise<readonly Check[]> {
  const opened = await open<Tables>(settings);
  if ('verdict' in opened) return [opened.verdict, await checkPort(settings, undefined)];
  await using database = opened.database;
  const { kind, serverVersion } = database;
  return [
    await check('database', () => ok(`${kind}, PostgreSQL ${serverVersion}`)),
    await checkDurability(database),
    await checkMigrations(() => pendingMigrations(database)),
    await checkClock(database, settings.centre),
    await checkPort(settings, await findServerLockHolder(database.pool, settings.centre)),
  ];
}

async function open<Tables>(
  settings: Settings,
): Promise<{ readonly database: Database<Tables> } | { readonly verdict: Check }> {
  try {
    if (settings.databaseUrl === undefined && !hasEmbeddedDatabase(settings.dataFolder)) {
      return { verdict: { name: 'database', ...ok('embedded; the first start makes it') } };
    }
    return {
      database: await openDatabase<Tables>(settings, { applicationName: 'rapport doctor' }),
    };
  } catch (error) {
    if (error instanceof EmbeddedDatabaseBroken) {
      return { verdict: { name: 'database', ...failed(error.finding, error.mend) } };
    }
    const found = error instanceof Error ? error.message : String(error);
    return { verdict: { name: 'database', ...failed(found) } };
  }
}
