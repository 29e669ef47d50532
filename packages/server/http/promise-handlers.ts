import { asId } from '@rapport/core';
import type { RouteAnswer } from '@rapport/protocol';
import { type Selectable, sql } from 'kysely';
import type { ViewPromiseTable } from '../store/tables.ts';
import { promiseTerms } from '../views/promise-state.ts';
import { forgetWeek } from '../hours/save-week.ts';
import { type Cursor, pageOf, readCursor } from './pages.ts';
import { answer, give, type Handler, notFound } from './respond.ts';

type CalendarAnswer = RouteAnswer<'getCalendar'>;

export const definePromise: Handler<'definePromise'> = (call, rooms) => {
  const { calendarId, ...terms } = call.body;
  return give(
    {
      type: 'define-promise',
      promiseId: asId<'promise'>(call.params.promiseId),
      ...terms,
      ...(calendarId !== undefined && { calendarId: asId<'calendar'>(calendarId) }),
    },
    call,
    rooms,
  );
};

export const getPromise: Handler<'getPromise'> = async ({ params: { promiseId } }, rooms) => {
  const { db, centre } = rooms;
  const row = await db
    .selectFrom('view_promise')
    .selectAll()
    .where('centre', '=', centre)
    .where('id', '=', promiseId)
    .executeTakeFirst();
  return row === undefined ? notFound(`promise ${promiseId}`) : answer(promiseAnswer(row));
};

export const listPromises: Handler<'listPromises'> = async ({ query }, { db, centre }) => {
  const { limit = 50 } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  let select = db.selectFrom('view_promise').selectAll().where('centre', '=', centre);
  if (cursor.answer !== undefined) select = select.where('id', '>', cursor.answer.id);
  const rows = await select
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return answer(pageOf(rows.map(promiseAnswer), limit, (promise) => after(promise.promiseId)));
};

export const defineCalendar: Handler<'defineCalendar'> = async (call, rooms) => {
  const calendarId = asId<'calendar'>(call.params.calendarId);
  const given = await give({ type: 'define-calendar', calendarId, ...call.body }, call, rooms);
  // Whoever says its hours himself keeps it going himself.
  if (given.ok) await forgetWeek(rooms, calendarId);
  return given;
};

export const getCalendar: Handler<'getCalendar'> = async (
  { params: { calendarId } },
  { db, centre },
) => {
  const row = await db
    .selectFrom('view_calendar')
    .select('open_intervals')
    .where('centre', '=', centre)
    .where('id', '=', calendarId)
    .executeTakeFirst();
  if (row === undefined) return notFound(`calendar ${calendarId}`);
  const openIntervals = JSON.parse(row.open_intervals) as CalendarAnswer['openIntervals'];
  return answer({ calendarId, openIntervals });
};

export const listCalendars: Handler<'listCalendars'> = async ({ query }, { db, centre }) => {
  const { limit = 50 } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  let select = db
    .selectFrom('view_calendar')
    .select([
      'id as calendarId',
      sql<number>`json_array_length(open_intervals::json)`.as('intervalCount'),
    ])
    .where('centre', '=', centre);
  if (cursor.answer !== undefined) select = select.where('id', '>', cursor.answer.id);
  const rows = await select
    .orderBy('id')
    .limit(limit + 1)
    .execute();
  return answer(pageOf(rows, limit, (calendar) => after(calendar.calendarId)));
};

function after(id: string): Cursor {
  return { key: 0, id };
}

function promiseAnswer(row: Selectable<ViewPromiseTable>): RouteAnswer<'getPromise'> {
  const { agreement_id: agreementId } = row;
  const part = agreementId === null ? {} : { agreementId };
  return { promiseId: row.id, ...promiseTerms(row), ...part };
}
