import { settleOwed } from '../host/run-outbox.ts';
import { saveWeek } from '../hours/save-week.ts';
import { type Week, weekFault } from '../hours/week.ts';
import { isTimeZone } from '../organisation/is-time-zone.ts';
import { fieldProblem, problemOfRefusal } from './problems.ts';
import { answer, type Handler, notFound } from './respond.ts';

export const defineWeek: Handler<'defineWeek'> = async (call, rooms) => {
  const { params, body, commandId, principal, onlyFrom } = call;
  const { calendarId } = params;
  if (!isTimeZone(body.timeZone)) {
    return fieldProblem('timeZone', 'a name of the IANA, such as Europe/Zurich');
  }
  const fault = weekFault(body);
  if (fault !== undefined) return fieldProblem(fault.field, fault.expected);
  const { db, centre } = rooms;
  const asked = { centre, actor: principal.id, commandId, nowMs: rooms.now(), onlyFrom };
  await saveWeek(db, asked, { calendarId, week: body });
  const outcome = await settleOwed(rooms, commandId);
  return outcome.ok
    ? answer({ position: outcome.position })
    : { ok: false, problem: problemOfRefusal(outcome.refusal) };
};

export const getWeek: Handler<'getWeek'> = async ({ params: { calendarId } }, { db, centre }) => {
  const row = await db
    .selectFrom('calendar_week')
    .select(['week', 'until_at'])
    .where('centre', '=', centre)
    .where('id', '=', calendarId)
    .executeTakeFirst();
  if (row === undefined) return notFound(`week of calendar ${calendarId}`);
  const { timeZone, days, specialDays } = JSON.parse(row.week) as Week;
  return answer({
    calendarId,
    timeZone,
    days: days.map((hours) => [...hours]),
    specialDays: specialDays.map(({ hours, ...day }) => ({ ...day, hours: [...hours] })),
    untilAt: row.until_at.getTime(),
  });
};
