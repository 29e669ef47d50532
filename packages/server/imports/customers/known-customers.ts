import { type Kysely, sql } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { findByIdentities } from '../../customers/find-customer.ts';
import type { ImportContext } from '../import-kind.ts';
import { foldName } from '../read-cells.ts';
import { type Identity, identityKey } from './identity-key.ts';
import type { WantedCustomer } from './read-customer.ts';

/** A customer as an import sees him. */
export interface Customer {
  readonly externalId: string | null;
  readonly accountId: string | null;
  readonly name: string | null;
  readonly tier: string | null;
  readonly language: string | null;
  readonly needs: readonly string[];
}

/** What is known of the customers and accounts that rows are about. */
export interface KnownCustomers {
  readonly byId: Map<string, Customer>;
  readonly idByExternalId: Map<string, string>;
  readonly idByIdentity: Map<string, string>;
  readonly accountByExternalId: Map<string, string>;
  readonly accountsByName: Map<string, readonly string[]>;
}

export function noCustomers(): KnownCustomers {
  return {
    byId: new Map(),
    idByExternalId: new Map(),
    idByIdentity: new Map(),
    accountByExternalId: new Map(),
    accountsByName: new Map(),
  };
}

/** Makes the rows that follow see a customer as he is to be. */
export function rememberCustomer(
  known: KnownCustomers,
  { id, customer, identities }: { id: string; customer: Customer; identities: readonly Identity[] },
): void {
  known.byId.set(id, customer);
  if (customer.externalId !== null) known.idByExternalId.set(customer.externalId, id);
  for (const identity of identities) known.idByIdentity.set(identityKey(identity), id);
}

type Found = { readonly id: string } & Omit<Customer, 'needs'> & { readonly needs: string };

/** Adds what the database knows of the customers that are wanted; what is remembered stays as it is. */
export async function loadCustomers(
  db: Kysely<Tables>,
  { centre, isDryRun }: ImportContext,
  { known, wanted }: { known: KnownCustomers; wanted: readonly WantedCustomer[] },
): Promise<void> {
  await loadAccounts(db, centre, known, wanted);
  const identities = wanted.flatMap((each) => each.identities);
  const owners = await findByIdentities(
    db,
    centre,
    identities.map(({ kind, value }) => ({ kind, piiValue: value })),
  );
  const externalIds = wanted.flatMap(({ externalId }) => externalId ?? []);
  const { rows } = await sql<Found>`
    select id, external_id as "externalId", account_id as "accountId", pii_name as name, tier,
      language, pii_needs as needs
    from customer
    where centre = ${centre}
      and (external_id = any(${externalIds}) or id = any(${[...new Set(owners.map(({ customerId }) => customerId))]}))
    order by id ${isDryRun ? sql`` : sql`for update`}`.execute(db);
  for (const { id, needs, ...customer } of rows) {
    if (known.byId.has(id)) continue;
    const whole = { ...customer, needs: JSON.parse(needs) as readonly string[] };
    rememberCustomer(known, { id, customer: whole, identities: [] });
  }
  for (const { kind, piiValue, customerId } of owners) {
    known.idByIdentity.set(identityKey({ kind, value: piiValue }), customerId);
  }
}

async function loadAccounts(
  db: Kysely<Tables>,
  centre: string,
  known: KnownCustomers,
  wanted: readonly WantedCustomer[],
): Promise<void> {
  const isNew = (account: string): boolean =>
    !known.accountByExternalId.has(account) && !known.accountsByName.has(foldName(account));
  const asked = new Set(wanted.flatMap(({ account }) => account ?? []).filter(isNew));
  if (asked.size === 0) return;
  const { rows } = await sql<{ id: string; externalId: string | null; name: string }>`
    select id, external_id as "externalId", pii_name as name
    from account
    where centre = ${centre} and (
      external_id = any(${[...asked]})
      or lower(pii_name) = any(${[...asked].map((name) => name.toLowerCase())}))
    order by id`.execute(db);
  const named = Map.groupBy(rows, ({ name }) => foldName(name));
  for (const { id, externalId } of rows) {
    if (externalId !== null) known.accountByExternalId.set(externalId, id);
  }
  for (const [name, accounts] of named) {
    known.accountsByName.set(
      name,
      accounts.map(({ id }) => id),
    );
  }
}
