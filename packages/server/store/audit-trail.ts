import type { Insertable, Transaction } from 'kysely';
import type { AuditTrailTable, Tables } from './tables.ts';

/** Writes down who changed what, in the transaction that changes it: ids and codes, never words. */
export async function record(
  trx: Transaction<Tables>,
  entry: Insertable<AuditTrailTable>,
): Promise<void> {
  await trx.insertInto('audit_trail').values(entry).execute();
}
