import type { Channel, Requirement } from '@rapport/core';
import type { EntryPoint, EntryTheme } from '@rapport/protocol';
import { type Kysely, type Selectable, sql } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { EntryPointTable } from '../store/visitor-tables.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';

/** How long what another process changed may go unnoticed. */
const REMEMBERED_MS = 2_500;

/** The entry points of a centre, as every call of a visitor looks them up. */
export interface EntryPoints {
  /** Undefined where there is none of this id. */
  readonly find: (entryId: string) => Promise<EntryPoint | undefined>;
  /** Lets what was changed here hold at once. */
  readonly forget: () => void;
}

/** Cost: one query in 2.5 s, however many ask, and for whatever ids. */
export function entryPoints(db: Kysely<Tables>, centre: string): EntryPoints {
  let known: { readonly all: Promise<ReadonlyMap<string, EntryPoint>>; until: number } | undefined;
  const load = async (): Promise<ReadonlyMap<string, EntryPoint>> => {
    const rows = await entryRows(db, centre).execute();
    return new Map(rows.map((row) => [row.id, entryPointOf(row)]));
  };
  return {
    async find(entryId) {
      if (known === undefined || known.until < Date.now()) {
        const loading = { all: load(), until: Date.now() + REMEMBERED_MS };
        known = loading;
        // What failed is asked again by the next.
        loading.all.catch(() => (loading.until = 0));
      }
      return (await known.all).get(entryId);
    },
    forget: () => (known = undefined),
  };
}

export function entryRows(db: Kysely<Tables>, centre: string) {
  return db.selectFrom('entry_point').selectAll().where('centre', '=', centre);
}

export function entryPointOf(row: Selectable<EntryPointTable>): EntryPoint {
  return { entryId: row.id, ...termsOf(row) };
}

function termsOf(row: Selectable<EntryPointTable>): Omit<EntryPoint, 'entryId'> {
  return {
    name: row.name,
    // The table's writer knows these two.
    channel: row.channel as Channel & EntryPoint['channel'],
    isOpen: row.is_open,
    origins: [...row.origins],
    promiseId: row.promise_id,
    ...(row.division_id !== null && { divisionId: row.division_id }),
    ...(row.case_type !== null && { caseType: row.case_type }),
    requirements: JSON.parse(row.requirements) as Requirement[],
    ...(row.priority !== null && { priority: row.priority }),
    ...(row.greeting !== null && { greeting: row.greeting }),
    theme: JSON.parse(row.theme) as EntryTheme,
  };
}

/** How an entry point stands, in the fields of the API, and will until the transaction ends; null without one. */
export async function entryPointState(
  db: Kysely<Tables>,
  centre: string,
  id: string,
): Promise<object | null> {
  const row = await entryRows(db, centre).where('id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? null : termsOf(row);
}

/** Who changes entry points, and where. */
interface Change {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  /** Whom the audit names. */
  readonly actor: string;
  /** As it must still stand (`ChangedSince`). */
  readonly onlyFrom?: string | null | undefined;
}

/** Defines an entry point or replaces it; says where it would change its channel. */
export async function putEntryPoint(
  { db, centre, actor, onlyFrom }: Change,
  { entryId: id, channel, ...terms }: EntryPoint,
): Promise<'done' | 'channel'> {
  const values = {
    name: terms.name,
    is_open: terms.isOpen,
    origins: terms.origins.map((origin) => origin.toLowerCase()),
    promise_id: terms.promiseId,
    division_id: terms.divisionId ?? null,
    case_type: terms.caseType ?? null,
    requirements: JSON.stringify(terms.requirements),
    priority: terms.priority ?? null,
    greeting: terms.greeting ?? null,
    theme: JSON.stringify(terms.theme ?? {}),
  };
  return await db.transaction().execute(async (trx) => {
    await lockEntryPoint(trx, centre, id);
    const before = await entryPointState(trx, centre, id);
    const { numInsertedOrUpdatedRows = 0n } = await trx
      .insertInto('entry_point')
      .values({ centre, id, channel, ...values })
      .onConflict((conflict) =>
        conflict
          .columns(['centre', 'id'])
          .doUpdateSet(values)
          .where('entry_point.channel', '=', channel),
      )
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return 'channel';
    const after = await entryPointState(trx, centre, id);
    const entry = { centre, actor, action: 'define-entry-point', subject: id };
    await writeAuditEntry(trx, entry, { kind: 'entry-point', before, after, onlyFrom });
    return 'done';
  });
}

/** Lets nobody else change this one until the transaction ends, also where there is none yet. */
async function lockEntryPoint(trx: Kysely<Tables>, centre: string, id: string): Promise<void> {
  const name = `entry-point ${centre} ${id}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(trx);
}

/** Deletes an entry point; `used` where somebody has come through it. */
export async function deleteEntryPoint(
  { db, centre, actor, onlyFrom }: Change,
  id: string,
): Promise<'done' | 'unknown' | 'used'> {
  return await db.transaction().execute(async (trx) => {
    await lockEntryPoint(trx, centre, id);
    // Whoever comes in meanwhile waits here, and then finds it gone.
    const row = await entryRows(trx, centre).where('id', '=', id).forUpdate().executeTakeFirst();
    if (row === undefined) return 'unknown';
    const thread = await trx
      .selectFrom('visitor_thread')
      .select('id')
      .where('centre', '=', centre)
      .where('entry_id', '=', id)
      .limit(1)
      .executeTakeFirst();
    if (thread !== undefined) return 'used';
    await trx.deleteFrom('entry_point').where('centre', '=', centre).where('id', '=', id).execute();
    const entry = { centre, actor, action: 'delete-entry-point', subject: id };
    const change = { kind: 'entry-point', before: termsOf(row), after: null, onlyFrom } as const;
    await writeAuditEntry(trx, entry, change);
    return 'done';
  });
}
