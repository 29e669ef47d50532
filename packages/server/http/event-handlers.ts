import { ForeignEvent, type Problem, type RouteAnswer } from '@rapport/protocol';
import { receiveEvent } from '../autolog/receive-event.ts';
import type { Received } from '../interactions/receive-interaction.ts';
import { problemOfValidation } from './faults.ts';
import { problemOfArrival, problemOfFault } from './problems.ts';
import { answer, type Handler, type Response, type Rooms } from './respond.ts';
import { validatorOf } from './validators.ts';

type EventResult = RouteAnswer<'receiveEvents'>['results'][number];

const isForeignEvent = validatorOf({ schema: ForeignEvent, httpPart: 'body' });

export const receiveEvents: Handler<'receiveEvents'> = async ({ body, principal }, rooms) => {
  if (!Array.isArray(body)) {
    const taken = await take(body, principal.id, rooms);
    return taken.ok ? answer({ results: [{ ...namesOf(body), ...taken.answer }] }) : taken;
  }
  const results = body.map(async (event): Promise<EventResult> => {
    const taken = await takeUnchecked(event, principal.id, rooms);
    return {
      ...namesOf(event),
      ...(taken.ok ? taken.answer : { problem: taken.problem }),
    };
  });
  return answer({ results: await Promise.all(results) });
};

/** An event of a batch: what is wrong with it is its own result, and holds up no other. */
async function takeUnchecked(
  event: unknown,
  actor: string,
  rooms: Rooms,
): Promise<Response<Received>> {
  if (isForeignEvent(event)) return await take(event as ForeignEvent, actor, rooms);
  const problem = problemOfValidation({ validation: isForeignEvent.errors ?? [] });
  if (problem === undefined) throw new Error('an event was refused without a reason');
  return { ok: false, problem };
}

async function take(event: ForeignEvent, actor: string, rooms: Rooms): Promise<Response<Received>> {
  try {
    const received = await receiveEvent(rooms, event, actor);
    if (received.ok) return answer(received.value);
    const problem = problemOfArrival(received.refusal, event.data);
    const { field } = problem;
    return { ok: false, problem: { ...problem, ...(field && { field: `data.${field}` }) } };
  } catch (error) {
    const problem = problemOfFault(error);
    if (problem === undefined) throw error;
    return { ok: false, problem: { ...problem, ...EVENT_WORDS[problem.status] } };
  }
}

// Events have no Idempotency-Key: their own names take its place.
const EVENT_WORDS: Readonly<Record<number, Partial<Problem>>> = {
  422: { title: 'Another event had this source and id.', field: 'id' },
  503: { title: 'Not now: send the event again in a moment.' },
};

/** What an event calls itself, as far as it does. */
function namesOf(event: unknown): Pick<EventResult, 'id' | 'source'> {
  if (typeof event !== 'object' || event === null) return {};
  const { id, source } = event as Readonly<Record<string, unknown>>;
  return {
    ...(typeof id === 'string' && { id }),
    ...(typeof source === 'string' && { source }),
  };
}
