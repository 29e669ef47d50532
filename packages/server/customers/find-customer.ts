import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { KnownBy } from './normalise-identity.ts';

/** The id of the customer whom an identity leads to, or undefined when nobody has it. */
export async function findByIdentity(
  db: Kysely<Tables>,
  centre: string,
  { kind, piiValue }: KnownBy,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('customer_identity')
    .select('customer_id')
    .where('centre', '=', centre)
    .where('kind', '=', kind)
    .where('pii_value', '=', piiValue)
    .executeTakeFirst();
  return row?.customer_id;
}

/** Whether there is such a customer, and he was not erased. */
export async function isCustomer(
  db: Kysely<Tables>,
  centre: string,
  customerId: string,
): Promise<boolean> {
  const row = await db
    .selectFrom('customer')
    .select('id')
    .where('centre', '=', centre)
    .where('id', '=', customerId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
