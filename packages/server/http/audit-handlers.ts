import type { RouteAnswer } from '@rapport/protocol';
import { type Cursor, pageOf, readCursor } from './pages.ts';
import { answer, type Handler } from './respond.ts';

type Entry = RouteAnswer<'listAudit'>['items'][number];

export const listAudit: Handler<'listAudit'> = async ({ query }, { db, centre }) => {
  const { limit = 50, actor, subject } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  let select = db.selectFrom('audit_trail').selectAll().where('centre', '=', centre);
  if (actor !== undefined) select = select.where('actor', '=', actor);
  if (subject !== undefined) select = select.where('subject', '=', subject);
  if (cursor.answer !== undefined) select = select.where('ordinal', '<', cursor.answer.key);
  const rows = await select
    .orderBy('ordinal', 'desc')
    .limit(limit + 1)
    .execute();
  const entries = rows.map((row): Entry => ({
    ordinal: row.ordinal,
    at: row.at.getTime(),
    actor: row.actor,
    action: row.action,
    subject: row.subject,
  }));
  return answer(pageOf(entries, limit, lastOf));
};

function lastOf({ ordinal }: Entry): Cursor {
  return { key: ordinal, id: 'entry' };
}
