import { renewKnownOfAgent } from '../bonds/renew-known.ts';
import { type Desk, present } from '../desk.ts';
import type { AgentRecord } from '../desk-records.ts';
import { unreachable } from '../result.ts';
import { renewAvailability, renewMemberships } from '../routing/memberships.ts';
import { scheduleAgent } from '../routing/timers.ts';
import type { Instant, Interval } from '../time.ts';
import type { AgentChanged, AgentEvent } from './agent-messages.ts';
import { createAgent, levelBySkill } from './create-agent.ts';
import { loadUnitsOf } from './load.ts';
import { retireAgent } from './retire-agent.ts';
import { countSkills } from './scarce-skills.ts';
import type { SkillLevel } from './skill.ts';
import { setState } from './set-state.ts';

/** Applies what happened to an agent. */
export function evolveAgents(desk: Desk, event: AgentEvent, at: Instant): void {
  if (event.type === 'agent-registered') {
    const { agentId: id, skills, capacity, isInterruptible } = event;
    const isBack = desk.retiredAgents.has(id);
    const agent = createAgent(desk, { id, skills, capacity, isInterruptible });
    if (isBack) renewKnownOfAgent(desk, agent);
    return;
  }
  const agent = present(desk.agents.get(event.agentId));
  switch (event.type) {
    case 'agent-changed':
      changeProfile(desk, agent, event);
      return;
    case 'agent-state-changed':
      setState(desk, agent, event);
      break;
    case 'busy-intervals-set':
      setBusyIntervals(agent, event.intervals, at);
      scheduleAgent(desk, agent);
      break;
    case 'agent-busy-began':
    case 'agent-busy-ended':
      setBusyIntervals(agent, agent.busyIntervals, at);
      scheduleAgent(desk, agent);
      break;
    case 'agent-reachability-changed':
      agent.isUnreachable = !event.isReachable;
      break;
    case 'agent-retired':
      retireAgent(desk, agent);
      renewKnownOfAgent(desk, agent);
      return;
    default:
      return unreachable(event);
  }
  renewAvailability(desk, agent);
}

function changeProfile(
  desk: Desk,
  agent: AgentRecord,
  { skills, capacity, isInterruptible }: AgentChanged,
): void {
  if (skills !== undefined) learn(desk, agent, skills);
  if (capacity !== undefined) agent.capacity = capacity;
  if (isInterruptible !== undefined) agent.isInterruptible = isInterruptible;
  agent.loadUnits = loadUnitsOf(agent);
  renewMemberships(desk, agent);
}

function learn(desk: Desk, agent: AgentRecord, skills: readonly SkillLevel[]): void {
  const before = agent.skills.keys();
  agent.skills = levelBySkill(skills);
  countSkills(desk, agent, { before, after: agent.skills.keys() });
}

/** Drops what is over; he is busy while the first that is left has begun. */
function setBusyIntervals(agent: AgentRecord, intervals: readonly Interval[], at: Instant): void {
  agent.busyIntervals = intervals.filter(({ untilAt }) => untilAt > at);
  const next = agent.busyIntervals[0];
  agent.isBusy = next !== undefined && next.fromAt <= at;
}
