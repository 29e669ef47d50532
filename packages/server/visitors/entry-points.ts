import type { Channel, Requirement } from '@rapport/core';
import type { EntryPoint, EntryTheme } from '@rapport/protocol';
import type { Kysely, Selectable } from 'kysely';
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
  return {
    entryId: row.id,
    name: row.name,
    // The table's writer knows these two.
    channel: row.channel as Channel & EntryPoint['channel'],
    isOpen: row.is_open,
    origins: [...row.origins],
    promiseId: row.promise_id,
    requirements: JSON.parse(row.requirements) as Requirement[],
    ...(row.priority !== null && { priority: row.priority }),
    ...(row.greeting !== null && { greeting: row.greeting }),
    theme: JSON.parse(row.theme) as EntryTheme,
  };
}

/** Who changes entry points, and where. */
interface Change {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  /** Whom the audit names. */
  readonly actor: string;
}

/** Defines an entry point or replaces it; returns false where it would change its channel. */
export async function putEntryPoint(
  { db, centre, actor }: Change,
  { entryId: id, channel, ...terms }: EntryPoint,
): Promise<boolean> {
  const values = {
    name: terms.name,
    is_open: terms.isOpen,
    origins: terms.origins.map((origin) => origin.toLowerCase()),
    promise_id: terms.promiseId,
    requirements: JSON.stringify(terms.requirements),
    priority: terms.priority ?? null,
    greeting: terms.greeting ?? null,
    theme: JSON.stringify(terms.theme ?? {}),
  };
  return await db.transaction().execute(async (trx) => {
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
    if (numInsertedOrUpdatedRows === 0n) return false;
    await writeAuditEntry(trx, { centre, actor, action: 'define-entry-point', subject: id });
    return true;
  });
}

/** Deletes an entry point; `used` where somebody has come through it. */
export async function deleteEntryPoint(
  { db, centre, actor }: Change,
  id: string,
): Promise<'done' | 'unknown' | 'used'> {
  return await db.transaction().execute(async (trx) => {
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
    await writeAuditEntry(trx, { centre, actor, action: 'delete-entry-point', subject: id });
    return 'done';
  });
}
