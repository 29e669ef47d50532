import { asId, type Command } from '@rapport/core';
import type { Kysely } from 'kysely';
import { canonicalHash } from '../host/canonical-json.ts';
import { CommandIdReused } from '../host/host-faults.ts';
import { oweCommands, owedCommand } from '../store/outbox.ts';
import type { Tables } from '../store/tables.ts';
import { writeAuditEntry } from '../store/write-audit-entry.ts';
import { openIntervals } from './open-intervals.ts';
import type { Week } from './week.ts';

const DAY_MS = 86_400_000;

/** Items that wait when hours change came in no longer ago than that. */
const DAYS_BACK = 60;

/** So far the desk is told ahead, and told more when half of it has passed. */
export const DAYS_AHEAD = 400;

/** What the desk is to know of a week at this moment, and until when that reaches. */
export function calendarCommand(
  calendarId: string,
  week: Week,
  nowMs: number,
): { readonly command: Command; readonly untilAt: Date } {
  const fromAt = nowMs - DAYS_BACK * DAY_MS;
  const open = openIntervals(week, { fromAt, dayCount: DAYS_BACK + DAYS_AHEAD });
  return {
    command: {
      type: 'define-calendar',
      calendarId: asId<'calendar'>(calendarId),
      openIntervals: open,
    },
    untilAt: new Date(nowMs + DAYS_AHEAD * DAY_MS),
  };
}

/** Who saves a week, when, and by which command. */
interface Saving {
  readonly centre: string;
  readonly actor: string;
  readonly commandId: string;
  readonly nowMs: number;
  /** As it must still stand (`ChangedSince`). */
  readonly onlyFrom?: string | null | undefined;
}

/**
 * Saves a calendar's week, its audit entry and the hours that the desk is owed for it, all or nothing;
 * saved twice under one id, it is saved once. The week must make sense (`weekFault`).
 *
 * @throws {CommandIdReused} something else was asked under this id.
 */
export async function saveWeek(
  db: Kysely<Tables>,
  asked: Saving,
  { calendarId, week }: { readonly calendarId: string; readonly week: Week },
): Promise<void> {
  const { centre, actor, commandId, nowMs, onlyFrom } = asked;
  const requestHash = canonicalHash({ calendarId, week });
  await db.transaction().execute(async (trx) => {
    const earlier = await owedCommand(trx, centre, commandId);
    if (earlier !== undefined) {
      if (earlier.requestHash !== requestHash) throw new CommandIdReused(commandId);
      return;
    }
    const before = await calendarState(trx, centre, calendarId);
    const { command, untilAt } = calendarCommand(calendarId, week, nowMs);
    const kept = { week: JSON.stringify(week), until_at: untilAt };
    await trx
      .insertInto('calendar_week')
      .values({ centre, id: calendarId, ...kept })
      .onConflict((conflict) => conflict.columns(['centre', 'id']).doUpdateSet(kept))
      .execute();
    const entry = { centre, actor, action: 'define-calendar', subject: calendarId };
    await writeAuditEntry(trx, entry, { kind: 'calendar', before, after: week, onlyFrom });
    await oweCommands(trx, centre, [{ id: commandId, actor, command, requestHash }]);
  });
}

/** The week of a calendar, until the transaction ends; null where it has none. */
export async function calendarState(
  db: Kysely<Tables>,
  centre: string,
  calendarId: string,
): Promise<Week | null> {
  const row = await db
    .selectFrom('calendar_week')
    .select('week')
    .where('centre', '=', centre)
    .where('id', '=', calendarId)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? null : (JSON.parse(row.week) as Week);
}

/** Makes a calendar from its week no longer. */
export async function forgetWeek(
  { db, centre }: { readonly db: Kysely<Tables>; readonly centre: string },
  calendarId: string,
): Promise<void> {
  await db
    .deleteFrom('calendar_week')
    .where('centre', '=', centre)
    .where('id', '=', calendarId)
    .execute();
}
