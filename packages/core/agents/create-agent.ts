import type { Desk } from '../desk.ts';
import type { AgentRecord } from '../desk-records.ts';
import type { AgentId } from '../id.ts';
import { renewMemberships } from '../routing/needs.ts';
import type { Capacity } from './capacity.ts';
import type { SkillLevel } from './skill.ts';

/** Adds an agent to the desk, signed out, and returns him. */
export function createAgent(
  desk: Desk,
  { id, skills, capacity }: { id: AgentId; skills: readonly SkillLevel[]; capacity: Capacity },
): AgentRecord {
  const agent: AgentRecord = {
    id,
    handle: desk.agentList.length,
    skills: levelBySkill(skills),
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
  desk.agents.set(id, agent);
  desk.agentList.push(agent);
  renewMemberships(desk, agent);
  return agent;
}

export function levelBySkill(skills: readonly SkillLevel[]): ReadonlyMap<string, number> {
  return new Map(skills.map(({ skill, level }) => [skill, level]));
}
