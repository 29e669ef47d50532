import type { Result } from '@rapport/core';
import type { RouteInput } from '@rapport/protocol';
import type { Transaction } from 'kysely';
import { canonicalHash } from '../host/canonical-hash.ts';
import { CommandIdReused } from '../host/host-faults.ts';
import { createdId } from '../identity/mint-id.ts';
import type { Tables } from '../store/tables.ts';
import { transactOrRefuse } from '../store/transact-or-refuse.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import type { Saving } from './save-customer.ts';
import { refuse, type SaveRefusal } from './save-refusal.ts';

type AccountTerms = RouteInput<'createAccount'>['body'];
type Saved = Result<{ readonly accountId: string; readonly version: number }, SaveRefusal>;

/**
 * Makes an account and its audit entry; asked twice under one id, once.
 *
 * @throws {CommandIdReused} something else was asked under this id.
 */
export async function createAccount(
  { db, centre, actor }: Saving,
  commandId: string,
  terms: AccountTerms,
): Promise<Saved> {
  const accountId = createdId('account', commandId);
  const requestHash = canonicalHash(terms);
  return await transactOrRefuse(db, async (trx): Promise<Saved> => {
    const earlier = await trx
      .selectFrom('account')
      .select('request_hash')
      .where('centre', '=', centre)
      .where('id', '=', accountId)
      .executeTakeFirst();
    if (earlier !== undefined) {
      if (earlier.request_hash !== requestHash) throw new CommandIdReused(commandId);
      return { ok: true, value: { accountId, version: 1 } };
    }
    const refusal = await termsRefusal(trx, centre, { accountId, terms });
    if (refusal !== undefined) return refuse(refusal);
    const row = { centre, id: accountId, ...columnsOf(terms), request_hash: requestHash };
    await trx.insertInto('account').values(row).execute();
    await writeAuditEntry(trx, { centre, actor, action: 'create-account', subject: accountId });
    return { ok: true, value: { accountId, version: 1 } };
  });
}

/** Replaces what is known of an account; where a version is given, only if it still has it. */
export async function changeAccount(
  { db, centre, actor }: Saving,
  accountId: string,
  { terms, version }: { readonly terms: AccountTerms; readonly version: number | undefined },
): Promise<Saved> {
  return await transactOrRefuse(db, async (trx): Promise<Saved> => {
    const known = await trx
      .selectFrom('account')
      .select('version')
      .where('centre', '=', centre)
      .where('id', '=', accountId)
      .forUpdate()
      .executeTakeFirst();
    if (known === undefined) return refuse({ code: 'not-found', what: `account ${accountId}` });
    if (version !== undefined && version !== known.version) {
      return refuse({ code: 'version-wrong', version: known.version });
    }
    const refusal = await termsRefusal(trx, centre, { accountId, terms });
    if (refusal !== undefined) return refuse(refusal);
    const next = known.version + 1;
    await trx
      .updateTable('account')
      .set({ ...columnsOf(terms), version: next })
      .where('centre', '=', centre)
      .where('id', '=', accountId)
      .execute();
    await writeAuditEntry(trx, { centre, actor, action: 'change-account', subject: accountId });
    return { ok: true, value: { accountId, version: next } };
  });
}

async function termsRefusal(
  trx: Transaction<Tables>,
  centre: string,
  { accountId, terms }: { readonly accountId: string; readonly terms: AccountTerms },
): Promise<SaveRefusal | undefined> {
  if (terms.externalId === undefined) return undefined;
  const other = await trx
    .selectFrom('account')
    .select('id')
    .where('centre', '=', centre)
    .where('external_id', '=', terms.externalId)
    .where('id', '!=', accountId)
    .executeTakeFirst();
  return other && { code: 'taken', field: 'externalId', by: other.id };
}

function columnsOf({ piiName, externalId, tier }: AccountTerms) {
  return { pii_name: piiName, external_id: externalId ?? null, tier: tier ?? null };
}
