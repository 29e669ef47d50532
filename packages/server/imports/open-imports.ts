import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../database/database.ts';
import { CommandIdReused } from '../host/host-faults.ts';
import { reasonOf } from '../logs/reason-of.ts';
import type { ImportTable } from '../store/import-tables.ts';
import type { Tables } from '../store/tables.ts';
import {
  beginImport,
  type BegunImport,
  contentHashOf,
  type ImportRequest,
  requestOf,
} from './begin-import.ts';
import { forgetOldImports } from './forget-imports.ts';
import { ImportBusy, ImportRefused } from './import-faults.ts';
import { takeImportLock } from './import-lock.ts';
import { type ImportRecord, readImport } from './import-record.ts';
import { inspectFile } from './inspect-file.ts';
import { failImport, runImport } from './run-import.ts';
import { beginUndo, runUndo } from './undo-import.ts';
import { hashUpload, keepUpload } from './upload.ts';

/** The imports of a centre that its serving process works off. */
export interface Imports extends AsyncDisposable {
  /**
   * Keeps a file, understands its header, and works it off in the background. Asked twice under one
   * id, it is imported once.
   *
   * @throws {ImportRefused} it cannot be imported as it is. @throws {ImportBusy} another import runs.
   * @throws {CommandIdReused} the id belongs to the import of another file.
   */
  readonly start: (
    asked: { readonly importId: string; readonly actor: string; readonly request: ImportRequest },
    body: AsyncIterable<Uint8Array>,
  ) => Promise<ImportRecord>;
  /**
   * Undoes an import in the background.
   *
   * @throws {UndoRefused} there is nothing to undo. @throws {ImportBusy} an import runs.
   */
  readonly undo: (importId: string, actor: string) => Promise<ImportRecord>;
}

export interface ImportRooms {
  readonly database: Database<Tables>;
  readonly centre: string;
  /** Where files lie until they are worked off. */
  readonly folder: string;
  /** Told when the desk is owed something new. */
  readonly onOwed: () => void;
  /** Told, in a sentence, of trouble. */
  readonly notice: (message: string) => void;
}

const DAY_MS = 24 * 3_600_000;

/** An import, or an undo, whose process ended before it did. */
type Interrupted = Pick<ImportTable, 'id' | 'actor' | 'status' | 'options'>;

/** Opens the imports of a centre. What was interrupted when its process ended goes on. */
export async function openImports(rooms: ImportRooms): Promise<Imports> {
  const imports = new BackgroundImports(rooms);
  await imports.open();
  return imports;
}

