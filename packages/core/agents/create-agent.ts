import type { Desk } from '../desk.ts';
import type { AgentRecord } from '../desk-records.ts';
import type { AgentId } from '../id.ts';
import { renewMemberships } from '../routing/needs.ts';
import type { Capacity } from './capacity.ts';
import type { SkillLevel } from './skill.ts';

/** Adds an agent to the desk, signed out, and returns him; one who was retired is the same again. */
export function createAgent(
  desk: Desk,
  { id, skills, capacity }: { id: AgentId; skills: readonly SkillLevel[]; capacity: Capacity },
): AgentRecord {
  const agent = desk.retiredAgents.get(id) ?? newcomer(desk, id, capacity);
  desk.retiredAgents.delete(id);
  agent.isRetired = false;
  agent.skills = levelBySkill(skills);
  agent.capacity = capacity;
  desk.agents.set(id, agent);
  renewMemberships(desk, agent);
  return agent;
}

export function levelBySkill(skills: readonly SkillLevel[]): ReadonlyMap<string, number> {
  return new Map(skills.map(({ skill, level }) => [skill, level]));
}

function newcomer(desk: Desk, id: AgentId, capacity: Capacity): AgentRecord {
  const agent: AgentRecord = {
    id,
    handle: desk.agentList.length,
    isRetired: false,
    skills: new Map(),
    capacity,
    state: 'signed-out',
    reason: undefined,
    busyIntervals: [],
    isBusy: false,
    loadUnits: 0,
    carried: new Set(),
    offered: undefined,
    lastAssignedAt: 0,
    memberships: [],
    personal: new Map(),
  };
  desk.agentList.push(agent);
  return agent;
}
