import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { Fields, RowFault } from './import-kind.ts';

/** A fault as it was kept, with its place among those of its import. */
export interface KeptFault extends RowFault {
  readonly ordinal: number;
}

/** The faults of an import that were kept, after this place. */
export async function readFaults(
  db: Kysely<Tables>,
  centre: string,
  { importId, after = 0, limit }: { importId: string; after?: number; limit: number },
): Promise<readonly KeptFault[]> {
  const rows = await db
    .selectFrom('import_fault')
    .selectAll()
    .where('centre', '=', centre)
    .where('import_id', '=', importId)
    .where('ordinal', '>', after)
    .orderBy('ordinal')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ordinal: row.ordinal,
    line: row.line,
    column: row.column_name ?? undefined,
    code: row.code,
    expected: row.expected,
    piiFound: row.pii_found ?? undefined,
  }));
}

/** What a row came to; before and after are empty once they are forgotten. */
export interface KeptRow {
  readonly line: number;
  readonly subject: string;
  readonly outcome: 'created' | 'changed' | 'unchanged';
  readonly before: Fields;
  readonly after: Fields;
  /** What undoing it came to. */
  readonly undone: string | undefined;
}

/** What rows of an import came to, after this line: all, or those alone that an undo has kept. */
export async function readRows(
  db: Kysely<Tables>,
  centre: string,
  asked: { importId: string; after?: number; limit: number; isKeptAlone?: boolean },
): Promise<readonly KeptRow[]> {
  const { importId, after = 0, limit, isKeptAlone = false } = asked;
  let select = db
    .selectFrom('import_row')
    .selectAll()
    .where('centre', '=', centre)
    .where('import_id', '=', importId)
    .where('line', '>', after);
  if (isKeptAlone) select = select.where('undone', '!=', 'restored');
  const rows = await select.orderBy('line').limit(limit).execute();
  return rows.map((row) => ({
    line: row.line,
    subject: row.subject,
    outcome: row.outcome as KeptRow['outcome'],
    before: fieldsOf(row.pii_before),
    after: fieldsOf(row.pii_after),
    undone: row.undone ?? undefined,
  }));
}

function fieldsOf(text: string | null): Fields {
  return text === null ? {} : (JSON.parse(text) as Fields);
}
