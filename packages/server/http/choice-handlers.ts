import { asId, type Command, type WorkId } from '@rapport/core';
import { choicesOf } from '../interactions/choices-of.ts';
import { lastTurn } from '../visitors/visitor-thread.ts';
import { answer, give, type Handler, notFound, type Rooms } from './respond.ts';
import { askedBy } from './visitor-asked.ts';

export const getChoices: Handler<'getChoices'> = async ({ params }, rooms) => {
  const choices = await choicesOf(rooms, asId<'work'>(params.workId));
  return choices === undefined ? notFound(`open item ${params.workId}`) : answer(choices);
};

export const chooseWait: Handler<'chooseWait'> = (call, rooms) =>
  give(choiceOf(asId<'work'>(call.params.workId), call.body.agentId), call, rooms);

export const getVisitorChoices: Handler<'getVisitorChoices'> = async (call, rooms) => {
  const asked = await askedBy(call, rooms);
  if (!asked.ok) return asked;
  const workId = await workOfThread(rooms, asked.answer.threadId);
  const choices = workId && (await choicesOf(rooms, workId, { isVisitor: true }));
  return answer(choices ?? { agents: [], callbacks: [] });
};

export const chooseAsVisitor: Handler<'chooseAsVisitor'> = async (call, rooms) => {
  const asked = await askedBy(call, rooms);
  if (!asked.ok) return asked;
  const { threadId } = asked.answer;
  const workId = await workOfThread(rooms, threadId);
  if (workId === undefined) return notFound('exchange of this thread');
  const given = await give(choiceOf(workId, call.body.agentId), call, rooms);
  if (!given.ok) return given;
  rooms.visitors.waker.tell(threadId);
  return answer({});
};

function choiceOf(workId: WorkId, agentId: string | undefined): Command {
  const named = agentId === undefined ? {} : { agentId: asId<'agent'>(agentId) };
  return { type: 'choose-wait', workId, ...named };
}

/** The item of a thread's last exchange. */
export async function workOfThread(rooms: Rooms, threadId: string): Promise<WorkId | undefined> {
  const turn = await lastTurn(rooms, threadId);
  if (turn === undefined) return undefined;
  const row = await rooms.db
    .selectFrom('interaction')
    .select('work_id')
    .where('centre', '=', rooms.centre)
    .where('id', '=', turn.interactionId)
    .executeTakeFirst();
  return row && asId<'work'>(row.work_id);
}
