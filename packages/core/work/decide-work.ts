import { isAvailable } from '../agents/is-available.ts';
import { isLevel, type Requirement } from '../agents/skill.ts';
import { strengthAfterService } from '../bonds/known-agents.ts';
import { CHANNELS } from '../channel.ts';
import type { Decision } from '../decision.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import type { Refusal } from '../messages.ts';
import { unreachable } from '../result.ts';
import { feedAgent } from '../routing/feed-agent.ts';
import { isEligible } from '../routing/needs.ts';
import { placeWork } from '../routing/place-work.ts';
import { isPlainText } from '../text.ts';
import type {
  AbandonWork,
  AcceptOffer,
  AssignWork,
  CompleteWork,
  DeclineOffer,
  ReceiveWork,
  TransferWork,
  WorkCommand,
  WorkStatus,
} from './work-messages.ts';

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
    case 'accept-offer':
    case 'decline-offer':
      return answerOffer(command, decision, work);
    default:
      return carryOn(command, decision, work);
  }
}

function receiveWork(command: ReceiveWork, decision: Decision): Refusal | undefined {
  const { workId, channel, customerId, requirements, promiseId, priority } = command;
  const refusal = receiptRefusal(command, decision);
  if (refusal !== undefined) return refusal;
  decision.emit({
    type: 'work-received',
    v: 1,
    workId,
    channel,
    ...(customerId !== undefined && { customerId }),
    requirements,
    ...(command.isProficiencyFirst !== undefined && {
      isProficiencyFirst: command.isProficiencyFirst,
    }),
    promiseId,
    ...(priority !== undefined && { priority }),
  });
  const work = decision.desk.work.get(workId);
  if (work !== undefined) placeWork(decision, work);
  return undefined;
}

function receiptRefusal(command: ReceiveWork, { desk }: Decision): Refusal | undefined {
  const { workId, channel, requirements, promiseId, priority = 0 } = command;
  if (desk.work.has(workId)) return { code: 'work-already-received', workId };
  if (!CHANNELS.includes(channel)) {
    const expected = `one of ${CHANNELS.join(', ')}`;
    return { code: 'field-invalid', field: 'channel', expected };
  }
  if (!isPriority(priority)) {
    const expected = 'a number from -10 to 10 in steps of 0.01';
    return { code: 'field-invalid', field: 'priority', expected };
  }
  if (!desk.promises.has(promiseId)) return { code: 'promise-unknown', promiseId };
  return requirementsRefusal(requirements);
}

/** Bounded and in steps, because each priority in use is a class of its own. */
function isPriority(priority: number): boolean {
  return Math.abs(priority) <= 10 && Math.abs(priority * 100 - Math.round(priority * 100)) < 1e-9;
}

function requirementsRefusal(requirements: readonly Requirement[]): Refusal | undefined {
  const skills = new Set(requirements.map(({ skill }) => skill));
  const isSound = requirements.every(
    ({ skill, minLevel }) => isPlainText(skill) && isLevel(minLevel),
  );
  if (isSound && skills.size === requirements.length) return undefined;
  const expected = 'skills, each once, with a minLevel of 1 to 5';
  return { code: 'field-invalid', field: 'requirements', expected };
}

function abandonWork(
  { workId }: AbandonWork,
  decision: Decision,
  work: WorkRecord,
): Refusal | undefined {
  const refusal = statusRefusal(work, ['waiting', 'offered']);
  if (refusal !== undefined) return refusal;
  const { agent } = work;
  decision.emit({ type: 'work-abandoned', v: 1, workId });
  if (agent !== undefined) feedAgent(decision, agent);
  return undefined;
}

