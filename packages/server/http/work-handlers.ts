import {
  type AgentId,
  asId,
  type Channel,
  type Command,
  dueAtOf,
  type Explanation,
  type NextStep,
  type WorkId,
} from '@rapport/core';
import { explanationText, type RouteAnswer } from '@rapport/protocol';
import type { Selectable } from 'kysely';
import { explainItem, explanationTerms, withoutReasons } from '../explanations/explain-item.ts';
import { serviceOf } from '../interactions/service-of.ts';
import { createdId } from '../identity/mint-id.ts';
import { isPoorOutcome } from '../organisation/dispositions.ts';
import type { ViewWorkTable } from '../store/tables.ts';
import { type Cursor, pageOf, readCursor } from './pages.ts';
import { answer, type Call, give, type Handler, notFound, type Rooms } from './respond.ts';
import { completionOf, transferOf } from './work-commands.ts';

type WorkAnswer = RouteAnswer<'getWork'>;

export const receiveWork: Handler<'receiveWork'> = async (call, rooms) => {
  const { customerId, promiseId, matterId, divisionId, caseType, ...body } = call.body;
  const known = customerId === undefined ? {} : { customerId };
  const served = await serviceOf(rooms, { ...known, divisionId, caseType });
  const workId = createdId('work', call.commandId);
  const command: Command = {
    type: 'receive-work',
    workId,
    ...body,
    ...(customerId !== undefined && { customerId: asId<'customer'>(customerId) }),
    ...(promiseId !== undefined && { promiseId: asId<'promise'>(promiseId) }),
    ...(matterId !== undefined && { matterId: asId<'matter'>(matterId) }),
    ...served,
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

export const explainWork: Handler<'explainWork'> = async ({ params, query }, rooms) => {
  const { db, centre, host, now, settings } = rooms;
  const { audience = 'agent', language = 'en' } = query;
  // What was decided a moment ago is to be told.
  if (query.at === undefined) await rooms.whenShown(host.position);
  const explained = await explainItem(db, {
    centre,
    workId: params.workId,
    at: query.at,
    now: now(),
  });
  if (explained === undefined) {
    const when = query.at === undefined ? '' : ' at that moment';
    return notFound(`item ${params.workId}${when}`);
  }
  const { timeZone } = settings.current();
  const dueAt = query.at === undefined ? await dueAtOfWork(host, params.workId) : undefined;
  const terms = explanationTerms(explained, { audience, language, timeZone });
  // As things stand: hours and promises may have been changed since it was last decided where it goes.
  const told = { ...explained.explanation, ...(dueAt !== undefined && { dueAt }) };
  const { next, reason, ...explanation } = audience === 'customer' ? withoutReasons(told) : told;
  return answer({
    ...explanation,
    ...(reason && { reason: reasonAnswer(reason) }),
    passedOver: [...explanation.passedOver],
    next: nextAnswer(next),
    piiText: explanationText(told, terms),
  });
};

type Reason = NonNullable<Explanation['reason']>;

function reasonAnswer(reason: Reason): NonNullable<RouteAnswer<'explainWork'>['reason']> {
  return 'agentIds' in reason ? { ...reason, agentIds: [...reason.agentIds] } : reason;
}

function nextAnswer(next: NextStep): RouteAnswer<'explainWork'>['next'] {
  const { code } = next;
  const at = 'byAt' in next ? next.byAt : 'at' in next ? next.at : undefined;
  return {
    code,
    ...('agentId' in next && { agentId: next.agentId }),
    ...('agentIds' in next && { agentIds: [...next.agentIds] }),
    ...(at !== undefined && { at }),
  };
}

/** Until when an open item is in time, as the desk has it now. */
async function dueAtOfWork(host: Rooms['host'], workId: string): Promise<number | undefined> {
  return await host.ask((desk) => {
    const work = desk.work.get(asId<'work'>(workId));
    return work && dueAtOf(work.class.promise, work);
  });
}

type ServeName =
  | 'seeAlert'
  | 'acceptOffer'
  | 'declineOffer'
  | 'transferWork'
  | 'holdWork'
  | 'resumeWork'
  | 'deferWork'
  | 'wrapUpWork'
  | 'extendWrapUp'
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

export const seeAlert = serve<'seeAlert'>((_, mine) => ({ type: 'acknowledge-alert', ...mine }));

export const acceptOffer = serve<'acceptOffer'>((_, mine) => ({ type: 'accept-offer', ...mine }));

export const declineOffer = serve<'declineOffer'>(({ body }, mine) => ({
  type: 'decline-offer',
  ...mine,
  ...body,
}));

export const transferWork = serve<'transferWork'>(({ body }, mine) => transferOf(mine, body));

export const holdWork = serve<'holdWork'>((_, mine) => ({ type: 'hold-work', ...mine }));

export const resumeWork = serve<'resumeWork'>((_, mine) => ({ type: 'resume-work', ...mine }));

export const deferWork = serve<'deferWork'>(({ body }, mine) => ({
  type: 'defer-work',
  ...mine,
  ...body,
}));

export const wrapUpWork = serve<'wrapUpWork'>((_, mine) => ({ type: 'wrap-up-work', ...mine }));

export const extendWrapUp = serve<'extendWrapUp'>(({ body }, mine) => ({
  type: 'extend-wrap-up',
  ...mine,
  ...body,
}));

export const completeWork: Handler<'completeWork'> = async (call, rooms) => {
  const isPoor = await isPoorOutcome(rooms, call.body.disposition);
  return await serve<'completeWork'>(({ body }, mine) => completionOf(mine, { ...body, isPoor }))(
    call,
    rooms,
  );
};

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
    ...(row.matter_id !== null && { matterId: row.matter_id }),
    ...(row.status === 'deferred' && row.paused_by !== null && { pausedById: row.paused_by }),
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
