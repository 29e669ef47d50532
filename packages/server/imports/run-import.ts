import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { awaitCommands, awaitViewsOfOwed } from './await-desk.ts';
import { ImportRefused } from './import-faults.ts';
import type { Change, ImportContext, ImportKind, Plan } from './import-kind.ts';
import { IMPORT_KINDS, type ImportKindName } from './import-kinds.ts';
import type { Source } from './source.ts';
import { renewStatistics } from './renew-statistics.ts';
import { retryConflicts } from './retry-conflicts.ts';
import { refuseByDesk } from './refuse-by-desk.ts';
import { readChunks } from './read-chunks.ts';
import { writeChunk, writeFaults, writeRows } from './write-chunk.ts';

/** Few enough that a chunk takes tenths of a second, many enough that statements cost little a row. */
const CHUNK_ROWS = 2_500;
/** Of a dry run so many rows are kept to be looked at. */
const SAMPLE_ROWS = 100;

/** An import whose record was made, and what works it off. */
export interface ImportWork {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly importId: string;
  readonly kindName: ImportKindName;
  readonly actor: string;
  readonly region: string | undefined;
  readonly timeZone?: string | undefined;
  readonly isDryRun: boolean;
  readonly isAllOrNothing: boolean;
  readonly source: Source;
  /** Aborted when the work is to stop; it goes on later where it was. */
  readonly signal: AbortSignal;
  /** Told after each chunk how many rows were dealt with. */
  readonly onProgress: (rowCount: number) => void;
  /** Told when the desk is owed something new. */
  readonly onOwed: () => void;
}

/**
 * Works an import off from where it is, a chunk of rows at a time, each in one transaction with
 * everything that is remembered of it. Killed at any moment, it goes on from the last whole chunk and
 * comes to the same end. Its record says how it ended.
 *
 * The caller holds the import lock. @throws the reason of `signal` when that is aborted.
 */
export async function runImport(work: ImportWork): Promise<void> {
  const kind: ImportKind = IMPORT_KINDS[work.kindName];
  try {
    if (kind.isForDesk) await awaitViewsOfOwed(work.db, work);
    const from = await positionOf(work);
    if (work.isDryRun || (work.isAllOrNothing && from === 0)) {
      const tried = await tryOut(work, kind);
      if (work.isDryRun) {
        await endTrial(work, tried, 'done');
        return;
      }
      if (tried.refused > 0) {
        await endTrial(
          work,
          { ...tried, created: 0, changed: 0, unchanged: 0, sample: [] },
          'refused',
        );
        return;
      }
    }
    await takeRows(work, kind, from);
    if (kind.isForDesk) {
      await awaitCommands(work.db, { ...work, prefix: `${work.importId}:` });
    }
    await end(work);
  } catch (error) {
    if (!(error instanceof ImportRefused)) throw error;
    await failImport(work.db, work, error);
  }
}

async function positionOf({ db, centre, importId }: ImportWork): Promise<number> {
  const { row_position: position } = await db
    .selectFrom('import')
    .select('row_position')
    .where('centre', '=', centre)
    .where('id', '=', importId)
    .executeTakeFirstOrThrow();
  return position;
}

/** What a file would come to. */
interface Trial {
  readonly rowCount: number;
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly faults: Plan['faults'];
  readonly sample: readonly Change[];
}

async function tryOut(work: ImportWork, kind: ImportKind): Promise<Trial> {
  const run = kind.begin(contextOf(work, { isDryRun: true, claims: new Map() }));
  const counts = { created: 0, changed: 0, unchanged: 0 };
  const faults: Plan['faults'][number][] = [];
  const refusedLines = new Set<number>();
  const sample: Change[] = [];
  let rowCount = 0;
  const place = { skipCount: 0, size: CHUNK_ROWS };
  for await (const chunk of readChunks(work.source.rows(), place, run.read)) {
    work.signal.throwIfAborted();
    const plan = await chunk.plan(work.db);
    for (const change of plan.changes) {
      counts[change.outcome] += 1;
      if (change.outcome !== 'unchanged' && sample.length < SAMPLE_ROWS) sample.push(change);
    }
    for (const { line } of plan.faults) refusedLines.add(line);
    faults.push(...plan.faults);
    rowCount += chunk.rowCount;
    work.onProgress(rowCount);
  }
  return { rowCount, ...counts, refused: refusedLines.size, faults, sample };
}

