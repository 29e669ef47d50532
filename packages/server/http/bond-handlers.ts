import { asId } from '@rapport/core';
import { answer, give, type Handler, notFound } from './respond.ts';

export const changeBond: Handler<'changeBond'> = (call, rooms) => {
  const { ownerId, deputyIds } = call.body;
  return give(
    {
      type: 'change-bond',
      customerId: asId<'customer'>(call.params.customerId),
      ...(ownerId !== undefined && { ownerId: asId<'agent'>(ownerId) }),
      deputyIds: deputyIds.map((id) => asId<'agent'>(id)),
    },
    call,
    rooms,
  );
};

export const getBond: Handler<'getBond'> = async ({ params: { customerId } }, { db, centre }) => {
  const row = await db
    .selectFrom('view_bond')
    .selectAll()
    .where('centre', '=', centre)
    .where('id', '=', customerId)
    .executeTakeFirst();
  if (row === undefined) return notFound(`bond of customer ${customerId}`);
  const earned = Object.entries(JSON.parse(row.earned) as Record<string, number>);
  return answer({
    customerId,
    ...(row.owner_id !== null && { ownerId: row.owner_id }),
    deputyIds: JSON.parse(row.deputy_ids) as string[],
    earned: earned.map(([agentId, strength]) => ({ agentId, strength })),
  });
};

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

export const getPromise: Handler<'getPromise'> = async (
  { params: { promiseId } },
  { db, centre },
) => {
  const row = await db
    .selectFrom('view_promise')
    .selectAll()
    .where('centre', '=', centre)
    .where('id', '=', promiseId)
    .executeTakeFirst();
  if (row === undefined) return notFound(`promise ${promiseId}`);
  return answer({
    promiseId,
    targetMs: row.target_ms,
    shareRatio: row.share_ratio,
    ...(row.calendar_id !== null && { calendarId: row.calendar_id }),
  });
};

export const defineCalendar: Handler<'defineCalendar'> = (call, rooms) => {
  const calendarId = asId<'calendar'>(call.params.calendarId);
  return give({ type: 'define-calendar', calendarId, ...call.body }, call, rooms);
};
