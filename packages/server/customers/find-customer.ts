import { type Kysely, sql } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { KnownBy } from './normalise-identity.ts';

/** The id of the customer whom an identity leads to, or undefined when nobody has it. Who was merged into another is that one. */
export async function findByIdentity(
  db: Kysely<Tables>,
  centre: string,
  identity: KnownBy,
): Promise<string | undefined> {
  const [found] = await findByIdentities(db, centre, [identity]);
  return found?.customerId;
}

/** Identities and the ids of the customers whom they lead to; those that nobody has are left out. */
export async function findByIdentities(
  db: Kysely<Tables>,
  centre: string,
  identities: readonly KnownBy[],
): Promise<readonly (KnownBy & { readonly customerId: string })[]> {
  // Lateral and limited, so that each is looked up in the index: for thousands at once the planner
  // would rather read the whole table.
  const { rows } = await sql<KnownBy & { customerId: string }>`
    select asked.kind, asked.value as "piiValue", found.customer_id as "customerId"
    from unnest(
      ${identities.map(({ kind }) => kind)}::text[],
      ${identities.map(({ piiValue }) => piiValue)}::text[]
    ) as asked (kind, value)
    cross join lateral (
      select coalesce(b.merged_into, i.customer_id) as customer_id
      from customer_identity i
      left join view_bond b on b.centre = i.centre and b.id = i.customer_id
      where i.centre = ${centre} and i.kind = asked.kind and i.pii_value = asked.value
      limit 1
    ) as found`.execute(db);
  return rows;
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
