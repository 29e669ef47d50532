import { sql, type Transaction } from 'kysely';
import type { Tables } from '../../store/tables.ts';
import { isAsLeft } from '../differences.ts';
import type { Fields, TakenRow, UndoneRow } from '../import-kind.ts';
import { type WholeCustomer, writeCustomers } from './apply-customers.ts';
import { type Identity, identityKey } from './identity-key.ts';
import type { Customer } from './known-customers.ts';

interface Current {
  readonly customer: Customer;
  readonly isReferredTo: boolean;
  readonly identities: ReadonlySet<string>;
}

/** Takes customers back: those that were made go, unless something names them by now. */
export async function undoCustomers(
  trx: Transaction<Tables>,
  centre: string,
  rows: readonly TakenRow[],
): Promise<readonly UndoneRow[]> {
  const current = await load(
    trx,
    centre,
    rows.map(({ subject }) => subject),
  );
  const gone: string[] = [];
  const restored: WholeCustomer[] = [];
  const removed: Identity[] = [];
  const undone = rows.map((row): UndoneRow => {
    const { line, subject, isCreated, before } = row;
    const found = current.get(subject);
    if (found === undefined || !isUntouched(found, row)) return { line, outcome: 'changed-since' };
    if (isCreated && found.isReferredTo) return { line, outcome: 'referred-to' };
    removed.push(...identitiesOf(row));
    if (isCreated) gone.push(subject);
    else restored.push({ id: subject, ...found.customer, ...withoutIdentities(before) });
    return { line, outcome: 'restored' };
  });
  await sql`
    delete from customer_identity i
    using unnest(
      ${removed.map(({ kind }) => kind)}::text[], ${removed.map(({ value }) => value)}::text[]
    ) as given (kind, value)
    where i.centre = ${centre} and i.kind = given.kind and i.pii_value = given.value
  `.execute(trx);
  await sql`delete from customer where centre = ${centre} and id = any(${gone})`.execute(trx);
  await writeCustomers(trx, centre, restored);
  return undone;
}

function identitiesOf({ after }: TakenRow): readonly Identity[] {
  return (after['identities'] ?? []) as readonly Identity[];
}

function withoutIdentities(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name !== 'identities'));
}

/** As the import left him; one that it made has no identity by now that it did not give him. */
function isUntouched({ customer, identities }: Current, row: TakenRow): boolean {
  const given = identitiesOf(row);
  if (!isAsLeft(customer, withoutIdentities(row.after))) return false;
  if (!given.every((identity) => identities.has(identityKey(identity)))) return false;
  return !row.isCreated || identities.size === given.length;
}

type Found = { readonly id: string; readonly isReferredTo: boolean } & Omit<Customer, 'needs'> & {
    readonly needs: string;
  };

async function load(
  trx: Transaction<Tables>,
  centre: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Current>> {
  const { rows } = await sql<Found>`
    select id, external_id as "externalId", account_id as "accountId", pii_name as name, tier,
      language, pii_needs as needs,
      exists (select 1 from interaction i where i.centre = c.centre and i.customer_id = c.id)
      or exists (select 1 from view_work w where w.centre = c.centre and w.customer_id = c.id)
      or exists (
        select 1 from view_bond b where b.centre = c.centre and b.id = c.id
          and (b.owner_id is not null or b.deputy_ids <> '[]' or b.earned <> '{}')
      ) as "isReferredTo"
    from customer c where centre = ${centre} and id = any(${ids})
    order by id for update`.execute(trx);
  const { rows: identities } = await sql<Identity & { id: string }>`
    select kind, pii_value as value, customer_id as id from customer_identity
    where centre = ${centre} and customer_id = any(${ids})`.execute(trx);
  const keys = Map.groupBy(identities, ({ id }) => id);
  return new Map(
    rows.map(({ id, isReferredTo, needs, ...customer }) => [
      id,
      {
        customer: { ...customer, needs: JSON.parse(needs) as readonly string[] },
        isReferredTo,
        identities: new Set((keys.get(id) ?? []).map(identityKey)),
      },
    ]),
  );
}
