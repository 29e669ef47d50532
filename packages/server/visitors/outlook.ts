import { asId, type Channel, type Desk, type Requirement, serviceMsAt } from '@rapport/core';
import type { EntryPoint, VisitorOutlook } from '@rapport/protocol';
import { type Kysely, sql } from 'kysely';
import type { Host } from '../host/host.ts';
import type { Tables } from '../store/tables.ts';

/** What can honestly be said of how long it will take. */
export interface Outlooks {
  /** For whoever comes now, or for the item that waits already. */
  readonly of: (entry: EntryPoint, workId?: string) => Promise<VisitorOutlook>;
  /** By when an item of this entry point is promised an answer; undefined when the hours end before. */
  readonly dueAt: (entry: EntryPoint, receivedAt: number) => Promise<number | undefined>;
}

interface OutlookRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly host: Host;
  readonly now: () => number;
}

const HOUR_MS = 3_600_000;
/** Fewer would tell of chance. */
const ANSWERED_MIN = 5;
const LINE_REMEMBERED_MS = 1_000;
const WAITS_REMEMBERED_MS = 15_000;

/**
 * Looks at the desk for who is there and who came before, and at the waits of the last hour for how
 * long it took. Waits are those of answered items, by the channel, and are told from five on.
 *
 * Cost: one pass over the open items a second, and one query in 15 s for each channel.
 */
export function outlooks({ db, centre, host, now }: OutlookRooms): Outlooks {
  let line: { readonly at: number; readonly orders: Promise<Orders> } | undefined;
  const waits = new Map<string, { readonly at: number; readonly wait: Promise<Wait> }>();

  const ordersNow = (): Promise<Orders> => {
    if (line === undefined || now() - line.at > LINE_REMEMBERED_MS || now() < line.at) {
      line = { at: now(), orders: host.ask(waitingOrders) };
      line.orders.catch(() => (line = undefined));
    }
    return line.orders;
  };
  const waitOn = (channel: string): Promise<Wait> => {
    const known = waits.get(channel);
    if (known !== undefined && Math.abs(now() - known.at) < WAITS_REMEMBERED_MS) return known.wait;
    const wait = measuredWait(db, { centre, channel, sinceAt: now() - HOUR_MS });
    waits.set(channel, { at: now(), wait });
    wait.catch(() => waits.delete(channel));
    return wait;
  };

  return {
    async of(entry, workId) {
      const { isStaffed, opensAt, order } = await host.ask((desk) => ({
        isStaffed: isStaffedFor(desk, entry),
        opensAt: nextOpening(desk, entry.promiseId, now()),
        order: workId === undefined ? undefined : desk.work.get(asId<'work'>(workId))?.order,
      }));
      const orders = (await ordersNow()).get(entry.channel) ?? [];
      const wait = await waitOn(entry.channel);
      return {
        isStaffed,
        ...(opensAt !== undefined && { opensAt }),
        aheadCount: order === undefined ? orders.length : orders.filter((o) => o < order).length,
        ...(wait && { wait }),
      };
    },
    dueAt: async ({ promiseId }, receivedAt) =>
      await host.ask((desk) => dueAtOf(desk, promiseId, receivedAt)),
  };
}

/** The orders of the items that nobody has answered, by channel. */
type Orders = ReadonlyMap<string, readonly number[]>;
type Wait = VisitorOutlook['wait'];

function waitingOrders({ work }: Desk): Orders {
  const orders = new Map<string, number[]>();
  for (const item of work.values()) {
    if (item.status !== 'waiting' && item.status !== 'offered') continue;
    const { channel } = item.class.need;
    const others = orders.get(channel);
    if (others === undefined) orders.set(channel, [item.order]);
    else others.push(item.order);
  }
  return orders;
}

async function measuredWait(
  db: Kysely<Tables>,
  { centre, channel, sinceAt }: { centre: string; channel: string; sinceAt: number },
): Promise<Wait> {
  const { rows } = await sql<{ count: number; median: number | null; p80: number | null }>`
    select count(*)::integer as count,
      percentile_disc(0.5) within group (order by answered_at - received_at) as median,
      percentile_disc(0.8) within group (order by answered_at - received_at) as p80
    from view_work
    where centre = ${centre} and channel = ${channel} and answered_at >= ${sinceAt}
      -- Who waited longer than a day is not found by the index on arrival.
      and received_at >= ${sinceAt - 24 * HOUR_MS}`.execute(db);
  const [row] = rows;
  if (row === undefined || row.count < ANSWERED_MIN) return undefined;
  return { medianMs: Number(row.median), p80Ms: Number(row.p80), answeredCount: row.count };
}

/** Whether somebody is ready who serves this channel and has what is asked for. */
function isStaffedFor(
  { agents }: Desk,
  { channel, requirements }: { channel: Channel; requirements: readonly Requirement[] },
): boolean {
  for (const agent of agents.values()) {
    if (agent.state !== 'ready' || agent.isBusy || agent.isRetired) continue;
    if (agent.capacity.weights[channel] === undefined) continue;
    if (requirements.every(({ skill, minLevel }) => (agent.skills.get(skill) ?? 0) >= minLevel)) {
      return true;
    }
  }
  return false;
}

/** While the hours of a promise are closed, when they open again; undefined while they are open. */
function nextOpening(desk: Desk, promiseId: string, at: number): number | undefined {
  const hours = desk.promises.get(asId<'promise'>(promiseId))?.hours;
  const next = hours?.openIntervals.find(({ untilAt }) => untilAt > at);
  return next !== undefined && next.fromAt > at ? next.fromAt : undefined;
}

/** When the service time since `receivedAt` has come to the promise's target. */
function dueAtOf(desk: Desk, promiseId: string, receivedAt: number): number | undefined {
  const promise = desk.promises.get(asId<'promise'>(promiseId));
  if (promise === undefined) return undefined;
  const { hours, targetMs } = promise;
  const dueMs = serviceMsAt(hours, receivedAt) + targetMs;
  if (hours === undefined) return dueMs;
  for (const [index, { fromAt, untilAt }] of hours.openIntervals.entries()) {
    const at = fromAt + dueMs - (hours.openedMs[index] ?? 0);
    if (at <= untilAt) return at;
  }
  return undefined;
}
