import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import type { Change } from '../import-kind.ts';
import type { Identity } from './identity-key.ts';
import type { Customer, KnownCustomers } from './known-customers.ts';

const COLUMNS = sql.raw(
  'id text, "externalId" text, "accountId" text, name text, tier text, language text, needs text',
);

/** Writes what rows come to: three statements, however many there are. */
export async function applyCustomers(
  trx: Transaction<Tables>,
  centre: string,
  { changes, known }: { changes: readonly Change[]; known: KnownCustomers },
): Promise<void> {
  const wholeOf = (outcome: Change['outcome']): readonly WholeCustomer[] =>
    changes
      .filter((change) => change.outcome === outcome)
      .flatMap(({ subject: id }) => ({ id, ...(known.byId.get(id) ?? neverPlanned()) }));
  await sql`
    insert into customer (
      centre, id, external_id, account_id, pii_name, tier, language, pii_needs)
    select ${centre}, id, "externalId", "accountId", name, tier, language, needs
    from json_to_recordset(${jsonOf(wholeOf('created'))}::json) as given (${COLUMNS})
  `.execute(trx);
  await writeCustomers(trx, centre, wholeOf('changed'));
  const identities = changes.flatMap(({ subject, after }) =>
    ((after['identities'] ?? []) as readonly Identity[]).map((each) => ({ ...each, subject })),
  );
  await sql`
    insert into customer_identity (centre, kind, pii_value, customer_id)
    select ${centre}, given.* from unnest(
      ${identities.map(({ kind }) => kind)}::text[],
      ${identities.map(({ value }) => value)}::text[],
      ${identities.map(({ subject }) => subject)}::text[]
    ) as given`.execute(trx);
}

export type WholeCustomer = Customer & { readonly id: string };

/** Makes customers what they are to be. */
export async function writeCustomers(
  trx: Transaction<Tables>,
  centre: string,
  customers: readonly WholeCustomer[],
): Promise<void> {
  await sql`
    update customer c
    set external_id = given."externalId", account_id = given."accountId", pii_name = given.name,
      tier = given.tier, language = given.language, pii_needs = given.needs,
      version = c.version + 1
    from json_to_recordset(${jsonOf(customers)}::json) as given (${COLUMNS})
    where c.centre = ${centre} and c.id = given.id`.execute(trx);
}

function jsonOf(customers: readonly WholeCustomer[]): string {
  return JSON.stringify(
    customers.map((customer) => ({ ...customer, needs: JSON.stringify(customer.needs) })),
  );
}

function neverPlanned(): never {
  throw new Error('a customer is to be written who was never planned');
}
