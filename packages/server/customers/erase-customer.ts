import type { Result } from '@rapport/core';
import type { Transaction } from 'kysely';
import { eraseFromImports } from '../imports/forget-imports.ts';
import type { Tables } from '../store/tables.ts';
import { transactOrRefuse } from '../store/transact-or-refuse.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import type { SavedCustomer, Saving } from './save-customer.ts';
import { refuse, type SaveRefusal } from './save-refusal.ts';

type Erased = Result<SavedCustomer, SaveRefusal>;

/**
 * Erases a customer: name, identities, numbers to call, needs, preferences, what other systems call him, and every word
 * of his interactions. His id stays, because history has it. Erased again, he loses what has come in
 * since.
 */
export async function eraseCustomer(
  { db, centre, actor }: Saving,
  customerId: string,
): Promise<Erased> {
  return await transactOrRefuse(db, async (trx): Promise<Erased> => {
    const erased = await trx
      .updateTable('customer')
      .set((build) => ({
        external_id: null,
        pii_name: null,
        language: null,
        pii_needs: '[]',
        pii_preferences: '{}',
        pii_request_hash: null,
        version: build('version', '+', 1),
        erased_at: build.fn.coalesce('erased_at', build.val(new Date())),
      }))
      .where('centre', '=', centre)
      .where('id', '=', customerId)
      .returning('version')
      .executeTakeFirst();
    if (erased === undefined) return refuse({ code: 'not-found', what: `customer ${customerId}` });
    await trx
      .deleteFrom('customer_identity')
      .where('centre', '=', centre)
      .where('customer_id', '=', customerId)
      .execute();
    await trx
      .deleteFrom('callback_number')
      .where('centre', '=', centre)
      .where('customer_id', '=', customerId)
      .execute();
    await eraseWords(trx, centre, customerId);
    await eraseFromImports(trx, centre, customerId);
    await writeAuditEntry(trx, { centre, actor, action: 'erase-customer', subject: customerId });
    return { ok: true, value: { customerId, version: erased.version } };
  });
}

/** What was said, what was sent along, and the tokens of his threads. */
async function eraseWords(
  trx: Transaction<Tables>,
  centre: string,
  customerId: string,
): Promise<void> {
  const interactions = trx
    .selectFrom('interaction')
    .select('id')
    .where('centre', '=', centre)
    .where('customer_id', '=', customerId);
  await trx
    .updateTable('message')
    .set({ pii_text: null, pii_attachments: '[]' })
    .where('centre', '=', centre)
    .where('interaction_id', 'in', interactions)
    .execute();
  await trx
    .deleteFrom('attachment')
    .where('centre', '=', centre)
    .where('interaction_id', 'in', interactions)
    .execute();
  const threads = trx
    .selectFrom('visitor_turn')
    .select('thread_id')
    .where('centre', '=', centre)
    .where('interaction_id', 'in', interactions);
  // What he has sent and not said lies with his thread.
  await trx
    .deleteFrom('attachment')
    .where('centre', '=', centre)
    .where('interaction_id', 'in', threads)
    .execute();
  // His tokens open nothing any more.
  await trx
    .deleteFrom('visitor_thread')
    .where('centre', '=', centre)
    .where('id', 'in', threads)
    .execute();
  await trx
    .updateTable('interaction')
    .set({ pii_subject: null })
    .where('centre', '=', centre)
    .where('customer_id', '=', customerId)
    .execute();
}
