import { type Kysely, type Selectable, sql } from 'kysely';
import type { ImportTable } from '../store/import-tables.ts';
import type { Tables } from '../store/tables.ts';
import type { ImportKindName } from './import-kinds.ts';
import type { MappedColumn } from './map-columns.ts';

/**
 * How far an import is:
 *
 * running → done | failed; running → refused, where it was to be all or nothing; done | failed |
 * running → undoing → undone. `running` and `undoing` go on where they stopped.
 */
export type ImportStatus = 'running' | 'done' | 'refused' | 'failed' | 'undoing' | 'undone';

export interface ImportCounts {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** An import as its importer sees it. */
export interface ImportRecord {
  readonly importId: string;
  readonly kind: ImportKindName;
  readonly status: ImportStatus;
  readonly isDryRun: boolean;
  readonly actor: string;
  readonly columns: readonly MappedColumn[];
  /** Rows dealt with. */
  readonly rowCount: number;
  readonly counts: ImportCounts;
  /** Why it failed, as a code. */
  readonly fault: string | undefined;
  readonly startedAt: number;
  readonly endedAt: number | undefined;
  /** Whether what was there before is still known. */
  readonly isForgotten: boolean;
}

/** One import; undefined when there is none of this id. */
export async function readImport(
  db: Kysely<Tables>,
  centre: string,
  importId: string,
): Promise<ImportRecord | undefined> {
  const row = await db
    .selectFrom('import')
    .selectAll()
    .where('centre', '=', centre)
    .where('id', '=', importId)
    .executeTakeFirst();
  return row && recordOf(row);
}

/** Imports, the latest first, after the one with this start and id. */
export async function readImports(
  db: Kysely<Tables>,
  centre: string,
  { limit, after }: { limit: number; after?: { readonly startedAt: number; readonly id: string } },
): Promise<readonly ImportRecord[]> {
  let select = db.selectFrom('import').selectAll().where('centre', '=', centre);
  if (after !== undefined) {
    const startedAt = new Date(after.startedAt);
    select = select.where(sql<boolean>`(started_at, id) < (${startedAt}, ${after.id})`);
  }
  const rows = await select
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(recordOf);
}

function recordOf(row: Selectable<ImportTable>): ImportRecord {
  return {
    importId: row.id,
    kind: row.kind as ImportKindName,
    status: row.status as ImportStatus,
    isDryRun: row.is_dry_run,
    actor: row.actor,
    columns: JSON.parse(row.columns) as readonly MappedColumn[],
    rowCount: row.row_position,
    counts: {
      created: row.created_count,
      changed: row.changed_count,
      unchanged: row.unchanged_count,
      refused: row.refused_count,
    },
    fault: row.fault ?? undefined,
    startedAt: row.started_at.getTime(),
    endedAt: row.ended_at?.getTime(),
    isForgotten: row.forgotten_at !== null,
  };
}
