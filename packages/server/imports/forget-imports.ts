import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';

/** So long an import can be undone, and what it found wrong be looked at. */
const KEPT_MS = 30 * 24 * 3_600_000;

/** Forgets what imports of more than thirty days ago remember of people. Returns how many they were. */
export async function forgetOldImports(
  db: Kysely<Tables>,
  centre: string,
  now: number = Date.now(),
): Promise<number> {
  return await db.transaction().execute(async (trx) => {
    const old = await trx
      .updateTable('import')
      .set({ forgotten_at: new Date(now) })
      .where('centre', '=', centre)
      .where('forgotten_at', 'is', null)
      .where('started_at', '<', new Date(now - KEPT_MS))
      .returning('id')
      .execute();
    const ids = old.map(({ id }) => id);
    await sql`
      update import_row set pii_before = null, pii_after = null
      where centre = ${centre} and import_id = any(${ids})`.execute(trx);
    await sql`
      update import_fault set pii_found = null
      where centre = ${centre} and import_id = any(${ids})`.execute(trx);
    return ids.length;
  });
}

/** Forgets what imports remember of somebody who is erased; his rows stay as they are by an undo. */
export async function eraseFromImports(
  trx: Transaction<Tables>,
  centre: string,
  subject: string,
): Promise<void> {
  await trx
    .updateTable('import_row')
    .set({ pii_before: null, pii_after: null })
    .where('centre', '=', centre)
    .where('subject', '=', subject)
    .execute();
}
