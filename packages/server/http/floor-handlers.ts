import type { Channel } from '@rapport/core';
import { compareQueueItems, type QueueItem } from '@rapport/protocol';
import { sql } from 'kysely';
import { answer, type Handler } from './respond.ts';

export const getMyQueue: Handler<'getMyQueue'> = async ({ principal }, { db, centre }) => {
  const rows = await db
    .selectFrom('view_work')
    .selectAll()
    .where('centre', '=', centre)
    .where('agent_id', '=', principal.agentId ?? '')
    .where('closed_at', 'is', null)
    .execute();
  const items = rows.map((row) => ({
    workId: row.id,
    ...(row.customer_id !== null && { customerId: row.customer_id }),
    channel: row.channel as Channel,
    promiseId: row.promise_id,
    priority: row.priority,
    receivedAt: row.received_at,
    // Whatever an agent has is in one of these.
    status: row.status as QueueItem['status'],
    statusSince: row.status_since,
    ...(row.offer_expires_at !== null && { expiresAt: row.offer_expires_at }),
  }));
  return answer({ items: items.sort(compareQueueItems) });
};

interface QueueRow {
  /** Null for the pool. */
  readonly agent_id: string | null;
  readonly waiting_count: number;
  readonly waiting_since: number;
}

export const listQueues: Handler<'listQueues'> = async (_call, { db, centre }) => {
  const { rows } = await sql<QueueRow>`
    select bond.owner_id as agent_id, count(*) as waiting_count,
      min(work.waiting_since) as waiting_since
    from view_work work
    left join view_bond bond on bond.centre = work.centre and bond.id = work.customer_id
    where work.centre = ${centre} and work.status = 'waiting'
    group by bond.owner_id
    order by waiting_count desc, waiting_since, agent_id`.execute(db);
  const pool = rows.find(({ agent_id }) => agent_id === null);
  return answer({
    pool: pool === undefined ? { waitingCount: 0 } : figures(pool),
    personal: rows.flatMap((row) =>
      row.agent_id === null ? [] : [{ agentId: row.agent_id, ...figures(row) }],
    ),
  });
};

export const getWallboard: Handler<'getWallboard'> = (_call, { wallboard }) =>
  Promise.resolve(answer(wallboard()));

function figures({ waiting_count, waiting_since }: QueueRow): {
  waitingCount: number;
  waitingSince: number;
} {
  return { waitingCount: waiting_count, waitingSince: waiting_since };
}
