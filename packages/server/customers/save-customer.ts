import type { Result } from '@rapport/core';
import type { CustomerTerms } from '@rapport/protocol';
import type { Kysely, Transaction } from 'kysely';
import { canonicalHash } from '../host/canonical-hash.ts';
import { CommandIdReused } from '../host/host-faults.ts';
import { createdId } from '../identity/mint-id.ts';
import type { Tables } from '../store/tables.ts';
import { transactOrRefuse } from '../store/transact-or-refuse.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import type { KnownBy } from './normalise-identity.ts';
import { refuse, type SaveRefusal } from './save-refusal.ts';
import { takeIdentity } from './take-identity.ts';

/** Who saves, and where. */
export interface Saving {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly actor: string;
}

/** Who was saved, and how often he has been changed. */
export interface SavedCustomer {
  readonly customerId: string;
  readonly version: number;
}

type Saved = Result<SavedCustomer, SaveRefusal>;

/**
 * Makes a customer with his identities and the audit entry, all or nothing; asked twice under one id,
 * once. Refused where another customer has one of the identities or the external id.
 *
 * @throws {CommandIdReused} something else was asked under this id.
 */
export async function createCustomer(
  { db, centre, actor }: Saving,
  commandId: string,
  { terms, identities }: { readonly terms: CustomerTerms; readonly identities: readonly KnownBy[] },
): Promise<Saved> {
  const customerId = createdId('customer', commandId);
  const requestHash = canonicalHash({ terms, identities });
  return await transactOrRefuse(db, async (trx): Promise<Saved> => {
    const earlier = await trx
      .selectFrom('customer')
      .select('pii_request_hash')
      .where('centre', '=', centre)
      .where('id', '=', customerId)
      .executeTakeFirst();
    if (earlier !== undefined) {
      if (earlier.pii_request_hash !== requestHash) throw new CommandIdReused(commandId);
      return { ok: true, value: { customerId, version: 1 } };
    }
    const refusal = await termsRefusal(trx, centre, { customerId, terms });
    if (refusal !== undefined) return refuse(refusal);
    const row = { centre, id: customerId, ...columnsOf(terms), pii_request_hash: requestHash };
    await trx.insertInto('customer').values(row).execute();
    for (const { index, identity } of inLockOrder(identities)) {
      const { owner } = await takeIdentity(trx, centre, { ...identity, customerId });
      if (owner !== customerId) {
        return refuse({ code: 'taken', field: `identities.${index}`, by: owner });
      }
    }
    await writeAuditEntry(trx, { centre, actor, action: 'create-customer', subject: customerId });
    return { ok: true, value: { customerId, version: 1 } };
  });
}

/** The order in which appends take new identities too, so that nobody waits for who waits for him. */
function inLockOrder(identities: readonly KnownBy[]) {
  const keyOf = ({ identity: { kind, piiValue } }: { identity: KnownBy }) =>
    Buffer.from(`${kind}\0${piiValue}`);
  return identities
    .map((identity, index) => ({ identity, index }))
    .sort((a, b) => keyOf(a).compare(keyOf(b)) || a.index - b.index);
}

/** Replaces what is known of a customer; where a version is given, only if he still has it. */
export async function changeCustomer(
  { db, centre, actor }: Saving,
  customerId: string,
  { terms, version }: { readonly terms: CustomerTerms; readonly version: number | undefined },
): Promise<Saved> {
  return await transactOrRefuse(db, async (trx): Promise<Saved> => {
    const locked = await lockCustomer(trx, centre, customerId);
    if (!locked.ok) return locked;
    const known = locked.value.version;
    if (version !== undefined && version !== known) {
      return refuse({ code: 'version-wrong', version: known });
    }
    const refusal = await termsRefusal(trx, centre, { customerId, terms });
    if (refusal !== undefined) return refuse(refusal);
    await trx
      .updateTable('customer')
      .set({ ...columnsOf(terms), version: known + 1 })
      .where('centre', '=', centre)
      .where('id', '=', customerId)
      .execute();
    await writeAuditEntry(trx, { centre, actor, action: 'change-customer', subject: customerId });
    return { ok: true, value: { customerId, version: known + 1 } };
  });
}

/** Keeps a customer as he is until the transaction ends; refused where there is none any more. */
export async function lockCustomer(
  trx: Transaction<Tables>,
  centre: string,
  customerId: string,
): Promise<Saved> {
  const row = await trx
    .selectFrom('customer')
    .select(['version', 'erased_at'])
    .where('centre', '=', centre)
    .where('id', '=', customerId)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return refuse({ code: 'not-found', what: `customer ${customerId}` });
  if (row.erased_at !== null) return refuse({ code: 'customer-erased', customerId });
  return { ok: true, value: { customerId, version: row.version } };
}

async function termsRefusal(
  trx: Transaction<Tables>,
  centre: string,
  { customerId, terms }: { readonly customerId: string; readonly terms: CustomerTerms },
): Promise<SaveRefusal | undefined> {
  const { accountId, externalId } = terms;
  if (accountId !== undefined) {
    const account = await trx
      .selectFrom('account')
      .select('id')
      .where('centre', '=', centre)
      .where('id', '=', accountId)
      .executeTakeFirst();
    const expected = 'the id of an account';
    if (account === undefined) return { code: 'field-invalid', field: 'accountId', expected };
  }
  if (externalId === undefined) return undefined;
  const other = await trx
    .selectFrom('customer')
    .select('id')
    .where('centre', '=', centre)
    .where('external_id', '=', externalId)
    .where('id', '!=', customerId)
    .executeTakeFirst();
  return other && { code: 'taken', field: 'externalId', by: other.id };
}

function columnsOf({ piiNeeds, piiPreferences, ...terms }: CustomerTerms) {
  return {
    external_id: terms.externalId ?? null,
    account_id: terms.accountId ?? null,
    pii_name: terms.piiName ?? null,
    tier: terms.tier ?? null,
    language: terms.language ?? null,
    pii_needs: JSON.stringify(piiNeeds ?? []),
    pii_preferences: JSON.stringify(piiPreferences ?? {}),
  };
}
