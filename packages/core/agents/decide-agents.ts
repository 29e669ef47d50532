import { type Decision, emit } from '../decision.ts';
import type { AgentRecord } from '../desk-records.ts';
import type { Refusal } from '../messages.ts';
import { intervalFault } from '../promises/service-hours.ts';
import { unreachable } from '../result.ts';
import type { Instant } from '../time.ts';
import {
  endVainAmong,
  endVainReservations,
  renewReservations,
} from '../routing/end-reservation.ts';
import { feedAgent } from '../routing/feed-agent.ts';
import { heirRefusal, rehomeOf } from '../bonds/rehome.ts';
import { isEligible } from './is-eligible.ts';
import { endAbsence } from '../roster/hand-back.ts';
import type {
  AgentCommand,
  AgentState,
  ChangeAgent,
  RegisterAgent,
  RetireAgent,
  SetAgentState,
  SetBusyIntervals,
  SetReachability,
} from './agent-messages.ts';
import { losesLine } from '../outage/outage-watch.ts';
import { suspectOutage } from '../outage/suspect-outage.ts';
import { profileRefusal } from './profile-refusal.ts';
import { retirementRefusal } from './retirement-refusal.ts';
import { withdrawOffer } from './withdraw-offer.ts';

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
    case 'set-reachability':
      setReachability(command, decision, agent);
      return undefined;
    case 'retire-agent':
      return retireAgent(command, decision, agent);
    default:
      return unreachable(command);
  }
}

function registerAgent(command: RegisterAgent, decision: Decision): Refusal | undefined {
  const { agentId, skills, capacity, isInterruptible } = command;
  if (decision.desk.agents.has(agentId)) return { code: 'agent-already-registered', agentId };
  const fault = profileRefusal(skills, capacity);
  if (fault !== undefined) return fault;
  const isBack = decision.desk.retiredAgents.has(agentId);
  emit(decision, {
    type: 'agent-registered',
    v: 1,
    agentId,
    skills,
    capacity,
    ...(isInterruptible !== undefined && { isInterruptible }),
  });
  // Of those who know a customer only the first few count, and he is one of them again.
  if (isBack) renewReservations(decision, decision.desk.work.values());
  return undefined;
}

function changeAgent(
  { agentId, skills, capacity, isInterruptible }: ChangeAgent,
  decision: Decision,
  agent: AgentRecord,
): Refusal | undefined {
  const fault = profileRefusal(skills ?? [], capacity ?? agent.capacity);
  if (fault !== undefined) return fault;
  emit(decision, {
    type: 'agent-changed',
    v: 1,
    agentId,
    ...(skills && { skills }),
    ...(capacity && { capacity }),
    ...(isInterruptible !== undefined && { isInterruptible }),
  });
  const { offered } = agent;
  if (offered !== undefined && !canStillTake(agent, offered.class.need)) {
    withdrawOffer(decision, agent, 'agent-changed');
  }
  endVainReservations(decision, agent);
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
  const carriedCount = agent.carried.length;
  if (state === 'signed-out' && carriedCount > 0) {
    return { code: 'agent-carries-work', agentId, carriedCount };
  }
  emit(decision, {
    type: 'agent-state-changed',
    v: 1,
    agentId,
    state,
    ...(reason !== undefined && { reason }),
    ...(returnAt !== undefined && { returnAt }),
  });
  if (state === 'ready') {
    welcome(decision, agent);
  } else {
    withdrawOffer(decision, agent, 'agent-not-ready');
    endVainReservations(decision, agent);
  }
  return undefined;
}

/** Gives whoever is ready his work back, and what is next. */
function welcome(decision: Decision, agent: AgentRecord): void {
  const deputy = agent.absence?.deputy;
  const wasCovered = endAbsence(decision, agent);
  if (agent.isUnreachable) reach(decision, agent);
  feedAgent(decision, agent);
  // Whoever covered for him may keep himself free for a call no more, and be interrupted for what is left.
  if (deputy?.isInterruptible === true) feedAgent(decision, deputy);
  if (wasCovered) endVainAmong(decision, decision.desk.work.values());
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
  emit(decision, { type: 'busy-intervals-set', v: 1, agentId, intervals });
  endVainReservations(decision, agent);
  feedAgent(decision, agent);
  return undefined;
}

function setReachability(
  { agentId, isReachable }: SetReachability,
  decision: Decision,
  agent: AgentRecord,
): void {
  if (isReachable) {
    reach(decision, agent);
    feedAgent(decision, agent);
    return;
  }
  const isLost = losesLine(agent);
  emit(decision, { type: 'agent-reachability-changed', v: 1, agentId, isReachable });
  if (isLost) suspectOutage(decision);
  withdrawOffer(decision, agent, 'agent-unreachable');
  endVainReservations(decision, agent);
}

function reach(decision: Decision, { id: agentId }: AgentRecord): void {
  emit(decision, { type: 'agent-reachability-changed', v: 1, agentId, isReachable: true });
}

/** Nobody who is signed out carries work or has an open offer. */
function retireAgent(
  { agentId, successorId }: RetireAgent,
  decision: Decision,
  agent: AgentRecord,
): Refusal | undefined {
  const refusal =
    retirementRefusal(decision.desk, agentId) ??
    heirRefusal({ agentId, toAgentId: successorId }, decision);
  if (refusal !== undefined) return refusal;
  const given = successorId === undefined ? {} : { successorId };
  emit(decision, { type: 'agent-retired', v: 1, agentId, ...given });
  rehomeOf(decision, agent, successorId);
  // Whoever stood in for him may be known to nobody any more.
  endVainAmong(decision, decision.desk.work.values());
  return undefined;
}

function canStillTake(agent: AgentRecord, need: Parameters<typeof isEligible>[0]): boolean {
  const weight = agent.capacity.weights[need.channel] ?? Infinity;
  // Whether he may be interrupted for it is asked anew.
  return isEligible(need, agent) && agent.loadUnits + weight <= agent.capacity.units;
}
