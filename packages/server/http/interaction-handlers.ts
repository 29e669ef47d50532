import { asId, type Channel } from '@rapport/core';
import type { RouteAnswer } from '@rapport/protocol';
import { conversationsOf } from '../interactions/conversations-of.ts';
import { endCommand } from '../interactions/end-command.ts';
import { interactionRows } from '../interactions/interaction-rows.ts';
import { openItem } from '../interactions/open-item.ts';
import { receiveInteraction as receive } from '../interactions/receive-interaction.ts';
import { type Cursor, pageOf, readCursor } from './pages.ts';
import { problemOfArrival, problemOfField } from './problems.ts';
import { answer, forbidden, give, type Handler, notFound } from './respond.ts';

type InteractionAnswer = RouteAnswer<'getInteraction'>;

export const receiveInteraction: Handler<'receiveInteraction'> = async (call, rooms) => {
  const { commandId, principal } = call;
  const received = await receive(rooms, call.body, { commandId, actor: principal.id });
  return received.ok
    ? answer(received.value)
    : { ok: false, problem: problemOfArrival(received.refusal, call.body) };
};

export const listInteractions: Handler<'listInteractions'> = async (call, rooms) => {
  const { limit = 50, customerId, workId } = call.query;
  const cursor = readCursor(call.query.cursor);
  if (!cursor.ok) return cursor;
  const theirs = await conversationsOf(call.principal, rooms.host);
  let select = interactionRows(rooms.db, rooms.centre);
  if (theirs !== undefined) {
    // Otherwise the whole past would be searched for the few that are his.
    if (customerId === undefined && workId === undefined) {
      return { ok: false, problem: problemOfField('customerId', 'a customer, or a workId') };
    }
    select = select.where(theirs);
  }
  if (customerId !== undefined) {
    select = select.where((build) =>
      build.or([
        build('i.customer_id', '=', customerId),
        build(
          'i.customer_id',
          'in',
          build
            .selectFrom('view_bond as merged')
            .select('merged.id')
            .where('merged.centre', '=', rooms.centre)
            .where('merged.merged_into', '=', customerId),
        ),
      ]),
    );
  }
  if (workId !== undefined) select = select.where('i.work_id', '=', workId);
  if (cursor.answer !== undefined) {
    const { key, id } = cursor.answer;
    select = select.where((build) =>
      build(build.refTuple('i.started_at', 'i.id'), '<', build.tuple(key, id)),
    );
  }
  const rows = await select
    .orderBy('i.started_at', 'desc')
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
    .execute();
  return answer(pageOf(rows.map(interactionAnswer), limit, lastOf));
};

export const getInteraction: Handler<'getInteraction'> = async ({ params }, rooms) => {
  const row = await interactionRows(rooms.db, rooms.centre)
    .where('i.id', '=', params.interactionId)
    .executeTakeFirst();
  return row === undefined
    ? notFound(`interaction ${params.interactionId}`)
    : answer(interactionAnswer(row));
};

export const endInteraction: Handler<'endInteraction'> = async (call, rooms) => {
  const { agentId, kind } = call.principal;
  if (agentId === undefined && kind === 'person') return forbidden('Only an agent can do this.');
  const row = await interactionRows(rooms.db, rooms.centre)
    .where('i.id', '=', call.params.interactionId)
    .executeTakeFirst();
  if (row === undefined) return notFound(`interaction ${call.params.interactionId}`);
  const item = await openItem(rooms.host, row.work_id);
  const command = item && endCommand(asId<'work'>(row.work_id), item, agentId);
  return command === undefined
    ? answer({ position: rooms.host.position })
    : await give(command, call, rooms);
};

type InteractionRow = Awaited<
  ReturnType<ReturnType<typeof interactionRows>['executeTakeFirstOrThrow']>
>;

function lastOf({ startedAt, interactionId }: InteractionAnswer): Cursor {
  return { key: startedAt, id: interactionId };
}

function interactionAnswer(row: InteractionRow): InteractionAnswer {
  return {
    interactionId: row.id,
    workId: row.work_id,
    ...(row.customer_id !== null && { customerId: row.customer_id }),
    channel: row.channel as Channel,
    ...(row.pii_subject !== null && { piiSubject: row.pii_subject }),
    ...(row.matter_id !== null && { matterId: row.matter_id }),
    ...(row.status === 'deferred' && row.paused_by !== null && { isPaused: true as const }),
    startedAt: row.started_at,
    messageCount: row.message_count,
    // The views may not have seen it yet.
    status: (row.status ?? 'waiting') as InteractionAnswer['status'],
    ...(row.agent_id !== null && { agentId: row.agent_id }),
    ...(row.answered_by !== null && { answeredBy: row.answered_by }),
    ...(row.closed_at !== null && { endedAt: row.closed_at }),
    ...(row.disposition !== null && { disposition: row.disposition }),
  };
}
