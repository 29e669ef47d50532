import { hash } from 'node:crypto';
import { isSupportedCountry } from 'libphonenumber-js/min';
import type { Kysely } from 'kysely';
import { CommandIdReused } from '../host/host-faults.ts';
import { mintUuid } from '../identity/mint-id.ts';
import { isTimeZone } from '../organisation/is-time-zone.ts';
import type { Tables } from '../store/tables.ts';
import { ImportRefused } from './import-faults.ts';
import type { ImportKind } from './import-kind.ts';
import { IMPORT_KINDS, type ImportKindName } from './import-kinds.ts';
import type { InspectedFile } from './inspect-file.ts';
import { openSource } from './open-source.ts';
import type { Source } from './source.ts';
import type { Delimiter } from './read-records.ts';

/** What is to be imported, and how. */
export interface ImportRequest {
  readonly kind: ImportKindName;
  /** Field by column. */
  readonly map: ReadonlyMap<string, string>;
  readonly delimiter: Delimiter | undefined;
  readonly region: string | undefined;
  /** By whose clocks times are read; absent where an import of before did not say it. */
  readonly timeZone?: string | undefined;
  /** Whose calendar it is. */
  readonly agent?: string | undefined;
  readonly isDryRun: boolean;
  readonly isAllOrNothing: boolean;
}

/** An import that has its record, and the file that it is made of. */
export interface BegunImport {
  readonly importId: string;
  readonly request: ImportRequest;
  readonly source: Source;
}

/**
 * Understands the header of a file, or its calendar, and makes the record of its import. The same file with the same
 * options finds the record of an import that was interrupted, so that it goes on there. An import of
 * a given id is made once.
 *
 * @throws {ImportRefused} the file or its columns are none that can be imported; nothing is kept.
 * @throws {CommandIdReused} the id belongs to the import of another file.
 */
export async function beginImport(
  db: Kysely<Tables>,
  { centre, actor, importId }: { centre: string; actor: string; importId?: string },
  { file, request }: { file: InspectedFile; request: ImportRequest },
): Promise<BegunImport> {
  const { kind: kindName, region } = request;
  const kind: ImportKind = IMPORT_KINDS[kindName];
  if (region !== undefined && !isSupportedCountry(region)) {
    throw new ImportRefused('region-invalid', 'region', 'a country as ISO 3166 abbreviates it: CH');
  }
  if (request.timeZone !== undefined && !isTimeZone(request.timeZone)) {
    const expected = 'a name of the IANA, such as Europe/Zurich';
    throw new ImportRefused('time-zone-invalid', 'timeZone', expected);
  }
  const contentHash = contentHashOf(file, request);
  const earlier = await earlierImport(db, { centre, importId, contentHash });
  const startedAt = earlier?.started_at ?? new Date();
  const source = await openSource(file, kind, {
    ...request,
    agent: request.agent,
    timeZone: request.timeZone ?? 'UTC',
    begunAt: startedAt.getTime(),
  });
  if (earlier !== undefined) return { importId: earlier.id, request, source };
  const id = importId ?? `import_${mintUuid()}`;
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('import')
      .values({
        centre,
        id,
        kind: kindName,
        status: 'running',
        actor,
        is_dry_run: request.isDryRun,
        options: optionsText(request),
        content_hash: contentHash,
        columns: JSON.stringify(source.columns),
        started_at: startedAt,
      })
      .execute();
    const entry = { centre, actor, action: 'start-import', subject: id };
    await trx.insertInto('audit_trail').values(entry).execute();
  });
  return { importId: id, request, source };
}

/** By which a file that is to be imported in the same way is known again. */
export function contentHashOf(
  { hash: fileHash }: { hash: string },
  request: ImportRequest,
): string {
  return hash('sha256', `${fileHash} ${optionsText(request)}`, 'base64url');
}

async function earlierImport(
  db: Kysely<Tables>,
  asked: { centre: string; importId: string | undefined; contentHash: string },
): Promise<{ readonly id: string; readonly started_at: Date } | undefined> {
  const { centre, importId, contentHash } = asked;
  const select = db
    .selectFrom('import')
    .select(['id', 'content_hash', 'started_at'])
    .where('centre', '=', centre);
  if (importId === undefined) {
    return await select
      .where('content_hash', '=', contentHash)
      .where('status', '=', 'running')
      .where('is_dry_run', '=', false)
      .executeTakeFirst();
  }
  const known = await select.where('id', '=', importId).executeTakeFirst();
  if (known !== undefined && known.content_hash !== contentHash) {
    throw new CommandIdReused(importId);
  }
  return known;
}

/** What a file is read with, as it is stored: equal requests give equal texts. */
function optionsText({ kind, map, ...how }: ImportRequest): string {
  const { isDryRun, isAllOrNothing, delimiter, region, timeZone, agent } = how;
  const columns = [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({
    kind,
    isDryRun,
    isAllOrNothing,
    delimiter,
    region,
    timeZone,
    agent,
    map: columns,
  });
}

/** The request that `beginImport` stored. */
export function requestOf(options: string): ImportRequest {
  const stored = JSON.parse(options) as Partial<ImportRequest> &
    Pick<ImportRequest, 'kind' | 'isDryRun' | 'isAllOrNothing'> & {
      readonly map: readonly (readonly [string, string])[];
    };
  const { isDryRun, isAllOrNothing, delimiter, region, timeZone, agent } = stored;
  const how = { isDryRun, isAllOrNothing, delimiter, region, timeZone, agent };
  return { kind: stored.kind, ...how, map: new Map(stored.map) };
}
