import type { Result } from '@rapport/core';
import { transactOrRefuse } from '../store/transact-or-refuse.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import type { KnownBy } from './normalise-identity.ts';
import { lockCustomer, type SavedCustomer, type Saving } from './save-customer.ts';
import { refuse, type SaveRefusal } from './save-refusal.ts';
import { takeIdentity } from './take-identity.ts';

type Saved = Result<SavedCustomer, SaveRefusal>;

/** Lets a customer be recognised by one more identity; refused where it is another's. */
export async function addIdentity(
  { db, centre, actor }: Saving,
  customerId: string,
  identity: KnownBy,
): Promise<Saved> {
  return await transactOrRefuse(db, async (trx): Promise<Saved> => {
    const locked = await lockCustomer(trx, centre, customerId);
    if (!locked.ok) return locked;
    const { owner, isNew } = await takeIdentity(trx, centre, { ...identity, customerId });
    if (owner !== customerId) return refuse({ code: 'taken', field: 'value', by: owner });
    const entry = { centre, actor, action: 'add-identity', subject: customerId };
    if (isNew) await writeAuditEntry(trx, entry);
    return locked;
  });
}

/** A customer is not recognised by this identity any more, if he was. */
export async function removeIdentity(
  { db, centre, actor }: Saving,
  customerId: string,
  { kind, piiValue }: KnownBy,
): Promise<Saved> {
  return await transactOrRefuse(db, async (trx): Promise<Saved> => {
    const locked = await lockCustomer(trx, centre, customerId);
    if (!locked.ok) return locked;
    const { numDeletedRows } = await trx
      .deleteFrom('customer_identity')
      .where('centre', '=', centre)
      .where('kind', '=', kind)
      .where('pii_value', '=', piiValue)
      .where('customer_id', '=', customerId)
      .executeTakeFirst();
    const entry = { centre, actor, action: 'remove-identity', subject: customerId };
    if (numDeletedRows > 0n) await writeAuditEntry(trx, entry);
    return locked;
  });
}
