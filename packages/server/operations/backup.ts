import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Database } from '../database/database.ts';
import { draftOf, dropAbandonedDrafts } from '../database/draft.ts';
import { openSession } from '../database/session.ts';
import manifest from '../package.json' with { type: 'json' };
import {
  BACKUP_FORMAT,
  type BackupHeader,
  type BackupSequence,
  type BackupTable,
  END_OF_TABLE,
  jsonLine,
  type TableStep,
} from './backup-format.ts';
import { fixTextForms } from './fix-text-forms.ts';
import { listAppliedMigrations, listTables, quotedName, quotedTable } from './table-catalogue.ts';

export interface BackupOptions {
  readonly file: string;
  /** Replace a file that is there. */
  readonly isForced: boolean;
  readonly signal?: AbortSignal;
  /** Told before each table. */
  readonly progress?: (step: TableStep) => void;
}

export interface BackupReport {
  readonly file: string;
  readonly sizeBytes: number;
  readonly tableCount: number;
  readonly rowCount: number;
  readonly createdAt: string;
  readonly sha256: string;
}

/** The file is there, and nobody said that it may be replaced. */
export class BackupExists extends Error {
  override readonly name = 'BackupExists';
  readonly code = 'backup-exists';
  readonly retryable = false;

  constructor(file: string) {
    super(`${file} exists; add --force to replace it`);
  }
}

/** The database has no tables: most likely it is not the one that was meant. */
export class NothingToBackUp extends Error {
  override readonly name = 'NothingToBackUp';
  readonly code = 'nothing-to-back-up';
  readonly retryable = false;

  constructor() {
    super('the database has no tables; RAPPORT_DATA or DATABASE_URL names the one of the centre');
  }
}

/**
 * Writes every table of schema public, as of one moment, to one file (its form: backup-format.ts).
 * Work on the database goes on meanwhile. The file appears whole and on disk, or not at all.
 *
 * @throws {BackupExists}
 * @throws {NothingToBackUp}
 */
export async function backup(
  database: Pick<Database, 'connection' | 'serverVersion'>,
  { file, isForced, signal, progress }: BackupOptions,
): Promise<BackupReport> {
  const target = resolve(file);
  const refuseExisting = (): void => {
    if (!isForced && existsSync(target)) throw new BackupExists(file);
  };
  refuseExisting();
  await dropAbandonedDrafts(target);
  const draft = draftOf(target);
  try {
    await using session = await openSession(database.connection);
    await beginSnapshot(session.client);
    const header = await describe(session.client, database.serverVersion);
    const hash = createHash('sha256');
    const content = Readable.from(lines(session.client, { header, hash, progress }), {
      objectMode: false,
    });
    await pipeline(content, createGzip(), createWriteStream(draft, { mode: 0o600, flush: true }), {
      ...(signal && { signal }),
    });
    refuseExisting();
    await rename(draft, target);
    await syncFolder(dirname(target));
    return {
      file: target,
      sizeBytes: (await stat(target)).size,
      tableCount: header.tables.length,
      rowCount: header.tables.reduce((sum, { rowCount }) => sum + rowCount, 0),
      createdAt: header.createdAt,
      sha256: hash.digest('hex'),
    };
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function beginSnapshot(client: pg.ClientBase): Promise<void> {
  await fixTextForms(client);
  const tables = await listTables(client);
  if (tables.length === 0) throw new NothingToBackUp();
  await client.query('begin isolation level repeatable read, read only');
  // Emptying a table is visible to older snapshots too; this lock makes whoever wants to do it wait.
  const names = tables.map(({ name }) => quotedTable(name)).join(', ');
  await client.query(`lock table ${names} in access share mode`);
}

async function describe(client: pg.ClientBase, postgresVersion: string): Promise<BackupHeader> {
  const tables: BackupTable[] = [];
  for (const { name, columns } of await listTables(client)) {
    tables.push({ name, columns, rowCount: await countRows(client, name) });
  }
  const journalSeqMax = await findJournalSeqMax(client, tables);
  return {
    format: BACKUP_FORMAT,
    rapportVersion: manifest.version,
    postgresVersion,
    createdAt: new Date().toISOString(),
    migrations: await listAppliedMigrations(client),
    ...(journalSeqMax !== undefined && { journalSeqMax }),
    tables,
    sequences: await listSequences(client),
  };
}

async function countRows(client: pg.ClientBase, name: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*) as count from ${quotedTable(name)}`,
  );
  return rows[0]?.count ?? 0;
}

async function findJournalSeqMax(
  client: pg.ClientBase,
  tables: readonly BackupTable[],
): Promise<number | undefined> {
  const journal = tables.find(({ name }) => name === 'journal');
  if (journal?.columns.includes('seq') !== true) return undefined;
  const { rows } = await client.query<{ max: number | null }>(
    'select max(seq) as max from public.journal',
  );
  return rows[0]?.max ?? 0;
}

async function listSequences(client: pg.ClientBase): Promise<readonly BackupSequence[]> {
  const { rows } = await client.query<BackupSequence>(
    `select sequencename as name, last_value::text as "lastValue"
     from pg_sequences where schemaname = 'public' and last_value is not null
     order by sequencename`,
  );
  return rows;
}

interface Writing {
  readonly header: BackupHeader;
  readonly hash: ReturnType<typeof createHash>;
  readonly progress: BackupOptions['progress'];
}

async function* lines(
  client: pg.ClientBase,
  { header, hash, progress }: Writing,
): AsyncGenerator<Buffer> {
  const hashed = (chunk: Buffer): Buffer => {
    hash.update(chunk);
    return chunk;
  };
  yield hashed(jsonLine(header));
  for (const [index, table] of header.tables.entries()) {
    progress?.({
      table: table.name,
      number: index + 1,
      tableCount: header.tables.length,
      rowCount: table.rowCount,
    });
    const rows = client.query(copyTo(copyStatement(table)));
    for await (const chunk of rows) yield hashed(chunk as Buffer);
    yield hashed(END_OF_TABLE);
  }
  yield jsonLine({ sha256: hash.copy().digest('hex') });
}

/** A query, because COPY does not take a partitioned table by name. */
function copyStatement({ name, columns }: BackupTable): string {
  const list = columns.map(quotedName).join(', ');
  return `copy (select ${list} from ${quotedTable(name)}) to stdout`;
}

/** A renamed file survives a power cut once its folder is on disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
