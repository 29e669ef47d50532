import { CHANNELS } from '../channel.ts';
import { meetCallbacks } from '../callbacks/decide-callbacks.ts';
import { creditedPriority } from '../credits/credit-of.ts';
import { type Decision, emit } from '../decision.ts';
import type { Desk } from '../desk.ts';
import { canJoin } from '../matters/decide-matters.ts';
import { pauseWaiting, renewMatter } from '../matters/pause-work.ts';
import type { Refusal } from '../messages.ts';
import { agreedPromise } from '../promises/agreements.ts';
import { serviceRefusal } from '../promises/decide-agreements.ts';
import { withChannelSkill } from '../routing/channel-skill.ts';
import { placeWork } from '../routing/place-work.ts';
import type { Instant } from '../time.ts';
import { isPriority } from './is-priority.ts';
import { requirementsRefusal } from './requirements-refusal.ts';
import type { ReceiveWork, WorkReceived } from './work-messages.ts';

/** Takes a new item in. Returns why it is refused, or undefined once its events are emitted. */
export function receiveWork(command: ReceiveWork, decision: Decision): Refusal | undefined {
  const refusal = receiptRefusal(command, decision);
  if (refusal !== undefined) return refusal;
  const { desk, at } = decision;
  const credited = creditedPriority(desk, command, at);
  const { priority = 0 } = credited;
  const promised = promisedTo({ ...command, priority }, decision);
  if (promised === undefined) return { code: 'promise-missing' };
  emit(decision, receiptOf(desk, command, { ...promised, ...credited }));
  const work = desk.work.get(command.workId);
  if (work !== undefined) meetCallbacks(decision, work);
  if (command.matterId !== undefined) pauseWaiting(decision, work?.matter);
  if (work?.status === 'waiting') placeWork(decision, work);
  if (command.matterId !== undefined) renewMatter(decision, work?.matter);
  return undefined;
}

type Promised = Pick<WorkReceived, 'promiseId' | 'agreed' | 'namedPromiseId'>;

/** What agreements make goes before the promise that is named. */
function promisedTo(
  { channel, priority = 0, service, promiseId: named }: ReceiveWork,
  { desk, at }: Decision,
): Promised | undefined {
  const agreed = service && agreedPromise(desk, { channel, priority, service }, at);
  if (agreed === undefined) return named && { promiseId: named };
  return named === undefined ? agreed : { ...agreed, namedPromiseId: named };
}

function receiptOf(
  desk: Desk,
  command: ReceiveWork,
  terms: Promised & Pick<WorkReceived, 'priority' | 'credit'>,
): WorkReceived {
  const { workId, channel, customerId, isProficiencyFirst, service, topic, matterId } = command;
  return {
    type: 'work-received',
    v: 1,
    workId,
    channel,
    ...(customerId !== undefined && { customerId }),
    ...withChannelSkill(desk, channel, command.requirements),
    ...(isProficiencyFirst !== undefined && { isProficiencyFirst }),
    ...terms,
    ...(service !== undefined && { service }),
    ...(topic !== undefined && { topic }),
    ...(matterId !== undefined && { matterId }),
  };
}

function receiptRefusal(command: ReceiveWork, { desk, at }: Decision): Refusal | undefined {
  const { workId, channel, requirements, promiseId, service, priority = 0 } = command;
  if (desk.work.has(workId)) return { code: 'work-already-received', workId };
  if (!CHANNELS.includes(channel)) {
    const expected = `one of ${CHANNELS.join(', ')}`;
    return { code: 'field-invalid', field: 'channel', expected };
  }
  if (!isPriority(priority)) {
    const expected = 'a number from -10 to 10 in steps of 0.01';
    return { code: 'field-invalid', field: 'priority', expected };
  }
  if (promiseId !== undefined && !desk.promises.has(promiseId)) {
    return { code: 'promise-unknown', promiseId };
  }
  return (
    (service && serviceRefusal(service)) ??
    requirementsRefusal(requirements) ??
    matterRefusal(desk, command, at)
  );
}

function matterRefusal(
  desk: Desk,
  { matterId, customerId, requirements }: ReceiveWork,
  at: Instant,
): Refusal | undefined {
  if (matterId === undefined) return undefined;
  const customer = customerId === undefined ? undefined : desk.customers.get(customerId);
  const isFit = canJoin(desk, { customer, requirements, target: matterId, at });
  return isFit ? undefined : { code: 'matter-of-another', matterId };
}
