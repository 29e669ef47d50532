import type { Kysely } from 'kysely';
import { repeat, type Repeating } from '../host/repeat.ts';
import { oweCommands } from '../store/outbox.ts';
import type { Tables } from '../store/tables.ts';
import { calendarCommand, DAYS_AHEAD } from './save-week.ts';
import type { Week } from './week.ts';

const HOUR_MS = 3_600_000;

interface Renewal {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly now: () => number;
  /** Told that the desk is owed something. */
  readonly onOwed: () => void;
  readonly notice: (message: string) => void;
}

/** Tells the desk more hours of each week, once an hour, before those that it knows come to an end. */
export function renewCalendars({ notice, ...rooms }: Renewal): Repeating {
  let dueAt = 0;
  return repeat('service hours', notice, async () => {
    const nowMs = rooms.now();
    if (nowMs < dueAt) return;
    await renewDue(rooms);
    dueAt = nowMs + HOUR_MS;
  });
}

/** Owes the desk the hours of every week of which less than half of what it was told is left. */
export async function renewDue({
  db,
  centre,
  now,
  onOwed,
}: Omit<Renewal, 'notice'>): Promise<void> {
  const nowMs = now();
  const halfway = new Date(nowMs + (DAYS_AHEAD / 2) * 24 * HOUR_MS);
  await db.transaction().execute(async (trx) => {
    const due = await trx
      .selectFrom('calendar_week')
      .select(['id', 'week'])
      .where('centre', '=', centre)
      .where('until_at', '<', halfway)
      .orderBy('id')
      .forUpdate()
      .execute();
    for (const { id, week } of due) {
      const { command, untilAt } = calendarCommand(id, JSON.parse(week) as Week, nowMs);
      await trx
        .updateTable('calendar_week')
        .set({ until_at: untilAt })
        .where('centre', '=', centre)
        .where('id', '=', id)
        .execute();
      const commandId = `service-hours:${id}:${nowMs}`;
      await oweCommands(trx, centre, [{ id: commandId, actor: 'service-hours', command }]);
    }
  });
  onOwed();
}
