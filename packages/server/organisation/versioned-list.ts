import type { SettingKind } from '@rapport/protocol';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { type SettingState, writeAuditEntry } from '../store/write-audit-entry.ts';
import type { Change } from './define.ts';

/** Where a list of which a centre has one is kept, and how the audit knows it. */
export interface Kept {
  readonly table: 'disposition_list' | 'skill_list';
  readonly column: 'dispositions' | 'skills';
  readonly kind: SettingKind;
  readonly subject: string;
}

/** A list as it was written, and how often it was. */
interface VersionedList<Item> {
  readonly version: number;
  readonly items: readonly Item[];
}

/** A centre's list; undefined while nobody has written one. */
export async function readList<Item>(
  db: Kysely<Tables>,
  centre: string,
  { table, column }: Pick<Kept, 'table' | 'column'>,
): Promise<VersionedList<Item> | undefined> {
  const { rows } = await sql<{ version: number; items: string }>`
    select version, ${sql.ref(column)} as items from ${sql.table(table)}
    where centre = ${centre}`.execute(db);
  const [row] = rows;
  // Written below, and nowhere else.
  return row && { version: row.version, items: JSON.parse(row.items) as readonly Item[] };
}

/** What came of replacing a list, and which version there is now. */
type Replaced = { readonly kind: 'done' | 'version-wrong'; readonly version: number };

/** Replaces a list, where a version is given only that one, and says so in the audit. */
export async function replaceList(
  { db, centre, actor }: Change,
  { table, column, kind, subject }: Kept,
  {
    version,
    items,
    stateOf,
  }: {
    readonly version: number | undefined;
    readonly items: readonly object[];
    /** How the setting stands, in the fields of the API. */
    readonly stateOf: (trx: Transaction<Tables>) => Promise<SettingState>;
  },
): Promise<Replaced> {
  return await db.transaction().execute(async (trx): Promise<Replaced> => {
    const { rows } = await sql<{ version: number }>`
      select version from ${sql.table(table)} where centre = ${centre} for update`.execute(trx);
    const current = rows[0]?.version ?? 0;
    if (version !== undefined && version !== current) {
      return { kind: 'version-wrong', version: current };
    }
    const before = await stateOf(trx);
    const next = current + 1;
    // Nobody's first list replaces another first list that came a moment before.
    const written = await sql`
      insert into ${sql.table(table)} as kept (centre, version, ${sql.ref(column)})
      values (${centre}, ${next}::integer, ${JSON.stringify(items)})
      on conflict (centre) do update
      set version = excluded.version, ${sql.ref(column)} = excluded.${sql.ref(column)}
      where kept.version = ${current}::integer`.execute(trx);
    if (written.numAffectedRows === 0n) return { kind: 'version-wrong', version: next };
    const entry = { centre, actor, action: `change-${kind}`, subject };
    await writeAuditEntry(trx, entry, { kind, before, after: await stateOf(trx) });
    return { kind: 'done', version: next };
  });
}