async function endTrial(
  { db, centre, importId }: ImportWork,
  trial: Trial,
  status: 'done' | 'refused',
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await writeFaults(trx, { centre, importId }, trial.faults);
    await writeRows(trx, { centre, importId }, trial.sample);
    await trx
      .updateTable('import')
      .set({
        status,
        row_position: trial.rowCount,
        created_count: trial.created,
        changed_count: trial.changed,
        unchanged_count: trial.unchanged,
        refused_count: trial.refused,
        ended_at: new Date(),
      })
      .where('centre', '=', centre)
      .where('id', '=', importId)
      .execute();
  });
}

async function takeRows(work: ImportWork, kind: ImportKind, from: number): Promise<void> {
  const { db, centre, importId, actor, signal } = work;
  const claims = await claimsOf(work);
  const run = kind.begin(contextOf(work, { isDryRun: false, claims }));
  let position = from;
  let renewAt = CHUNK_ROWS;
  const place = { skipCount: from, size: CHUNK_ROWS };
  for await (const chunk of readChunks(work.source.rows(), place, run.read)) {
    signal.throwIfAborted();
    const { rowCount, firstLine } = chunk;
    if (kind.isCumulative === true && position > from) await awaitViewsOfOwed(db, work);
    await retryConflicts(async (isAgain) => {
      if (isAgain) dropClaims(claims, firstLine);
      await db.transaction().execute(async (trx) => {
        const plan = await chunk.plan(trx);
        await chunk.apply(trx, plan.changes);
        await writeChunk(trx, { centre, importId, actor, from: position, rowCount }, plan);
      });
    });
    position += rowCount;
    if (position >= renewAt) {
      await renewStatistics(db);
      renewAt = 2 * position;
    }
    if (kind.isForDesk) work.onOwed();
    work.onProgress(position);
  }
}

/** What a try that failed has met does not count. */
function dropClaims(claims: Map<string, number>, fromLine: number): void {
  for (const [subject, line] of claims) if (line >= fromLine) claims.delete(subject);
}

/** Whom the rows of before were about; what an interrupted import has met still counts. */
async function claimsOf({ db, centre, importId }: ImportWork): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('import_row')
    .select(['subject', (eb) => eb.fn.min('line').as('line')])
    .where('centre', '=', centre)
    .where('import_id', '=', importId)
    .groupBy('subject')
    .execute();
  return new Map(rows.map(({ subject, line }) => [subject, line]));
}

function contextOf(
  { centre, region, timeZone }: ImportWork,
  rest: Pick<ImportContext, 'isDryRun' | 'claims'>,
): ImportContext {
  // Imports of before did not name it, and none of them was of anything with times.
  return { centre, region, timeZone: timeZone ?? 'UTC', ...rest };
}

/** What came to nothing need not be remembered any longer. */
async function end({ db, centre, importId }: ImportWork): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await refuseByDesk(trx, centre, importId);
    await trx
      .deleteFrom('import_row')
      .where('centre', '=', centre)
      .where('import_id', '=', importId)
      .where('outcome', '=', 'unchanged')
      .execute();
    await trx
      .updateTable('import')
      .set({ status: 'done', ended_at: new Date() })
      .where('centre', '=', centre)
      .where('id', '=', importId)
      .execute();
  });
}

/** The file cannot be read to its end; what was taken before stays, and can be undone. */
export async function failImport(
  db: Kysely<Tables>,
  { centre, importId }: Pick<ImportWork, 'centre' | 'importId'>,
  error: ImportRefused,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const fault = { line: 0, column: undefined, code: error.code, expected: error.expected };
    await writeFaults(trx, { centre, importId }, [{ ...fault, piiFound: undefined }]);
    await trx
      .updateTable('import')
      .set({ status: 'failed', fault: error.code, ended_at: new Date() })
      .where('centre', '=', centre)
      .where('id', '=', importId)
      .execute();
  });
}
