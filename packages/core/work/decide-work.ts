import type { AcknowledgeAlert } from '../alerts/alert-messages.ts';
import { acknowledgeAlert } from '../alerts/decide-alerts.ts';
import { alertOfTransfers } from '../alerts/raise-alerts.ts';
import { weightOf } from '../agents/load.ts';
import { knownAt } from '../bonds/known.ts';
import type { CallbackCommand } from '../callbacks/callback-messages.ts';
import { decideCallback, isOfCallback } from '../callbacks/decide-callbacks.ts';
import { type Decision, emit } from '../decision.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import type { Refusal } from '../messages.ts';
import { unreachable } from '../result.ts';
import { feedAgent, feedAgents } from '../routing/feed-agent.ts';
import { canBeOffered } from '../routing/can-be-offered.ts';
import { firstFreeKnown, placeWork } from '../routing/place-work.ts';
import { decideMatter, isOfMatter } from '../matters/decide-matters.ts';
import type { MatterCommand } from '../matters/matter-messages.ts';
import { endPauses, pauseOthers, placeBack, renewMatter } from '../matters/pause-work.ts';
import { withChannelSkill } from '../routing/channel-skill.ts';
import { promisedAfterTransfer } from '../promises/after-transfer.ts';
import { followKept } from '../roster/follow-kept.ts';
import { putAside } from '../interruption/put-aside.ts';
import { hearAnswer } from '../outage/suspect-outage.ts';
import { stopWindingDown } from '../roster/stop-winding-down.ts';
import { requirementsRefusal } from './requirements-refusal.ts';
import { changePromise } from './change-promise.ts';
import type { ChangePromise } from './change-promise-messages.ts';
import type { ChooseWait } from './choice-messages.ts';
import { chooseWait } from './choose-wait.ts';
import { completeWork } from './complete-work.ts';
import { receiveWork } from './receive-work.ts';
import { awaitCustomer, hearCustomer } from './decide-turn.ts';
import type { HearCustomer } from './turn-messages.ts';
import { beginWrapUp, extendWrapUp } from './wrap-up.ts';
import type {
  AbandonWork,
  AcceptOffer,
  CompleteWork,
  DeclineOffer,
  DeferWork,
  RecallWork,
  ReceiveWork,
  TransferWork,
  WorkCommand,
  WorkStatus,
} from './work-messages.ts';
import type { AssignWork } from './assign-messages.ts';

/** Decides a command about an item. Returns why it is refused, or undefined once its events are emitted. */
export function decideWork(command: WorkCommand, decision: Decision): Refusal | undefined {
  if (command.type === 'receive-work') return receiveWork(command, decision);
  const work = decision.desk.work.get(command.workId);
  if (work === undefined) return { code: 'work-unknown', workId: command.workId };
  switch (command.type) {
    case 'abandon-work':
      return abandonWork(command, decision, work);
    case 'assign-work':
      return assignWork(command, decision, work);
    case 'choose-wait':
      return chooseWait(command, decision, work);
    case 'recall-work':
      return recallWork(command, decision, work);
    case 'hear-customer':
      return hearOf(decision, work);
    case 'acknowledge-alert':
      return acknowledgeAlert(command, decision, work);
    case 'change-promise':
      return changePromise(command, decision, work);
    case 'accept-offer':
    case 'decline-offer':
      return answerOffer(command, decision, work);
    default:
      return serve(command, decision, work);
  }
}

/** From which states an item can be given up or named for somebody: nobody has answered it. */
const UNANSWERED: readonly WorkStatus[] = ['waiting', 'offered'];
/** While agent and customer write to each other. */
const IN_EXCHANGE: readonly WorkStatus[] = ['active', 'on-hold'];
const PUT_OFF: readonly WorkStatus[] = ['deferred'];

function abandonWork(
  { workId }: AbandonWork,
  decision: Decision,
  work: WorkRecord,
): Refusal | undefined {
  const refusal = statusRefusal(work, UNANSWERED);
  if (refusal !== undefined) return refusal;
  const { agent } = work;
  emit(decision, { type: 'work-abandoned', v: 1, workId });
  if (agent !== undefined) feedAgent(decision, agent);
  return undefined;
}

