import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Notes who changed what, in the transaction that changes it. Ids and codes alone. */
export async function writeAuditEntry(
  trx: Kysely<Tables>,
  entry: {
    readonly centre: string;
    readonly actor: string;
    readonly action: string;
    readonly subject: string;
  },
): Promise<void> {
  await trx.insertInto('audit_trail').values(entry).execute();
}
