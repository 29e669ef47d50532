import type { Desk } from '../desk.ts';
import type { AgentRecord } from '../desk-records.ts';
import type { AgentId } from '../id.ts';
import { renewMemberships } from '../routing/memberships.ts';
import type { Capacity } from './capacity.ts';
import { countSkills } from './scarce-skills.ts';
import type { SkillLevel } from './skill.ts';

/** Adds an agent to the desk, signed out, and returns him; one who was retired is the same again. */
export function createAgent(
  desk: Desk,
  {
    id,
    skills,
    capacity,
    isInterruptible = false,
  }: {
    id: AgentId;
    skills: readonly SkillLevel[];
    capacity: Capacity;
    isInterruptible?: boolean | undefined;
  },
): AgentRecord {
  const agent = desk.retiredAgents.get(id) ?? newcomer(desk, id, capacity);
  desk.retiredAgents.delete(id);
  agent.isRetired = false;
  agent.skills = levelBySkill(skills);
  agent.capacity = capacity;
  agent.isInterruptible = isInterruptible;
  desk.agents.set(id, agent);
  countSkills(desk, agent, { before: [], after: agent.skills.keys() });
  renewMemberships(desk, agent);
  return agent;
}

export function levelBySkill(skills: readonly SkillLevel[]): ReadonlyMap<string, number> {
  return new Map(skills.map(({ skill, level }) => [skill, level]));
}

function newcomer(desk: Desk, id: AgentId, capacity: Capacity): AgentRecord {
  // What each offer reads and writes comes first, so that it lies together in memory.
  const agent: AgentRecord = {
    id,
    handle: desk.agentList.length,
    state: 'signed-out',
    isBusy: false,
    isUnreachable: false,
    isInterruptible: false,
    asideCount: 0,
    offered: undefined,
    loadUnits: 0,
    isExpert: false,
    capacity,
    isListed: false,
    memberships: [],
    lastAssignedAt: 0,
    carried: [],
    deferred: [],
    reserved: [],
    busyIntervals: [],
    isWindingDown: false,
    windDowns: [],
    roster: undefined,
    absence: undefined,
    isRetired: false,
    skills: new Map(),
    reason: undefined,
    returnAt: undefined,
  };
  desk.agentList.push(agent);
  return agent;
}
