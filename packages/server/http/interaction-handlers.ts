import { receiveInteraction as receive } from '../interactions/receive-interaction.ts';
import { problemOfArrival } from './problems.ts';
import { answer, type Handler } from './respond.ts';

export const receiveInteraction: Handler<'receiveInteraction'> = async (call, rooms) => {
  const { commandId, principal } = call;
  const received = await receive(rooms, call.body, { commandId, actor: principal.id });
  return received.ok
    ? answer(received.value)
    : { ok: false, problem: problemOfArrival(received.refusal) };
};
