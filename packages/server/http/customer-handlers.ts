import { isPlainText, type Result } from '@rapport/core';
import type { Identity, RouteAnswer } from '@rapport/protocol';
import type { Selectable } from 'kysely';
import { addIdentity as add, removeIdentity as remove } from '../customers/change-identities.ts';
import { eraseCustomer as erase } from '../customers/erase-customer.ts';
import { findByIdentity } from '../customers/find-customer.ts';
import { type KnownBy, normaliseIdentity } from '../customers/normalise-identity.ts';
import {
  changeCustomer as change,
  createCustomer as create,
  type SavedCustomer,
} from '../customers/save-customer.ts';
import type { CustomerIdentityTable, CustomerTable } from '../store/customer-tables.ts';
import { type Cursor, pageOf, readCursor } from './pages.ts';
import { problemOfField } from './problems.ts';
import { answer, type Call, type Handler, notFound, type Response, type Rooms } from './respond.ts';
import { respondSaved, savingOf } from './saving.ts';

type CustomerAnswer = RouteAnswer<'getCustomer'>;

const IDS_MAX = 100;

export const createCustomer: Handler<'createCustomer'> = async (call, rooms) => {
  const { identities = [], ...terms } = call.body;
  const known: KnownBy[] = [];
  for (const [index, identity] of identities.entries()) {
    const read = readIdentity(identity, rooms, `identities.${index}.value`);
    if (!read.ok) return read;
    known.push(read.answer);
  }
  return respondSaved(
    await create(savingOf(call, rooms), call.commandId, { terms, identities: known }),
  );
};

export const changeCustomer: Handler<'changeCustomer'> = async (call, rooms) => {
  const { version, ...terms } = call.body;
  const { customerId } = call.params;
  return respondSaved(await change(savingOf(call, rooms), customerId, { terms, version }));
};

export const eraseCustomer: Handler<'eraseCustomer'> = async (call, rooms) =>
  respondSaved(await erase(savingOf(call, rooms), call.params.customerId));

export const addIdentity: Handler<'addIdentity'> = (call, rooms) =>
  changeIdentities(call, rooms, add);

export const removeIdentity: Handler<'removeIdentity'> = (call, rooms) =>
  changeIdentities(call, rooms, remove);

export const lookUpCustomer: Handler<'lookUpCustomer'> = async ({ body }, rooms) => {
  const { identity, externalId } = body;
  if ((identity === undefined) === (externalId === undefined)) {
    return {
      ok: false,
      problem: problemOfField('identity', 'either an identity or an externalId'),
    };
  }
  let select = customerRows(rooms);
  if (identity === undefined) {
    select = select.where('external_id', '=', externalId ?? null);
  } else {
    const known = readIdentity(identity, rooms, 'identity.value');
    if (!known.ok) return known;
    const customerId = await findByIdentity(rooms.db, rooms.centre, known.answer);
    if (customerId === undefined) return notFound('such customer');
    select = select.where('id', '=', customerId);
  }
  const [found] = await customerAnswers(await select.limit(1).execute(), rooms);
  return found === undefined ? notFound('such customer') : answer(found);
};

export const getCustomer: Handler<'getCustomer'> = async ({ params }, rooms) => {
  const rows = await customerRows(rooms).where('id', '=', params.customerId).execute();
  const [found] = await customerAnswers(rows, rooms);
  return found === undefined ? notFound(`customer ${params.customerId}`) : answer(found);
};

export const listCustomers: Handler<'listCustomers'> = async ({ query }, rooms) => {
  const { limit = 50, accountId, ids } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  let select = customerRows(rooms);
  if (accountId !== undefined) select = select.where('account_id', '=', accountId);
  if (ids !== undefined) {
    const named = ids.split(',');
    if (named.length > IDS_MAX || !named.every(isPlainText)) {
      const expected = `at most ${IDS_MAX} ids, separated by commas`;
      return { ok: false, problem: problemOfField('ids', expected) };
    }
    select = select.where('id', 'in', named);
  }
  if (cursor.answer !== undefined) select = select.where('id', '>', cursor.answer.id);
  const rows = await select
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const lastOf = ({ customerId }: CustomerAnswer): Cursor => ({ key: 0, id: customerId });
  return answer(pageOf(await customerAnswers(rows, rooms), limit, lastOf));
};

async function changeIdentities(
  call: Call<'addIdentity'> | Call<'removeIdentity'>,
  rooms: Rooms,
  changeBy: typeof add,
): Promise<Response<SavedCustomer>> {
  const known = readIdentity(call.body, rooms, 'value');
  if (!known.ok) return known;
  const { customerId } = call.params;
  return respondSaved(await changeBy(savingOf(call, rooms), customerId, known.answer));
}

function readIdentity(identity: Identity, { region }: Rooms, field: string): Response<KnownBy> {
  const known: Result<KnownBy, string> = normaliseIdentity(identity, region);
  return known.ok
    ? answer(known.value)
    : { ok: false, problem: problemOfField(field, known.refusal) };
}

function customerRows({ db, centre }: Rooms) {
  return db.selectFrom('customer').selectAll().where('centre', '=', centre);
}

/** Customers with their identities, which are read together. */
async function customerAnswers(
  rows: readonly Selectable<CustomerTable>[],
  { db, centre }: Rooms,
): Promise<CustomerAnswer[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  // Whoever was merged into one of them is that one, and is recognised as he was.
  const merged = await db
    .selectFrom('view_bond')
    .select(['id', 'merged_into'])
    .where('centre', '=', centre)
    .where('merged_into', 'in', ids)
    .execute();
  const identities = await db
    .selectFrom('customer_identity')
    .selectAll()
    .where('centre', '=', centre)
    .where('customer_id', 'in', [...ids, ...merged.map(({ id }) => id)])
    .orderBy('kind')
    .orderBy('pii_value')
    .execute();
  const keptBy = new Map(merged.map(({ id, merged_into: into }) => [id, into ?? id]));
  const own = Map.groupBy(identities, ({ customer_id }) => customer_id);
  const adopted = Map.groupBy(identities, ({ customer_id }) => keptBy.get(customer_id));
  const byCustomer = new Map(
    ids.map((id) => [id, [...(own.get(id) ?? []), ...(adopted.get(id) ?? [])]]),
  );
  return rows.map((row) => customerAnswer(row, byCustomer.get(row.id) ?? []));
}

function customerAnswer(
  row: Selectable<CustomerTable>,
  identities: readonly Selectable<CustomerIdentityTable>[],
): CustomerAnswer {
  return {
    customerId: row.id,
    version: row.version,
    ...(row.pii_name !== null && { piiName: row.pii_name }),
    ...(row.account_id !== null && { accountId: row.account_id }),
    ...(row.external_id !== null && { externalId: row.external_id }),
    ...(row.tier !== null && { tier: row.tier }),
    ...(row.language !== null && { language: row.language }),
    piiNeeds: JSON.parse(row.pii_needs) as NonNullable<CustomerAnswer['piiNeeds']>,
    piiPreferences: JSON.parse(row.pii_preferences) as NonNullable<
      CustomerAnswer['piiPreferences']
    >,
    identities: identities.map(({ kind, pii_value }) => ({
      kind: kind as Identity['kind'],
      value: pii_value,
    })),
    createdAt: row.created_at.getTime(),
    ...(row.erased_at !== null && { erasedAt: row.erased_at.getTime() }),
  };
}
