import type { Database } from '../database/database.ts';
import type { Tables } from '../store/tables.ts';
import { beginImport, type ImportRequest } from './begin-import.ts';
import { forgetOldImports } from './forget-imports.ts';
import { takeImportLock } from './import-lock.ts';
import { type ImportRecord, readImport } from './import-record.ts';
import { inspectFile } from './inspect-file.ts';
import { runImport } from './run-import.ts';
import { beginUndo, runUndo } from './undo-import.ts';

/** Whose import it is, and who is told of it. */
export interface ImportCaller {
  readonly centre: string;
  readonly actor: string;
  readonly signal: AbortSignal;
  readonly onBegun?: (importId: string) => void;
  readonly onProgress: (rowCount: number) => void;
  readonly onOwed: () => void;
}

/**
 * Imports a file from here, and returns how it ended. An import of the same file that was interrupted
 * goes on. What concerns the desk is owed to whoever serves the centre, and waited for.
 *
 * @throws {ImportRefused} the file cannot be imported as it is. @throws {ImportBusy} another import
 * runs. @throws the reason of `signal` when that is aborted; the import can go on later.
 */
export async function importFile(
  database: Database<Tables>,
  path: string,
  { request, ...caller }: ImportCaller & { readonly request: ImportRequest },
): Promise<ImportRecord> {
  const db = database.kysely;
  const { centre } = caller;
  await using stack = new AsyncDisposableStack();
  stack.use(await takeImportLock(database, centre));
  await forgetOldImports(db, centre);
  const file = await inspectFile(path);
  const begun = await beginImport(db, caller, { file, request });
  const { importId, source } = begun;
  caller.onBegun?.(importId);
  await runImport({ db, importId, source, kindName: request.kind, ...request, ...caller });
  return await readOwn(database, centre, importId);
}

/**
 * Undoes an import from here, and returns it.
 *
 * @throws {UndoRefused} there is nothing to undo. @throws {ImportBusy} an import runs.
 */
export async function undoImport(
  database: Database<Tables>,
  importId: string,
  caller: ImportCaller,
): Promise<ImportRecord> {
  const db = database.kysely;
  await using stack = new AsyncDisposableStack();
  stack.use(await takeImportLock(database, caller.centre));
  const record = await beginUndo(db, { importId, ...caller });
  await runUndo({ db, importId, ...caller }, record);
  return await readOwn(database, caller.centre, importId);
}

async function readOwn(
  { kysely }: Database<Tables>,
  centre: string,
  importId: string,
): Promise<ImportRecord> {
  const record = await readImport(kysely, centre, importId);
  if (record === undefined) throw new Error('an import ended and left no record');
  return record;
}
