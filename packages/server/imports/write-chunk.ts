import { sql, type Transaction } from 'kysely';
import { textArray } from '../store/joined-texts.ts';
import { oweParcels } from '../store/outbox.ts';
import type { Tables } from '../store/tables.ts';
import type { Change, Plan } from './import-kind.ts';

/** So many faults of an import are kept; all are counted. */
const FAULTS_KEPT_MAX = 1_000;

/** Which rows of which import were dealt with. */
export interface ChunkPlace {
  readonly centre: string;
  readonly importId: string;
  readonly actor: string;
  /** Rows before the chunk, and rows in it. */
  readonly from: number;
  readonly rowCount: number;
}

/** The id of what the desk is owed for a row. */
function rowCommandId(importId: string, line: number): string {
  return `${importId}:${line}`;
}

/**
 * Writes down what a chunk came to: rows as they were and are, faults, audit entries, what the desk is
 * owed, and how far the import is. Called in the transaction that changes the rows themselves.
 *
 * @throws {Error} the chunk was dealt with before.
 */
export async function writeChunk(
  trx: Transaction<Tables>,
  place: ChunkPlace,
  { changes, faults }: Plan,
): Promise<void> {
  const { centre, importId, actor } = place;
  await moveOn(trx, place, { changes, faults });
  await writeRows(trx, place, changes);
  await writeFaults(trx, place, faults);
  const touched = changes.filter(({ outcome }) => outcome !== 'unchanged');
  await sql`
    insert into audit_trail (centre, actor, action, subject)
    select ${centre}, ${actor}, given.* from unnest(
      ${textArray(touched.map(({ outcome }) => `import-${outcome}`))},
      ${textArray(touched.map(({ subject }) => subject))}
    ) as given`.execute(trx);
  const owed = touched.flatMap(({ line, command }) =>
    command === undefined ? [] : { id: rowCommandId(importId, line), command },
  );
  await oweParcels(trx, { centre, id: `${importId}:rows:${place.from}`, actor }, owed);
}

async function moveOn(
  trx: Transaction<Tables>,
  { centre, importId, from, rowCount }: ChunkPlace,
  { changes, faults }: Plan,
): Promise<void> {
  const count = (outcome: Change['outcome']): number =>
    changes.filter((change) => change.outcome === outcome).length;
  const { numUpdatedRows } = await trx
    .updateTable('import')
    .set((eb) => ({
      row_position: from + rowCount,
      created_count: eb('created_count', '+', count('created')),
      changed_count: eb('changed_count', '+', count('changed')),
      unchanged_count: eb('unchanged_count', '+', count('unchanged')),
      refused_count: eb('refused_count', '+', new Set(faults.map(({ line }) => line)).size),
    }))
    .where('centre', '=', centre)
    .where('id', '=', importId)
    .where('row_position', '=', from)
    .where('status', '=', 'running')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error('an import was moved on by somebody else');
}

/** Writes what rows came to, with what is needed to undo them. */
export async function writeRows(
  trx: Transaction<Tables>,
  { centre, importId }: Pick<ChunkPlace, 'centre' | 'importId'>,
  changes: readonly Change[],
): Promise<void> {
  await sql`
    insert into import_row (centre, import_id, line, subject, outcome, pii_before, pii_after)
    select ${centre}, ${importId}, given.* from unnest(
      ${changes.map(({ line }) => line)}::integer[],
      ${textArray(changes.map(({ subject }) => subject))},
      ${textArray(changes.map(({ outcome }) => outcome))},
      ${textArray(changes.map((change) => textOf(change, 'before')))},
      ${textArray(changes.map((change) => textOf(change, 'after')))}
    ) as given`.execute(trx);
}

function textOf(change: Change, side: 'before' | 'after'): string | null {
  return change.outcome === 'unchanged' ? null : JSON.stringify(change[side]);
}

/** Writes the first of the faults of an import; the others are counted only. */
export async function writeFaults(
  trx: Transaction<Tables>,
  { centre, importId }: Pick<ChunkPlace, 'centre' | 'importId'>,
  faults: Plan['faults'],
): Promise<void> {
  if (faults.length === 0) return;
  const kept = await trx
    .selectFrom('import_fault')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('centre', '=', centre)
    .where('import_id', '=', importId)
    .executeTakeFirstOrThrow();
  const places = Math.max(0, FAULTS_KEPT_MAX - kept.count);
  const rows = eachOnce(faults)
    .slice(0, places)
    .map((fault, index) => ({
      centre,
      import_id: importId,
      ordinal: kept.count + index + 1,
      line: fault.fileLine ?? fault.line,
      column_name: fault.column ?? null,
      code: fault.code,
      expected: fault.expected,
      pii_found: fault.piiFound ?? null,
    }));
  if (rows.length > 0) await trx.insertInto('import_fault').values(rows).execute();
}

/** What is wrong with an event of a calendar is said once, and not for each of its days. */
function eachOnce(faults: Plan['faults']): Plan['faults'] {
  const said = new Set<string>();
  return faults.filter(({ fileLine, column, code, piiFound }) => {
    if (fileLine === undefined) return true;
    const key = JSON.stringify([fileLine, column, code, piiFound]);
    if (said.has(key)) return false;
    said.add(key);
    return true;
  });
}
