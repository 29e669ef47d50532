import { type Kysely, sql } from 'kysely';
import { oweCommands } from '../store/outbox.ts';
import type { Tables } from '../store/tables.ts';
import { awaitCommands, awaitViewsOfOwed } from './await-desk.ts';
import { UndoRefused } from './import-faults.ts';
import type { Fields, ImportKind, TakenRow } from './import-kind.ts';
import { IMPORT_KINDS } from './import-kinds.ts';
import { type ImportRecord, readImport } from './import-record.ts';
import { renewStatistics } from './renew-statistics.ts';

const CHUNK_ROWS = 2_500;

/** An import that is to be undone, and what works that off. */
export interface UndoWork {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly importId: string;
  readonly actor: string;
  readonly signal: AbortSignal;
  readonly onProgress: (rowCount: number) => void;
  readonly onOwed: () => void;
}

/**
 * Says that an import is to be undone.
 *
 * @throws {UndoRefused} there is none, it changed nothing, or what was there before is forgotten.
 */
export async function beginUndo(
  db: Kysely<Tables>,
  { centre, importId, actor }: Pick<UndoWork, 'centre' | 'importId' | 'actor'>,
): Promise<ImportRecord> {
  const record = await readImport(db, centre, importId);
  if (record === undefined) throw new UndoRefused('import-unknown');
  if (record.isForgotten) throw new UndoRefused('import-forgotten');
  const { status, counts, isDryRun } = record;
  const isEmpty = isDryRun || counts.created + counts.changed === 0;
  if (isEmpty || status === 'undone' || status === 'refused') {
    throw new UndoRefused('nothing-to-undo');
  }
  if (status === 'undoing') return record;
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('import')
      .set({ status: 'undoing', ended_at: null })
      .where('centre', '=', centre)
      .where('id', '=', importId)
      .execute();
    const entry = { centre, actor, action: 'undo-import', subject: importId };
    await trx.insertInto('audit_trail').values(entry).execute();
  });
  return { ...record, status: 'undoing' };
}

/**
 * Takes an import back, the last rows first, each chunk in one transaction: what it made goes unless
 * something names it by now, what it changed becomes what it was unless it was changed since. Which
 * rows were kept, and why, is noted with them. Killed at any moment, it goes on where it was.
 *
 * The caller holds the import lock. @throws the reason of `signal` when that is aborted.
 */
export async function runUndo(
  work: UndoWork,
  { kind: kindName, counts }: ImportRecord,
): Promise<void> {
  const { db, centre, importId, signal } = work;
  const kind: ImportKind = IMPORT_KINDS[kindName];
  if (kind.isForDesk) await awaitViewsOfOwed(db, work);
  if (counts.created + counts.changed >= CHUNK_ROWS) await renewStatistics(db);
  let rowCount = 0;
  for (;;) {
    signal.throwIfAborted();
    const count = await undoChunk(work, kind);
    if (count === 0) break;
    rowCount += count;
    if (kind.isForDesk) work.onOwed();
    if (kind.isCumulative === true) await awaitViewsOfOwed(db, work);
    work.onProgress(rowCount);
  }
  if (kind.isForDesk) await awaitCommands(db, { centre, prefix: `${importId}:undo:`, signal });
  await endUndo(work);
}

async function undoChunk(
  { db, centre, importId, actor }: UndoWork,
  kind: ImportKind,
): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    const rows = await trx
      .selectFrom('import_row')
      .select(['line', 'subject', 'outcome', 'pii_before', 'pii_after'])
      .where('centre', '=', centre)
      .where('import_id', '=', importId)
      .where('undone', 'is', null)
      .where('outcome', '!=', 'unchanged')
      .orderBy('line', 'desc')
      .limit(CHUNK_ROWS)
      .execute();
    if (rows.length === 0) return 0;
    const remembered = rows.flatMap(
      ({ line, subject, outcome, pii_before: before, pii_after: after }): TakenRow | [] =>
        before === null || after === null
          ? []
          : {
              line,
              subject,
              isCreated: outcome === 'created',
              before: JSON.parse(before) as Fields,
              after: JSON.parse(after) as Fields,
            },
    );
    const undone = await kind.undo(trx, centre, remembered);
    const outcomes = new Map<number, string>(undone.map(({ line, outcome }) => [line, outcome]));
    await sql`
      update import_row r set undone = given.outcome
      from unnest(
        ${rows.map(({ line }) => line)}::integer[],
        ${rows.map(({ line }) => outcomes.get(line) ?? 'erased')}::text[]
      ) as given (line, outcome)
      where r.centre = ${centre} and r.import_id = ${importId} and r.line = given.line
    `.execute(trx);
    const restored = new Set(
      undone.filter(({ outcome }) => outcome === 'restored').map(({ line }) => line),
    );
    const subjects = rows.filter(({ line }) => restored.has(line)).map(({ subject }) => subject);
    await sql`
      insert into audit_trail (centre, actor, action, subject)
      select ${centre}, ${actor}, 'undo-imported', given.* from unnest(${subjects}::text[]) as given
    `.execute(trx);
    const owed = undone.flatMap(({ line, command }) =>
      command === undefined ? [] : { id: `${importId}:undo:${line}`, actor, command },
    );
    if (owed.length > 0) await oweCommands(trx, centre, owed);
    return rows.length;
  });
}

/** What the desk refused to take back was kept. */
async function endUndo({ db, centre, importId }: UndoWork): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Materialised, so that the whole outbox is read once and not once a row.
    await sql`
      with refused as materialized (
        select split_part(id, ':', 3)::integer as line, refusal
        from outbox
        where centre = ${centre} and refusal is not null
          and starts_with(id, ${`${importId}:undo:`})
      )
      update import_row r set undone = refused.refusal from refused
      where r.centre = ${centre} and r.import_id = ${importId} and r.line = refused.line
    `.execute(trx);
    await trx
      .updateTable('import')
      .set({ status: 'undone', ended_at: new Date() })
      .where('centre', '=', centre)
      .where('id', '=', importId)
      .execute();
  });
}
