import { asId, isPromised, type WorkId } from '@rapport/core';
import type { AskedCallback, RouteName } from '@rapport/protocol';
import { callbackNumber } from '../callbacks/callback-numbers.ts';
import { calledNumber } from '../callbacks/called-number.ts';
import type { KeptNumber } from '../store/kept.ts';
import { workOfThread } from './choice-handlers.ts';
import { fieldProblem, problemOfRefusal } from './problems.ts';
import {
  answer,
  type Call,
  give,
  type Handler,
  notFound,
  type Response,
  type Rooms,
} from './respond.ts';
import { askedBy } from './visitor-asked.ts';

export const promiseCallback: Handler<'promiseCallback'> = (call, rooms) =>
  promise(asId<'work'>(call.params.workId), call, rooms);

export const cancelCallback: Handler<'cancelCallback'> = (call, rooms) =>
  cancel(asId<'work'>(call.params.workId), call, rooms);

export const noteNoAnswer: Handler<'noteNoAnswer'> = (call, rooms) => {
  const { agentId } = call.principal;
  if (agentId === undefined) throw new Error('a route as an agent let in somebody who is none');
  const workId = asId<'work'>(call.params.workId);
  return give({ type: 'note-no-answer', workId, agentId }, call, rooms);
};

export const promiseVisitorCallback: Handler<'promiseVisitorCallback'> = (call, rooms) =>
  asVisitor(call, rooms, (workId) => promise(workId, call, rooms));

export const cancelVisitorCallback: Handler<'cancelVisitorCallback'> = (call, rooms) =>
  asVisitor(call, rooms, (workId) => cancel(workId, call, rooms));

type Given = Response<{ position: number }>;
type Giving = Pick<Call<RouteName>, 'commandId' | 'principal'>;

/** Does something with the item of the visitor's last exchange, and lets his pages know. */
async function asVisitor(
  call: Call<'promiseVisitorCallback' | 'cancelVisitorCallback'>,
  rooms: Rooms,
  act: (workId: WorkId) => Promise<Given>,
): Promise<Response<Record<string, never>>> {
  const asked = await askedBy(call, rooms);
  if (!asked.ok) return asked;
  const { threadId } = asked.answer;
  const workId = await workOfThread(rooms, threadId);
  if (workId === undefined) return notFound('exchange of this thread');
  const given = await act(workId);
  if (!given.ok) return given;
  rooms.visitors.waker.tell(threadId);
  return answer({});
}

/** The promise and the number are durable together. */
async function promise(
  workId: WorkId,
  call: Giving & { readonly body: AskedCallback },
  rooms: Rooms,
): Promise<Given> {
  const { agentId, dueAt, piiPhone } = call.body;
  const number = await numberOf(workId, piiPhone, rooms);
  if (!number.ok) return number;
  const command = {
    type: 'promise-callback',
    workId,
    agentId: asId<'agent'>(agentId),
    dueAt,
  } as const;
  return await give(command, { ...call, keep: number.answer }, rooms);
}

/** At which number he is called, as it is kept: that which he gives, else that which he gave. */
async function numberOf(
  workId: WorkId,
  piiPhone: string | undefined,
  rooms: Rooms,
): Promise<Response<KeptNumber>> {
  const customerId = await rooms.host.ask(({ work }) => work.get(workId)?.customer?.id);
  const text = piiPhone ?? (await callbackNumber(rooms, workId));
  if (text === undefined) return fieldProblem('piiPhone', 'the number at which he is called');
  const number = calledNumber(text, rooms.settings.current());
  if (!number.ok) return fieldProblem('piiPhone', number.refusal);
  const whose = customerId === undefined ? {} : { customerId };
  return answer({ workId, ...whose, piiNumber: number.value });
}

/** What an agent has put off for himself is nobody else's to call back. */
async function cancel(workId: WorkId, call: Giving, rooms: Rooms): Promise<Given> {
  const isToCall = await rooms.host.ask(({ work }) => {
    const item = work.get(workId);
    return item === undefined || isPromised(item);
  });
  if (!isToCall) {
    return { ok: false, problem: problemOfRefusal({ code: 'callback-not-promised', workId }) };
  }
  return await give({ type: 'recall-work', workId }, call, rooms);
}
