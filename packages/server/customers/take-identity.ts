import type { Transaction } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { findByIdentity } from './find-customer.ts';
import type { KnownBy } from './normalise-identity.ts';

/**
 * Gives a customer an identity that nobody has, and returns who has it now: he, or whoever had it
 * before. Waits for whoever is taking it at the same time.
 */
export async function takeIdentity(
  trx: Transaction<Tables>,
  centre: string,
  { kind, piiValue, customerId }: KnownBy & { readonly customerId: string },
): Promise<{ readonly owner: string; readonly isNew: boolean }> {
  const taken = await trx
    .insertInto('customer_identity')
    .values({ centre, kind, pii_value: piiValue, customer_id: customerId })
    .onConflict((conflict) => conflict.columns(['centre', 'kind', 'pii_value']).doNothing())
    .returning('customer_id')
    .executeTakeFirst();
  if (taken !== undefined) return { owner: customerId, isNew: true };
  const owner = await findByIdentity(trx, centre, { kind, piiValue });
  if (owner === undefined) throw new Error('an identity was given up while it was being taken');
  return { owner, isNew: false };
}
