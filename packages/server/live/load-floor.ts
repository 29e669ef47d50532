import { asId, type DeskEvent, type Instant } from '@rapport/core';
import type { AgentPresence } from '@rapport/protocol';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { viewFollower } from '../views/view-follower.ts';
import { DayFigures, type SiloMsBetween } from './day-figures.ts';
import type { FloorStart } from './floor-start.ts';
import type { FloorItem } from './floor-item.ts';
import { agentPresence, factsOf, floorItem } from './floor-rows.ts';
import { type PromisedTimes, promisedTimes } from './promised-times.ts';
import type { ItemFacts } from './row-changes.ts';

/** So many rows are read at a time that no turn of the process takes long. */
const PAGE_ROWS = 5_000;

/** A centre, and the moment and time zone that say which day it is. */
export interface FloorPlace {
  readonly centre: string;
  readonly timeZone: string;
  readonly now: Instant;
  readonly siloMs?: SiloMsBetween | undefined;
}

/** What a floor begins with, as the views show it at one moment. */
export async function loadFloor(db: Kysely<Tables>, place: FloorPlace): Promise<FloorStart> {
  return await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const promises = await loadPromises(trx, place.centre);
      return {
        position: await loadPosition(trx, place.centre),
        items: await loadItems(trx, place.centre, promises),
        agents: await loadAgents(trx, place.centre),
        promises,
        day: await loadDay(trx, place, promises),
      };
    });
}

/** What never changes of these items, open or closed. */
export async function loadFacts(
  db: Kysely<Tables>,
  centre: string,
  workIds: readonly string[],
): Promise<ReadonlyMap<string, ItemFacts>> {
  const rows = await db
    .selectFrom('view_work')
    .select(['id', 'customer_id', 'channel', 'promise_id', 'priority', 'received_at'])
    .where('centre', '=', centre)
    .where('id', '=', sql<string>`any(${[...workIds]})`)
    .execute();
  return new Map(rows.map((row) => [row.id, factsOf(row)]));
}

async function loadPosition(db: Kysely<Tables>, centre: string): Promise<number> {
  const row = await db
    .selectFrom('follower')
    .select('seq')
    .where('centre', '=', centre)
    .where('name', '=', viewFollower(centre).name)
    .executeTakeFirst();
  return row?.seq ?? 0;
}

async function loadItems(
  db: Kysely<Tables>,
  centre: string,
  promises: PromisedTimes,
): Promise<readonly FloorItem[]> {
  const items: FloorItem[] = [];
  let last = { waiting_since: 0, id: '' };
  for (;;) {
    const page = await db
      .selectFrom('view_work')
      .selectAll()
      .where('centre', '=', centre)
      .where('closed_at', 'is', null)
      .where((build) =>
        build(build.refTuple('waiting_since', 'id'), '>', build.tuple(last.waiting_since, last.id)),
      )
      .orderBy('waiting_since')
      .orderBy('id')
      .limit(PAGE_ROWS)
      .execute();
    for (const row of page) items.push(floorItem(row, promises));
    last = page.at(-1) ?? last;
    if (page.length < PAGE_ROWS) return items;
  }
}

async function loadAgents(db: Kysely<Tables>, centre: string): Promise<readonly AgentPresence[]> {
  const rows = await db
    .selectFrom('view_agent')
    .select(['id', 'state', 'reason', 'return_at', 'state_since', 'is_busy'])
    .select(['is_unreachable', 'wind_down', 'absent_until', 'deputy_id'])
    .where('centre', '=', centre)
    .execute();
  return rows.map(agentPresence);
}

/** The promises and calendars of a centre, as the views show them. */
export async function loadPromises(db: Kysely<Tables>, centre: string): Promise<PromisedTimes> {
  const promises = promisedTimes();
  const calendars = await db
    .selectFrom('view_calendar')
    .selectAll()
    .where('centre', '=', centre)
    .execute();
  for (const { id, open_intervals } of calendars) {
    const openIntervals = JSON.parse(open_intervals) as { fromAt: Instant; untilAt: Instant }[];
    const calendarId = asId<'calendar'>(id);
    promises.take({ type: 'calendar-defined', v: 1, calendarId, openIntervals }, 0);
  }
  const rows = await db
    .selectFrom('view_promise')
    .selectAll()
    .where('centre', '=', centre)
    .execute();
  for (const row of rows) {
    const event: DeskEvent = {
      type: 'promise-defined',
      v: 1,
      promiseId: asId<'promise'>(row.id),
      targetMs: row.target_ms,
      shareRatio: row.share_ratio,
      ...(row.calendar_id !== null && { calendarId: asId<'calendar'>(row.calendar_id) }),
    };
    promises.take(event, 0);
  }
  return promises;
}

/** The day so far, judged by the promises as they stand now. */
async function loadDay(
  db: Kysely<Tables>,
  { centre, timeZone, now, siloMs }: FloorPlace,
  promises: PromisedTimes,
): Promise<DayFigures> {
  const day = new DayFigures(timeZone, now, siloMs);
  let last = { received_at: day.beganAt, id: '' };
  for (;;) {
    const page = await db
      .selectFrom('view_work')
      .select(['id', 'promise_id', 'status', 'received_at', 'answered_at', 'closed_at'])
      .select(['answered_standing', 'callback'])
      .where('centre', '=', centre)
      .where((build) =>
        build(build.refTuple('received_at', 'id'), '>', build.tuple(last.received_at, last.id)),
      )
      .orderBy('received_at')
      .orderBy('id')
      .limit(PAGE_ROWS)
      .execute();
    for (const row of page) {
      const { promise_id: promiseId, received_at: fromAt, answered_at, closed_at } = row;
      day.arrived(fromAt);
      const untilAt = answered_at ?? (row.status === 'abandoned' ? closed_at : null);
      if (untilAt === null) continue;
      const isInTime = promises.isInTime({ promiseId, fromAt, untilAt });
      if (answered_at !== null) {
        day.answered(fromAt, { isInTime, standing: row.answered_standing ?? undefined });
      } else if (row.callback === null) {
        // Who was promised a call did not give up; see `FirstWaits`.
        day.abandoned(fromAt, !isInTime);
      }
    }
    last = page.at(-1) ?? last;
    if (page.length < PAGE_ROWS) return day;
  }
}
