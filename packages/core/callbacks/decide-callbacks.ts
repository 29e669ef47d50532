import { groupOf, isRefused } from '../bonds/customers.ts';
import { placeOf } from '../bonds/known.ts';
import { knownAgents } from '../bonds/known-agents.ts';
import { type Decision, emit } from '../decision.ts';
import { type Desk, present } from '../desk.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import type { Refusal } from '../messages.ts';
import { endPauses, placeBack } from '../matters/pause-work.ts';
import { feedAgent } from '../routing/feed-agent.ts';
import { backAt } from '../routing/free-chance.ts';
import { membershipHandleOf } from '../routing/membership-of.ts';
import { followKept } from '../roster/follow-kept.ts';
import { completeWork } from '../work/complete-work.ts';
import { openOf } from '../work/open-work.ts';
import type { WorkCommand } from '../work/work-messages.ts';
import type { CallbackCommand, NoteNoAnswer, PromiseCallback } from './callback-messages.ts';
import { callbackGuardMs, isFreeToCall } from './callback-moments.ts';
import { CALLBACK_ATTEMPTS, CALLBACK_GRACE_MS, CALLBACK_RETRY_MS } from './callback-record.ts';
import { isPromised } from './is-promised.ts';

export function isOfCallback(command: WorkCommand): command is CallbackCommand {
  return command.type === 'promise-callback' || command.type === 'note-no-answer';
}

/** Decides a command about a promised callback. Returns why it is refused, or undefined once its events are emitted. */
export function decideCallback(
  command: CallbackCommand,
  decision: Decision,
  work: WorkRecord,
): Refusal | undefined {
  return command.type === 'promise-callback'
    ? promiseCallback(command, decision, work)
    : noteNoAnswer(command, decision, work);
}

/** Promises the customer of an item a call, or another than he was promised. */
function promiseCallback(
  { workId, agentId, dueAt }: PromiseCallback,
  decision: Decision,
  work: WorkRecord,
): Refusal | undefined {
  const { desk, at } = decision;
  if (work.status !== 'waiting' && !isPromised(work)) {
    const expected = ['waiting'] as const;
    return { code: 'work-state-wrong', workId, status: work.status, expected };
  }
  if (!Number.isSafeInteger(dueAt) || dueAt <= at) {
    return { code: 'field-invalid', field: 'dueAt', expected: 'a moment that is still to come' };
  }
  const agent = desk.agents.get(agentId);
  if (agent === undefined) return { code: 'agent-unknown', agentId };
  if (!canCall(desk, work, agent)) return { code: 'agent-not-choosable', workId, agentId };
  if (!isFreeToCall(desk, { work, agent, at }, dueAt)) {
    return { code: 'moment-not-free', workId, agentId, dueAt };
  }
  const before = work.agent;
  const keptFreeFromAt = dueAt - callbackGuardMs(desk, work.class.need);
  emit(decision, { type: 'callback-promised', v: 1, workId, agentId, dueAt, keptFreeFromAt });
  followKept(decision, agent);
  if (before !== undefined && before !== agent) followKept(decision, before);
  return undefined;
}

/** Who may promise the customer of an item to call him: he knows him, and has what it asks for. */
export function canCall(desk: Desk, work: WorkRecord, agent: AgentRecord): boolean {
  const team = knownAgents(desk, { ...work, reservation: undefined });
  return (
    placeOf(team, agent) !== -1 &&
    membershipHandleOf(work.class.need, agent.handle) !== -1 &&
    !isRefused(work.customer, agent)
  );
}

/** Puts a callback off that nobody answered; the last time, ends it. */
function noteNoAnswer(
  { workId, agentId }: NoteNoAnswer,
  decision: Decision,
  work: WorkRecord,
): Refusal | undefined {
  const { agent, callback, status } = work;
  if (status !== 'active' && status !== 'on-hold') {
    return { code: 'work-state-wrong', workId, status, expected: ['active', 'on-hold'] };
  }
  if (agent?.id !== agentId) return { code: 'work-not-yours', workId, agentId };
  if (callback === undefined) return { code: 'callback-not-promised', workId };
  const attemptCount = callback.attemptCount + 1;
  const missed = { type: 'callback-missed', v: 1, workId, agentId, attemptCount } as const;
  if (attemptCount >= CALLBACK_ATTEMPTS) {
    emit(decision, missed);
    completeWork(decision, { work, agent, disposition: 'no-answer', isPoor: true });
    return undefined;
  }
  const againAt = decision.at + CALLBACK_RETRY_MS;
  const keptFreeFromAt = againAt - callbackGuardMs(decision.desk, work.class.need);
  emit(decision, { ...missed, againAt, keptFreeFromAt });
  emit(decision, { type: 'work-deferred', v: 1, workId, agentId, untilAt: againAt });
  const back = endPauses(decision, { work, agent });
  followKept(decision, agent);
  feedAgent(decision, agent);
  placeBack(decision, back);
  return undefined;
}

/** Brings back what was put off; a callback is kept for whoever promised it for a few minutes, where he is expected. */
export function endDeferral(decision: Decision, work: WorkRecord): void {
  const { at } = decision;
  const { callback, id: workId } = work;
  const agent = present(work.agent);
  const isDue = isPromised(work);
  emit(decision, { type: 'deferral-ended', v: 1, workId, agentId: agent.id });
  if (!isDue || callback === undefined) return;
  const keptUntilAt = callback.dueAt + CALLBACK_GRACE_MS;
  const { need } = work.class;
  const isExpected =
    keptUntilAt > at &&
    membershipHandleOf(need, agent.handle) !== -1 &&
    !isRefused(work.customer, agent) &&
    backAt(agent, need, at) <= keptUntilAt;
  if (!isExpected) return;
  emit(decision, { type: 'wait-chosen', v: 1, workId, agentId: agent.id, keptUntilAt });
}

/**
 * Whoever comes before he was called has his callback by that: what was promised to him ends. What was to be
 * done by now, and is not, he has given up. What a machine reports of him is none of his words.
 */
export function meetCallbacks(decision: Decision, arrived: WorkRecord): void {
  const { customer } = arrived;
  if (customer === undefined || isAlone(arrived)) return;
  if (arrived.class.need.channel === 'autolog') return;
  const met = groupOf(customer)
    .flatMap((record) => [...openOf(record)])
    .filter((work) => work !== arrived && isStillToCall(work))
    .toSorted((a, b) => a.order - b.order);
  for (const work of met) {
    const [{ id: workId, status }, agent] = [work, work.agent];
    emit(decision, { type: 'callback-met', v: 1, workId, byWorkId: arrived.id });
    if (status === 'deferred' && agent !== undefined) {
      completeWork(decision, { work, agent, disposition: 'customer-came-first', isPoor: true });
    } else {
      emit(decision, { type: 'work-abandoned', v: 1, workId });
      if (agent !== undefined) feedAgent(decision, agent);
    }
  }
}

/** What nearly all are: the only open item of a customer under one name. */
function isAlone({ customer, nextOfCustomer }: WorkRecord): boolean {
  return nextOfCustomer === undefined && customer?.terms === undefined;
}

function isStillToCall(work: WorkRecord): boolean {
  if (work.callback === undefined) return false;
  return work.status === 'waiting' || work.status === 'offered' || isPromised(work);
}