function assignWork(
  { workId, toAgentId }: AssignWork,
  decision: Decision,
  work: WorkRecord,
): Refusal | undefined {
  const refusal = statusRefusal(work, UNANSWERED);
  if (refusal !== undefined) return refusal;
  const named = toAgentId === undefined ? undefined : decision.desk.agents.get(toAgentId);
  if (toAgentId !== undefined && named === undefined) {
    return { code: 'agent-unknown', agentId: toAgentId };
  }
  const { agent } = work;
  const given = toAgentId === undefined ? {} : { toAgentId };
  emit(decision, { type: 'work-assigned', v: 1, workId, ...given });
  if (agent === undefined) placeWork(decision, work);
  else if (named === undefined) releaseFrom(agent, decision, work);
  else if (named !== agent && canBeOffered(decision.desk, work.class.need, named.handle)) {
    withdrawFrom(agent, decision, work);
    placeWork(decision, work);
    feedAgent(decision, agent);
  }
  return undefined;
}

/**
 * It goes to whoever else knows the customer and is free, for whom nothing waits. Before it could come back
 * to whoever was offered it he is fed, so that it goes before nobody who has waited longer for him.
 */
function releaseFrom(agent: AgentRecord, decision: Decision, work: WorkRecord): void {
  withdrawFrom(agent, decision, work);
  const { desk } = decision;
  const place = firstFreeKnown(desk, work);
  if (place !== -1 && knownAt(desk, work.known, place) !== agent) placeWork(decision, work);
  feedAgent(decision, agent);
  if (work.status === 'waiting') placeWork(decision, work);
}

function withdrawFrom({ id: agentId }: AgentRecord, decision: Decision, work: WorkRecord): void {
  const reason = 'work-assigned';
  emit(decision, { type: 'offer-withdrawn', v: 1, workId: work.id, agentId, reason });
}

function recallWork(
  { workId }: RecallWork,
  decision: Decision,
  work: WorkRecord,
): Refusal | undefined {
  const refusal = statusRefusal(work, PUT_OFF);
  if (refusal !== undefined) return refusal;
  const { agent } = work;
  if (work.pausedById !== undefined && agent !== undefined) {
    return { code: 'work-paused', workId, agentId: agent.id };
  }
  emit(decision, { type: 'work-recalled', v: 1, workId });
  // First what waits longest for whoever is kept free no more: else this one would go past it.
  if (agent !== undefined && stopWindingDown(decision, agent)) feedAgent(decision, agent);
  if (work.status === 'waiting') placeWork(decision, work);
  return undefined;
}

function hearOf(decision: Decision, work: WorkRecord): Refusal | undefined {
  return statusRefusal(work, IN_EXCHANGE) ?? hearCustomer(decision, work);
}

function answerOffer(
  command: AcceptOffer | DeclineOffer,
  decision: Decision,
  work: WorkRecord,
): Refusal | undefined {
  const { workId, agentId } = command;
  const { agent } = work;
  if (work.status !== 'offered' || agent?.id !== agentId) {
    return { code: 'offer-not-open', workId, agentId };
  }
  let freed: readonly AgentRecord[] = [];
  if (command.type === 'accept-offer') {
    emit(decision, { type: 'offer-accepted', v: 1, workId, agentId });
    hearAnswer(decision, work, agent);
    putAside(decision, { work, agent });
    freed = pauseOthers(decision, work);
  } else {
    const { reason } = command;
    const excludedUntil = decision.at + decision.desk.policy.exclusionMs;
    emit(decision, { type: 'offer-declined', v: 1, workId, agentId, reason, excludedUntil });
    placeWork(decision, work);
  }
  feedAgents(decision, [agent, ...freed]);
  renewMatter(decision, work.matter);
  return undefined;
}

type CarryCommand = Exclude<
  WorkCommand,
  | ReceiveWork
  | AbandonWork
  | AssignWork
  | ChooseWait
  | CallbackCommand
  | MatterCommand
  | RecallWork
  | HearCustomer
  | ChangePromise
  | AcknowledgeAlert
  | AcceptOffer
  | DeclineOffer
>;

/** From which states each of them starts. */
const STARTS_FROM: Record<CarryCommand['type'], readonly WorkStatus[]> = {
  'hold-work': ['active'],
  'resume-work': ['on-hold', 'deferred'],
  'defer-work': ['active', 'on-hold'],
  'await-customer': ['active', 'on-hold'],
  'wrap-up-work': ['active', 'on-hold'],
  'extend-wrap-up': ['wrap-up'],
  'complete-work': ['active', 'on-hold', 'deferred', 'wrap-up'],
  'transfer-work': ['active', 'on-hold', 'deferred'],
};

function serve(
  command: CarryCommand | CallbackCommand | MatterCommand,
  decision: Decision,
  work: WorkRecord,
): Refusal | undefined {
  if (isOfMatter(command)) return decideMatter(command, decision, work);
  return isOfCallback(command)
    ? decideCallback(command, decision, work)
    : carryOn(command, decision, work);
}

