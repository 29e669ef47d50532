import type { RouteAnswer } from '@rapport/protocol';
import { type Selectable, sql } from 'kysely';
import { changeAccount as change, createAccount as create } from '../customers/save-account.ts';
import type { AccountTable } from '../store/customer-tables.ts';
import { pageOf, readCursor } from './pages.ts';
import { answer, type Handler, notFound } from './respond.ts';
import { respondSaved, savingOf } from './saving.ts';

type AccountAnswer = RouteAnswer<'getAccount'>;

export const createAccount: Handler<'createAccount'> = async (call, rooms) =>
  respondSaved(await create(savingOf(call, rooms), call.commandId, call.body));

export const changeAccount: Handler<'changeAccount'> = async (call, rooms) => {
  const { version, ...terms } = call.body;
  const { accountId } = call.params;
  return respondSaved(await change(savingOf(call, rooms), accountId, { terms, version }));
};

export const getAccount: Handler<'getAccount'> = async ({ params }, { db, centre }) => {
  const row = await db
    .selectFrom('account')
    .selectAll()
    .where('centre', '=', centre)
    .where('id', '=', params.accountId)
    .executeTakeFirst();
  return row === undefined ? notFound(`account ${params.accountId}`) : answer(accountAnswer(row));
};

export const listAccounts: Handler<'listAccounts'> = async ({ query }, { db, centre }) => {
  const { limit = 50, namePrefix } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  let select = db.selectFrom('account').selectAll().where('centre', '=', centre);
  if (namePrefix !== undefined) {
    // The database folds both sides, so that they are folded alike.
    const pattern = `${namePrefix.replaceAll(/[\\%_]/g, '\\$&')}%`;
    select = select.where(sql`lower(pii_name)`, 'like', sql`lower(${pattern})`);
  }
  if (cursor.answer !== undefined) select = select.where('id', '>', cursor.answer.id);
  const rows = await select
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  const lastOf = ({ accountId }: AccountAnswer) => ({ key: 0, id: accountId });
  return answer(pageOf(rows.map(accountAnswer), limit, lastOf));
};

function accountAnswer(row: Selectable<AccountTable>): AccountAnswer {
  return {
    accountId: row.id,
    version: row.version,
    piiName: row.pii_name,
    ...(row.external_id !== null && { externalId: row.external_id }),
    ...(row.tier !== null && { tier: row.tier }),
    createdAt: row.created_at.getTime(),
  };
}
