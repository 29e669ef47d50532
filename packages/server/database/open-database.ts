import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Settings } from '../settings.ts';
import type { Database, DatabaseSource } from './database.ts';
import { DatabaseTooOld, DatabaseUnavailable, isDatabaseUnavailable } from './database-faults.ts';
import { openEmbedded } from './open-embedded.ts';
import { openExternal } from './open-external.ts';
import { pgTypes } from './pg-types.ts';

export interface OpenOptions {
  /** Shown in the server's list of sessions, such as `rapport centre`. */
  readonly applicationName?: string;
  readonly poolSize?: number;
  /** Which database of the embedded server; created when it is missing. */
  readonly embeddedName?: string;
  /** False where an empty database would be a mistake, as for a backup. Default: true. */
  readonly mayCreate?: boolean;
  /** Told, in a sentence, when the embedded server is lost and when it is back. */
  readonly notice?: (message: string) => void;
}

const VERSION_MIN = 15;

/**
 * Opens the database that the settings name: `databaseUrl`, else the embedded server of the data
 * folder, which is created or started when need be and shared with other processes of this folder.
 *
 * @throws {DatabaseUnavailable} it does not answer.
 * @throws {DatabaseMissing} there is no embedded one, and it may not be created.
 * @throws {DatabaseTooOld} an external server older than 15.
 * @throws {EmbeddedDatabaseBroken} the embedded one cannot run on this machine as it is.
 * @throws {SettingsError} the data folder is no folder, or cannot be made or written.
 */
export async function openDatabase<Tables = unknown>(
  settings: Pick<Settings, 'dataFolder' | 'databaseUrl'>,
  options: OpenOptions = {},
): Promise<Database<Tables>> {
  const source =
    settings.databaseUrl === undefined
      ? await openEmbedded(settings.dataFolder, options)
      : openExternal(settings.databaseUrl);
  try {
    return await assemble<Tables>(source, options);
  } catch (error) {
    await source.close();
    throw error;
  }
}

async function assemble<Tables>(
  source: DatabaseSource,
  options: OpenOptions,
): Promise<Database<Tables>> {
  const connection: pg.ClientConfig = {
    ...source.connection,
    application_name: options.applicationName ?? 'rapport',
    types: pgTypes,
  };
  const pool = new pg.Pool({ ...connection, max: options.poolSize ?? 10 });
  // A session that breaks while idle would otherwise end the process; its next user gets a new one.
  pool.on('error', () => undefined);
  // The same for one that breaks between two queries of a transaction: the next query tells.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const serverVersion = await checkedVersion(pool).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAll(kysely, pool, source));
  return {
    ...source,
    connection,
    pool,
    kysely,
    serverVersion,
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function closeAll<Tables>(
  kysely: Kysely<Tables>,
  pool: pg.Pool,
  source: DatabaseSource,
): Promise<void> {
  await kysely.destroy();
  // Kysely ends the pool only if it was ever asked for a query.
  if (!pool.ending) await pool.end();
  await source.close();
}

async function checkedVersion(pool: pg.Pool): Promise<string> {
  const version = await readVersion(pool);
  if (Number.parseInt(version, 10) < VERSION_MIN) throw new DatabaseTooOld(version, '15');
  return version;
}

async function readVersion(pool: pg.Pool): Promise<string> {
  try {
    const { rows } = await pool.query<{ server_version: string }>('show server_version');
    // Distributions add their own words, as in `15.18 (Debian 15.18-1)`.
    return rows[0]?.server_version.split(' ', 1)[0] ?? '';
  } catch (error) {
    if (!isDatabaseUnavailable(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseUnavailable(`the database does not answer: ${reason}`, { cause: error });
  }
}
