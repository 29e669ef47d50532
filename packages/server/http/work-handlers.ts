import { type AgentId, asId, type Channel, type Command, type WorkId } from '@rapport/core';
import type { RouteAnswer } from '@rapport/protocol';
import type { Selectable } from 'kysely';
import { createdId } from '../identity/mint-id.ts';
import type { ViewWorkTable } from '../store/tables.ts';
import { type Cursor, pageOf, readCursor } from './pages.ts';
import { answer, type Call, give, type Handler, notFound } from './respond.ts';
import { completionOf, transferOf } from './work-commands.ts';

type WorkAnswer = RouteAnswer<'getWork'>;

export const receiveWork: Handler<'receiveWork'> = async (call, rooms) => {
  const { customerId, promiseId, ...body } = call.body;
  const workId = createdId('work', call.commandId);
  const command: Command = {
    type: 'receive-work',
    workId,
    ...body,
    ...(customerId !== undefined && { customerId: asId<'customer'>(customerId) }),
    promiseId: asId<'promise'>(promiseId),
  };
  const given = await give(command, call, rooms);
  return given.ok ? answer({ workId, ...given.answer }) : given;
};

export const listWork: Handler<'listWork'> = async ({ query }, { db, centre }) => {
  const { limit = 50, status, agentId } = query;
  const cursor = readCursor(query.cursor);
  if (!cursor.ok) return cursor;
  let select = db.selectFrom('view_work').selectAll().where('centre', '=', centre);
  if (status !== undefined) select = select.where('status', '=', status);
  if (agentId !== undefined) select = select.where('agent_id', '=', agentId);
  if (cursor.answer !== undefined) {
    const { key, id } = cursor.answer;
    select = select.where((build) =>
      build(build.refTuple('received_at', 'id'), '<', build.tuple(key, id)),
    );
  }
  const rows = await select
    .orderBy('received_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return answer(pageOf(rows.map(workAnswer), limit, lastOf));
};

export const getWork: Handler<'getWork'> = async ({ params }, { db, centre }) => {
  const row = await db
    .selectFrom('view_work')
    .selectAll()
    .where('centre', '=', centre)
    .where('id', '=', params.workId)
    .executeTakeFirst();
  return row === undefined ? notFound(`item ${params.workId}`) : answer(workAnswer(row));
};

type ServeName =
  | 'acceptOffer'
  | 'declineOffer'
  | 'transferWork'
  | 'holdWork'
  | 'resumeWork'
  | 'wrapUpWork'
  | 'completeWork';

/** A handler for something that an agent does with an item: the agent is always the caller. */
function serve<Name extends ServeName>(
  commandOf: (call: Call<Name>, mine: { workId: WorkId; agentId: AgentId }) => Command,
): Handler<Name> {
  return (call, rooms) => {
    const { agentId } = call.principal;
    if (agentId === undefined) throw new Error('a route as an agent let in somebody who is none');
    const workId = asId<'work'>((call.params as { workId: string }).workId);
    return give(commandOf(call, { workId, agentId }), call, rooms) as ReturnType<Handler<Name>>;
  };
}

export const acceptOffer = serve<'acceptOffer'>((_, mine) => ({ type: 'accept-offer', ...mine }));

export const declineOffer = serve<'declineOffer'>(({ body }, mine) => ({
  type: 'decline-offer',
  ...mine,
  ...body,
}));

export const transferWork = serve<'transferWork'>(({ body }, mine) => transferOf(mine, body));

export const holdWork = serve<'holdWork'>((_, mine) => ({ type: 'hold-work', ...mine }));

export const resumeWork = serve<'resumeWork'>((_, mine) => ({ type: 'resume-work', ...mine }));

export const wrapUpWork = serve<'wrapUpWork'>((_, mine) => ({ type: 'wrap-up-work', ...mine }));

export const completeWork = serve<'completeWork'>(({ body }, mine) => completionOf(mine, body));

export const abandonWork: Handler<'abandonWork'> = (call, rooms) =>
  give({ type: 'abandon-work', workId: asId<'work'>(call.params.workId) }, call, rooms);

function lastOf({ receivedAt, workId }: WorkAnswer): Cursor {
  return { key: receivedAt, id: workId };
}

function workAnswer(row: Selectable<ViewWorkTable>): WorkAnswer {
  return {
    workId: row.id,
    ...(row.customer_id !== null && { customerId: row.customer_id }),
    channel: row.channel as Channel,
    promiseId: row.promise_id,
    priority: row.priority,
    status: row.status as WorkAnswer['status'],
    ...(row.agent_id !== null && { agentId: row.agent_id }),
    receivedAt: row.received_at,
    offerCount: row.offer_count,
    ...(row.answered_at !== null && { answeredAt: row.answered_at }),
    ...(row.answered_by !== null && { answeredBy: row.answered_by }),
    transferCount: row.transfer_count,
    ...(row.closed_at !== null && { closedAt: row.closed_at }),
    ...(row.disposition !== null && { disposition: row.disposition }),
  };
}
