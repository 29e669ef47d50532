import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database } from '../database/database.ts';
import { openSession } from '../database/session.ts';
import {
  BackupBroken,
  type BackupHeader,
  type BackupTable,
  parseHeader,
  type TableStep,
} from './backup-format.ts';
import { backupReader, unpacked } from './backup-reader.ts';
import { fixTextForms } from './fix-text-forms.ts';
import type { SchemaSteps } from './schema-steps.ts';
import {
  findFilledTable,
  listAppliedMigrations,
  listTables,
  quotedName,
  quotedTable,
} from './table-catalogue.ts';
import { verifyBackup } from './verify-backup.ts';
import { withoutConstraints } from './without-constraints.ts';

export interface RestoreOptions {
  readonly file: string;
  /** What `verifyBackup` said of the file; it is verified here when left out. */
  readonly verified?: BackupHeader;
  readonly signal?: AbortSignal;
  /** Told before each table. */
  readonly progress?: (step: TableStep) => void;
}

export interface RestoreReport {
  readonly tableCount: number;
  readonly rowCount: number;
  /** When the backup was made. */
  readonly createdAt: string;
  readonly rapportVersion: string;
}

/** This database cannot take this backup; nothing has been loaded. */
export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';
  readonly code = 'restore-refused';
  readonly retryable = false;
}

// "rapr" as a number: one restore at a time in a database.
const RESTORE_LOCK = '1918988402, 1';

/**
 * Loads a backup into an empty database: verifies the file, makes the tables as they were when it
 * was written, loads all rows in one transaction, then brings the tables up to date.
 *
 * @throws {BackupBroken} the file is not as it was written.
 * @throws {RestoreRefused} the database holds something, or this release is older than the backup.
 */
export async function restore(
  database: Pick<Database, 'connection'>,
  steps: SchemaSteps,
  { file, verified, signal, progress }: RestoreOptions,
): Promise<RestoreReport> {
  const header = verified ?? (await verifyBackup(file, signal));
  await using session = await openSession(database.connection);
  const { client } = session;
  await refuseUnlessEmpty(client);
  await refuseForeignMigrations(client, header, steps);
  const last = header.migrations.at(-1);
  if (last !== undefined) await steps.migrateTo(last);
  if (header.journalSeqMax !== undefined) await steps.preparePartitions(header.journalSeqMax);
  await refuseMissingTables(client, header);
  await fixTextForms(client);
  await client.query('begin');
  await load(client, { header, file, signal, progress });
  await client.query('commit');
  await steps.migrateTo();
  return {
    tableCount: header.tables.length,
    rowCount: header.tables.reduce((sum, { rowCount }) => sum + rowCount, 0),
    createdAt: header.createdAt,
    rapportVersion: header.rapportVersion,
  };
}

async function refuseUnlessEmpty(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ taken: boolean }>(
    `select pg_try_advisory_lock(${RESTORE_LOCK}) as taken`,
  );
  if (rows[0]?.taken !== true) {
    throw new RestoreRefused('another restore into this database is running');
  }
  const filled = await findFilledTable(client);
  if (filled === undefined) return;
  throw new RestoreRefused(
    `the database is not empty (its table "${filled}" has rows); ` +
      'restore into a new one: set RAPPORT_DATA to a new folder, or DATABASE_URL to a new database',
  );
}

async function refuseForeignMigrations(
  client: pg.ClientBase,
  { migrations, rapportVersion }: BackupHeader,
  steps: SchemaSteps,
): Promise<void> {
  const applied = await listAppliedMigrations(client);
  const known = new Set([...applied, ...(await steps.pending())]);
  const unknown = migrations.find((name) => !known.has(name));
  if (unknown !== undefined) {
    throw new RestoreRefused(
      `the backup is of a newer release (${rapportVersion}): this one does not know its ` +
        `migration "${unknown}"; restore it with that release`,
    );
  }
  const surplus = applied.find((name) => !migrations.includes(name));
  if (surplus !== undefined) {
    throw new RestoreRefused(
      `the database already has tables that are newer than the backup (migration "${surplus}"); ` +
        'restore into a database that no release has started on',
    );
  }
}

async function refuseMissingTables(client: pg.ClientBase, header: BackupHeader): Promise<void> {
  const present = new Set((await listTables(client)).map(({ name }) => name));
  const missing = header.tables.find(({ name }) => !present.has(name));
  if (missing === undefined) return;
  throw new RestoreRefused(`the backup has a table "${missing.name}" that no migration makes`);
}

interface Loading {
  readonly header: BackupHeader;
  readonly file: string;
  readonly signal: AbortSignal | undefined;
  readonly progress: RestoreOptions['progress'];
}

async function load(
  client: pg.ClientBase,
  { header, file, signal, progress }: Loading,
): Promise<void> {
  const tables = header.tables.map(({ name }) => quotedTable(name)).join(', ');
  await withoutConstraints(client, async () => {
    // Migrations may have put in rows of their own; the backup has them as they were.
    if (tables !== '') await client.query(`truncate ${tables}`);
    const chunks = unpacked(file, signal);
    try {
      const reader = backupReader(chunks);
      refuseOther(header, parseHeader(await reader.line()));
      for (const [index, table] of header.tables.entries()) {
        progress?.({
          table: table.name,
          number: index + 1,
          tableCount: header.tables.length,
          rowCount: table.rowCount,
        });
        await loadTable(client, table, reader.table(), signal);
      }
    } finally {
      await chunks.return(undefined);
    }
  });
  for (const { name, lastValue } of header.sequences) {
    await client.query('select setval($1::regclass, $2::bigint)', [quotedTable(name), lastValue]);
  }
}

/** Between verifying and loading somebody may have put another file in its place. */
function refuseOther(verified: BackupHeader, found: BackupHeader): void {
  if (JSON.stringify(found) === JSON.stringify(verified)) return;
  throw new BackupBroken('the file was replaced while it was being restored');
}

async function loadTable(
  client: pg.ClientBase,
  { name, columns, rowCount }: BackupTable,
  rows: AsyncGenerator<Buffer>,
  signal: AbortSignal | undefined,
): Promise<void> {
  // A table may be without columns, and SQL has no empty list.
  const list = columns.length === 0 ? '' : `(${columns.map(quotedName).join(', ')})`;
  const sink = client.query(copyFrom(`copy ${quotedTable(name)} ${list} from stdin`));
  await pipeline(Readable.from(rows, { objectMode: false }), sink, { ...(signal && { signal }) });
  if (sink.rowCount === rowCount) return;
  throw new BackupBroken(
    `table "${name}" should have ${rowCount} rows, and ${sink.rowCount} were loaded; ` +
      'all of it was undone',
  );
}
