import type { Kysely, Transaction } from 'kysely';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import { type Part, partState } from './part-state.ts';
import type { Tables } from '../store/tables.ts';

/** Who changes the organisation, and where. */
export interface Change {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  /** Whom the audit names. */
  readonly actor: string;
  /** As it must still stand (`ChangedSince`). */
  readonly onlyFrom?: string | null | undefined;
}

/** What refers to a part: while anything does, it stays. */
const REFERRED_BY: Readonly<
  Record<Part, readonly (readonly ['team' | 'agent_profile' | 'led_team', string, string])[]>
> = {
  division: [['team', 'division_id', 'a team']],
  site: [['team', 'site_id', 'a team']],
  team: [
    ['agent_profile', 'team_id', 'an agent'],
    ['led_team', 'team_id', 'a supervisor'],
  ],
};

export async function defineDivision(
  change: Change,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<void> {
  await define(change, 'division', id, async (trx) => {
    await trx
      .insertInto('division')
      .values({ centre: change.centre, id, name })
      .onConflict((conflict) => conflict.columns(['centre', 'id']).doUpdateSet({ name }))
      .execute();
  });
}

export async function defineSite(
  change: Change,
  { id, ...terms }: { id: string; name: string; time_zone: string; region: string | null },
): Promise<void> {
  await define(change, 'site', id, async (trx) => {
    await trx
      .insertInto('site')
      .values({ centre: change.centre, id, ...terms })
      .onConflict((conflict) => conflict.columns(['centre', 'id']).doUpdateSet(terms))
      .execute();
  });
}

/** Returns which field names a part that does not exist, or undefined when it is done. */
export async function defineTeam(
  change: Change,
  {
    id,
    ...terms
  }: { id: string; name: string; division_id: string | null; site_id: string | null },
): Promise<'divisionId' | 'siteId' | undefined> {
  const { centre } = change;
  return await define(change, 'team', id, async (trx) => {
    const { division_id, site_id } = terms;
    if (!(await holds(trx, centre, 'division', division_id))) return 'divisionId';
    if (!(await holds(trx, centre, 'site', site_id))) return 'siteId';
    await trx
      .insertInto('team')
      .values({ centre, id, ...terms })
      .onConflict((conflict) => conflict.columns(['centre', 'id']).doUpdateSet(terms))
      .execute();
    return undefined;
  });
}

/** What came of deleting a part: it is gone, there was none, or what refers to it still. */
export type Deletion =
  | { readonly kind: 'done' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'used'; readonly by: string };

export async function deletePart(
  { db, centre, actor, onlyFrom }: Change,
  part: Part,
  id: string,
): Promise<Deletion> {
  return await db.transaction().execute(async (trx) => {
    // Whoever refers to it meanwhile waits here, and then finds it gone.
    const row = await trx
      .selectFrom(part)
      .select('id')
      .where('centre', '=', centre)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return { kind: 'unknown' };
    for (const [table, column, by] of REFERRED_BY[part]) {
      const referring = await trx
        .selectFrom(table)
        .select('centre')
        .where('centre', '=', centre)
        .where(trx.dynamic.ref(column), '=', id)
        .limit(1)
        .executeTakeFirst();
      if (referring !== undefined) return { kind: 'used', by };
    }
    const before = await partState(trx, { centre, part, id });
    await trx.deleteFrom(part).where('centre', '=', centre).where('id', '=', id).execute();
    const entry = { centre, actor, action: `delete-${part}`, subject: id };
    await writeAuditEntry(trx, entry, { kind: part, before, after: null, onlyFrom });
    return { kind: 'done' };
  });
}

/** Whether a part exists, and will until the transaction ends; nothing named is nothing wrong. */
export async function holds(
  trx: Transaction<Tables>,
  centre: string,
  part: Part,
  id: string | null,
): Promise<boolean> {
  if (id === null) return true;
  const row = await trx
    .selectFrom(part)
    .select('id')
    .where('centre', '=', centre)
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst();
  return row !== undefined;
}

async function define<Value>(
  { db, centre, actor, onlyFrom }: Change,
  part: Part,
  id: string,
  write: (trx: Transaction<Tables>) => Promise<Value>,
): Promise<Value> {
  return await db.transaction().execute(async (trx) => {
    const before = await partState(trx, { centre, part, id });
    const outcome = await write(trx);
    if (outcome !== undefined) return outcome;
    const after = await partState(trx, { centre, part, id });
    const entry = { centre, actor, action: `define-${part}`, subject: id };
    await writeAuditEntry(trx, entry, { kind: part, before, after, onlyFrom });
    return outcome;
  });
}