function carryOn(command: CarryCommand, decision: Decision, work: WorkRecord): Refusal | undefined {
  const { workId, agentId } = command;
  const { agent } = work;
  const refusal = statusRefusal(work, STARTS_FROM[command.type]);
  if (refusal !== undefined) return refusal;
  if (agent?.id !== agentId) return { code: 'work-not-yours', workId, agentId };
  switch (command.type) {
    case 'hold-work':
      emit(decision, { type: 'work-held', v: 1, workId, agentId });
      return undefined;
    case 'resume-work':
      return resumeWork(decision, { work, agent });
    case 'defer-work':
      return deferWork(command, decision, { work, agent });
    case 'await-customer':
      return awaitCustomer(decision, { work, agent });
    case 'wrap-up-work':
      beginWrapUp(decision, { work, agent });
      return undefined;
    case 'extend-wrap-up':
      return extendWrapUp(command, decision, work);
    case 'complete-work':
      completeWork(decision, { work, agent, ...outcomeOf(command) });
      return undefined;
    case 'transfer-work':
      return transferWork(command, decision, { work, agent });
    default:
      return unreachable(command);
  }
}

interface Carried {
  readonly work: WorkRecord;
  readonly agent: AgentRecord;
}

/** From hold it is carried already; what was put off needs him on duty, and room again. */
function resumeWork(decision: Decision, { work, agent }: Carried): Refusal | undefined {
  const { id: workId } = work;
  const { id: agentId } = agent;
  if (work.status === 'deferred') {
    if (agent.state === 'signed-out') return { code: 'agent-signed-out', agentId };
    if (!hasRoom(agent, work)) return { code: 'agent-full', agentId };
  }
  const isTakenUp = work.status === 'deferred';
  emit(decision, { type: 'work-resumed', v: 1, workId, agentId });
  const freed = isTakenUp ? pauseOthers(decision, work) : [];
  followKept(decision, agent);
  feedAgents(decision, freed);
  if (isTakenUp) renewMatter(decision, work.matter);
  return undefined;
}

/** Beside what he carries, and what he may accept in the next moment. */
function hasRoom(agent: AgentRecord, work: WorkRecord): boolean {
  const { capacity, loadUnits, offered } = agent;
  const weight = capacity.weights[work.class.need.channel] ?? Infinity;
  const offeredWeight = offered === undefined ? 0 : weightOf(agent, offered.class.need.channel);
  return loadUnits + offeredWeight + weight <= capacity.units;
}

function deferWork(
  { workId, agentId, untilAt }: DeferWork,
  decision: Decision,
  { work, agent }: Carried,
): Refusal | undefined {
  if (!Number.isSafeInteger(untilAt) || untilAt <= decision.at) {
    return { code: 'field-invalid', field: 'untilAt', expected: 'a moment that is still to come' };
  }
  emit(decision, { type: 'work-deferred', v: 1, workId, agentId, untilAt });
  const back = endPauses(decision, { work, agent });
  feedAgent(decision, agent);
  placeBack(decision, back);
  return undefined;
}

function outcomeOf({ disposition, isPoor }: CompleteWork) {
  return {
    ...(disposition !== undefined && { disposition }),
    ...(isPoor !== undefined && { isPoor }),
  };
}

function transferWork(
  { workId, agentId, toAgentId, requirements }: TransferWork,
  decision: Decision,
  { work, agent }: Carried,
): Refusal | undefined {
  if (toAgentId !== undefined && !decision.desk.agents.has(toAgentId)) {
    return { code: 'agent-unknown', agentId: toAgentId };
  }
  if (toAgentId === agentId) {
    return { code: 'field-invalid', field: 'toAgentId', expected: 'somebody else' };
  }
  const refusal = requirementsRefusal(requirements ?? []);
  if (refusal !== undefined) return refusal;
  const { policy } = decision.desk;
  emit(decision, {
    type: 'work-transferred',
    v: 1,
    workId,
    agentId,
    ...(toAgentId !== undefined && { toAgentId }),
    ...(requirements && withChannelSkill(decision.desk, work.class.need.channel, requirements)),
    excludedUntil: decision.at + policy.exclusionMs,
    promisedMs: promisedAfterTransfer(policy, work),
    waitedMs: work.waitedBeforeMs + work.waitedMs,
  });
  stopWindingDown(decision, agent);
  placeWork(decision, work);
  alertOfTransfers(decision, work);
  const back = endPauses(decision, { work, agent });
  feedAgent(decision, agent);
  placeBack(decision, back);
  return undefined;
}

function statusRefusal(work: WorkRecord, expected: readonly WorkStatus[]): Refusal | undefined {
  if (expected.includes(work.status)) return undefined;
  return { code: 'work-state-wrong', workId: work.id, status: work.status, expected };
}