class BackgroundImports implements Imports {
  readonly #rooms: ImportRooms;
  readonly #ending = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(rooms: ImportRooms) {
    this.#rooms = rooms;
  }

  async open(): Promise<void> {
    await this.#forget();
    const daily = setInterval(() => void this.#forget(), DAY_MS);
    daily.unref();
    this.#ending.signal.addEventListener('abort', () => clearInterval(daily));
    try {
      const interrupted = await this.#inBackground(
        () => interruptedImports(this.#rooms),
        (found) => this.#goOn(found),
      );
      if (interrupted.length === 0) await this.#running;
    } catch (error) {
      // Somebody imports from the command line at this moment; the next start goes on.
      if (!(error instanceof ImportBusy)) throw error;
    }
  }

  async start(
    asked: Parameters<Imports['start']>[0],
    body: AsyncIterable<Uint8Array>,
  ): Promise<ImportRecord> {
    try {
      await this.#takeIn(asked, body);
    } catch (error) {
      // What is being worked off may be this very import, of which somebody had no answer.
      if (!(error instanceof ImportBusy && (await this.#isBegun(asked, body)))) throw error;
    }
    return await this.#read(asked.importId);
  }

  async #takeIn(
    { importId, actor, request }: Parameters<Imports['start']>[0],
    body: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const { centre, database } = this.#rooms;
    await this.#inBackground(
      async () => {
        const path = this.#pathOf(importId);
        await keepUpload(path, body);
        try {
          const file = await inspectFile(path);
          return await beginImport(database.kysely, { centre, actor, importId }, { file, request });
        } catch (error) {
          await rm(path, { force: true });
          throw error;
        }
      },
      async (begun) => {
        const { status } = await this.#read(importId);
        if (status === 'running') await this.#workOff(actor, begun);
        else await rm(this.#pathOf(importId), { force: true });
      },
    );
  }

  /** Whether there is an import of this id. @throws {CommandIdReused} it is one of another file. */
  async #isBegun(
    { importId, request }: Parameters<Imports['start']>[0],
    body: AsyncIterable<Uint8Array>,
  ): Promise<boolean> {
    const { centre, database } = this.#rooms;
    const begun = await database.kysely
      .selectFrom('import')
      .select('content_hash')
      .where('centre', '=', centre)
      .where('id', '=', importId)
      .executeTakeFirst();
    if (begun === undefined) return false;
    const contentHash = contentHashOf({ hash: await hashUpload(body) }, request);
    if (begun.content_hash !== contentHash) throw new CommandIdReused(importId);
    return true;
  }

  undo(importId: string, actor: string): Promise<ImportRecord> {
    const { centre, database } = this.#rooms;
    return this.#inBackground(
      () => beginUndo(database.kysely, { centre, importId, actor }),
      (record) => this.#takeBack(actor, record),
    );
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#ending.abort();
    await this.#running;
  }

  /** Holds the lock until the work is done; what is prepared the caller waits for. */
  async #inBackground<Prepared>(
    prepare: () => Promise<Prepared>,
    work: (prepared: Prepared) => Promise<void>,
  ): Promise<Prepared> {
    const { database, centre, notice } = this.#rooms;
    this.#ending.signal.throwIfAborted();
    const lock = await takeImportLock(database, centre);
    let prepared: Prepared;
    try {
      prepared = await prepare();
    } catch (error) {
      await lock[Symbol.asyncDispose]();
      throw error;
    }
    this.#running = work(prepared)
      .catch((error: unknown) => {
        if (this.#ending.signal.aborted) return;
        notice(`an import was interrupted, the next start goes on: ${reasonOf(error)}`);
      })
      .finally(() => lock[Symbol.asyncDispose]());
    return prepared;
  }

  async #workOff(actor: string, { importId, request, source }: BegunImport): Promise<void> {
    const kindName = request.kind;
    await runImport({ ...this.#hooks(), importId, actor, source, kindName, ...request });
    await rm(this.#pathOf(importId), { force: true });
  }

  async #takeBack(actor: string, record: ImportRecord): Promise<void> {
    await runUndo({ ...this.#hooks(), importId: record.importId, actor }, record);
  }

  async #goOn(interrupted: readonly Interrupted[]): Promise<void> {
    for (const { id, actor, status, options } of interrupted) {
      if (status === 'undoing') {
        await this.#takeBack(actor, await this.#read(id));
        continue;
      }
      const begun = await this.#beginAgain({ id, actor, options });
      if (begun !== undefined) await this.#workOff(actor, begun);
    }
  }

  /** Undefined where the file is not what was begun with: then the import has failed. */
  async #beginAgain({
    id: importId,
    actor,
    options,
  }: Omit<Interrupted, 'status'>): Promise<BegunImport | undefined> {
    const { centre, database } = this.#rooms;
    const path = this.#pathOf(importId);
    try {
      const file = await inspectFile(path);
      const request = requestOf(options);
      return await beginImport(database.kysely, { centre, actor, importId }, { file, request });
    } catch (error) {
      if (!(error instanceof ImportRefused || error instanceof CommandIdReused)) throw error;
      const fault = new ImportRefused(
        'file-spoilt',
        'file',
        'the file as it was sent; send it anew',
      );
      await failImport(database.kysely, { centre, importId }, fault);
      await rm(path, { force: true });
      return undefined;
    }
  }

  #hooks() {
    const { database, centre, onOwed } = this.#rooms;
    const onProgress = (): undefined => undefined;
    return { db: database.kysely, centre, signal: this.#ending.signal, onProgress, onOwed };
  }

  #pathOf(importId: string): string {
    return join(this.#rooms.folder, `${importId}.csv`);
  }

  async #read(importId: string): Promise<ImportRecord> {
    const { centre, database } = this.#rooms;
    const record = await readImport(database.kysely, centre, importId);
    if (record === undefined) throw new Error('an import has no record');
    return record;
  }

  async #forget(): Promise<void> {
    const { database, centre, notice } = this.#rooms;
    await forgetOldImports(database.kysely, centre).catch((error: unknown) => {
      notice(`old imports could not be forgotten, tomorrow they will: ${reasonOf(error)}`);
    });
  }
}

/** Files of imports that ended are removed; those of imports that did not are to be gone on with. */
async function interruptedImports({
  database,
  centre,
  folder,
}: ImportRooms): Promise<readonly Interrupted[]> {
  const names = await readdir(folder).catch((error: unknown): string[] => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  });
  const rows = await database.kysely
    .selectFrom('import')
    .select(['id', 'actor', 'status', 'options'])
    .where('centre', '=', centre)
    .where('status', 'in', ['running', 'undoing'])
    .orderBy('started_at')
    .execute();
  // Without its file here an import was begun elsewhere, and goes on there.
  const wanted = rows.filter(
    ({ id, status }) => status === 'undoing' || names.includes(`${id}.csv`),
  );
  const kept = new Set(wanted.map(({ id }) => `${id}.csv`));
  for (const name of names) if (!kept.has(name)) await rm(join(folder, name), { force: true });
  return wanted;
}