function assignWork(
  { workId, toAgentId }: AssignWork,
  decision: Decision,
  work: WorkRecord,
): Refusal | undefined {
  const refusal = statusRefusal(work, ['waiting', 'offered']);
  if (refusal !== undefined) return refusal;
  const named = toAgentId === undefined ? undefined : decision.desk.agents.get(toAgentId);
  if (toAgentId !== undefined && named === undefined) {
    return { code: 'agent-unknown', agentId: toAgentId };
  }
  const { agent } = work;
  const given = toAgentId === undefined ? {} : { toAgentId };
  decision.emit({ type: 'work-assigned', v: 1, workId, ...given });
  if (agent === undefined) placeWork(decision, work);
  else if (named === undefined || (named !== agent && canTake(named, work))) {
    const reason = 'work-assigned';
    decision.emit({ type: 'offer-withdrawn', v: 1, workId, agentId: agent.id, reason });
    placeWork(decision, work);
    feedAgent(decision, agent);
  }
  return undefined;
}

function canTake(agent: AgentRecord, { class: { need } }: WorkRecord): boolean {
  return isAvailable(agent, need.channel) && isEligible(need, agent);
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
  if (command.type === 'accept-offer') {
    decision.emit({ type: 'offer-accepted', v: 1, workId, agentId });
  } else {
    const { reason } = command;
    const excludedUntil = decision.at + decision.desk.policy.exclusionMs;
    decision.emit({ type: 'offer-declined', v: 1, workId, agentId, reason, excludedUntil });
    placeWork(decision, work);
  }
  feedAgent(decision, agent);
  return undefined;
}

type CarryCommand = Exclude<
  WorkCommand,
  ReceiveWork | AbandonWork | AssignWork | AcceptOffer | DeclineOffer
>;

/** From which states each of them starts. */
const STARTS_FROM: Record<CarryCommand['type'], readonly WorkStatus[]> = {
  'hold-work': ['active'],
  'resume-work': ['on-hold'],
  'wrap-up-work': ['active', 'on-hold'],
  'complete-work': ['active', 'on-hold', 'wrap-up'],
  'transfer-work': ['active', 'on-hold'],
};

function carryOn(command: CarryCommand, decision: Decision, work: WorkRecord): Refusal | undefined {
  const { workId, agentId } = command;
  const { agent } = work;
  const refusal = statusRefusal(work, STARTS_FROM[command.type]);
  if (refusal !== undefined) return refusal;
  if (agent?.id !== agentId) return { code: 'work-not-yours', workId, agentId };
  switch (command.type) {
    case 'hold-work':
      decision.emit({ type: 'work-held', v: 1, workId, agentId });
      return undefined;
    case 'resume-work':
      decision.emit({ type: 'work-resumed', v: 1, workId, agentId });
      return undefined;
    case 'wrap-up-work':
      decision.emit({ type: 'work-wrapped-up', v: 1, workId, agentId });
      return undefined;
    case 'complete-work':
      completeWork(command, decision, { work, agent });
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

function completeWork(
  { workId, agentId, disposition }: CompleteWork,
  decision: Decision,
  { work, agent }: Carried,
): void {
  const { customerId } = work;
  const given = disposition === undefined ? {} : { disposition };
  decision.emit({ type: 'work-completed', v: 1, workId, agentId, ...given });
  if (customerId !== undefined) {
    const strength = strengthAfterService(decision.desk.bonds.get(customerId), agent);
    decision.emit({ type: 'bond-earned', v: 1, customerId, agentId, strength });
  }
  feedAgent(decision, agent);
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
  decision.emit({
    type: 'work-transferred',
    v: 1,
    workId,
    agentId,
    ...(toAgentId !== undefined && { toAgentId }),
    ...(requirements && { requirements }),
    excludedUntil: decision.at + decision.desk.policy.exclusionMs,
  });
  placeWork(decision, work);
  feedAgent(decision, agent);
  return undefined;
}

function statusRefusal(work: WorkRecord, expected: readonly WorkStatus[]): Refusal | undefined {
  if (expected.includes(work.status)) return undefined;
  return { code: 'work-state-wrong', workId: work.id, status: work.status, expected };
}
