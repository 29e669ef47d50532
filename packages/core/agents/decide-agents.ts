import type { Decision } from '../decision.ts';
import type { AgentRecord } from '../desk-records.ts';
import type { Refusal } from '../messages.ts';
import { intervalFault } from '../promises/service-hours.ts';
import { unreachable } from '../result.ts';
import type { Instant } from '../time.ts';
import { feedAgent } from '../routing/feed-agent.ts';
import { isEligible } from '../routing/needs.ts';
import { placeWork } from '../routing/place-work.ts';
import type { WithdrawalReason } from '../work/work-messages.ts';
import type {
  AgentCommand,
  AgentState,
  ChangeAgent,
  RegisterAgent,
  RetireAgent,
  SetAgentState,
  SetBusyIntervals,
} from './agent-messages.ts';
import { profileRefusal } from './profile-refusal.ts';
import { retirementRefusal } from './retirement-refusal.ts';

const AGENT_STATES: readonly AgentState[] = ['signed-out', 'ready', 'not-ready'];

/** Decides a command about an agent. Returns why it is refused, or undefined once its events are emitted. */
export function decideAgents(command: AgentCommand, decision: Decision): Refusal | undefined {
  if (command.type === 'register-agent') return registerAgent(command, decision);
  const agent = decision.desk.agents.get(command.agentId);
  if (agent === undefined) return { code: 'agent-unknown', agentId: command.agentId };
  switch (command.type) {
    case 'change-agent':
      return changeAgent(command, decision, agent);
    case 'set-agent-state':
      return setAgentState(command, decision, agent);
    case 'set-busy-intervals':
      return setBusyIntervals(command, decision, agent);
    case 'retire-agent':
      return retireAgent(command, decision);
    default:
      return unreachable(command);
  }
}

function registerAgent(command: RegisterAgent, { desk, emit }: Decision): Refusal | undefined {
  const { agentId, skills, capacity } = command;
  if (desk.agents.has(agentId)) return { code: 'agent-already-registered', agentId };
  const fault = profileRefusal(skills, capacity);
  if (fault !== undefined) return fault;
  emit({ type: 'agent-registered', v: 1, agentId, skills, capacity });
  return undefined;
}

function changeAgent(
  { agentId, skills, capacity }: ChangeAgent,
  decision: Decision,
  agent: AgentRecord,
): Refusal | undefined {
  const fault = profileRefusal(skills ?? [], capacity ?? agent.capacity);
  if (fault !== undefined) return fault;
  decision.emit({
    type: 'agent-changed',
    v: 1,
    agentId,
    ...(skills && { skills }),
    ...(capacity && { capacity }),
  });
  const { offered } = agent;
  if (offered !== undefined && !canStillTake(agent, offered.class.need)) {
    withdraw(decision, agent, 'agent-changed');
  }
  feedAgent(decision, agent);
  return undefined;
}

function setAgentState(
  { agentId, state, reason, returnAt }: SetAgentState,
  decision: Decision,
  agent: AgentRecord,
): Refusal | undefined {
  if (!AGENT_STATES.includes(state)) {
    const expected = `one of ${AGENT_STATES.join(', ')}`;
    return { code: 'field-invalid', field: 'state', expected };
  }
  if (returnAt !== undefined && !isReturn(returnAt, state, decision.at)) {
    const expected = 'a time to come, of an agent who is not ready';
    return { code: 'field-invalid', field: 'returnAt', expected };
  }
  const carriedCount = agent.carried.size;
  if (state === 'signed-out' && carriedCount > 0) {
    return { code: 'agent-carries-work', agentId, carriedCount };
  }
  decision.emit({
    type: 'agent-state-changed',
    v: 1,
    agentId,
    state,
    ...(reason !== undefined && { reason }),
    ...(returnAt !== undefined && { returnAt }),
  });
  if (state === 'ready') feedAgent(decision, agent);
  else withdraw(decision, agent, 'agent-not-ready');
  return undefined;
}

function isReturn(returnAt: Instant, state: AgentState, now: Instant): boolean {
  return state === 'not-ready' && Number.isSafeInteger(returnAt) && returnAt > now;
}

function setBusyIntervals(
  { agentId, intervals }: SetBusyIntervals,
  decision: Decision,
  agent: AgentRecord,
): Refusal | undefined {
  const fault = intervalFault('intervals', intervals);
  if (fault !== undefined) return { code: 'field-invalid', ...fault };
  decision.emit({ type: 'busy-intervals-set', v: 1, agentId, intervals });
  feedAgent(decision, agent);
  return undefined;
}

/** Nobody who is signed out carries work or has an open offer. */
function retireAgent({ agentId }: RetireAgent, { desk, emit }: Decision): Refusal | undefined {
  const refusal = retirementRefusal(desk, agentId);
  if (refusal !== undefined) return refusal;
  emit({ type: 'agent-retired', v: 1, agentId });
  return undefined;
}

/** Takes an agent's open offer back, if he has one, and offers the item on. */
function withdraw(decision: Decision, agent: AgentRecord, reason: WithdrawalReason): void {
  const work = agent.offered;
  if (work === undefined) return;
  decision.emit({
    type: 'offer-withdrawn',
    v: 1,
    workId: work.id,
    agentId: agent.id,
    reason,
  });
  placeWork(decision, work);
}

function canStillTake(agent: AgentRecord, need: Parameters<typeof isEligible>[0]): boolean {
  const weight = agent.capacity.weights[need.channel] ?? Infinity;
  return isEligible(need, agent) && agent.loadUnits + weight <= agent.capacity.units;
}
