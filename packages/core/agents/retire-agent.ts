import type { Desk } from '../desk.ts';
import type { AgentRecord } from '../desk-records.ts';
import type { Capacity } from './capacity.ts';
import { countSkills } from './scarce-skills.ts';
import { dropMemberships } from '../routing/memberships.ts';
import { scheduleAgent } from '../routing/timers.ts';

/** What somebody can carry who is not there. */
export const NO_CAPACITY: Capacity = { units: 0, weights: {} };

/** Takes an agent off the desk. He is signed out, so that he neither carries work nor has an offer. */
export function retireAgent(desk: Desk, agent: AgentRecord): void {
  desk.agents.delete(agent.id);
  desk.retiredAgents.set(agent.id, agent);
  agent.isRetired = true;
  const before = agent.skills.keys();
  agent.skills = new Map();
  agent.capacity = NO_CAPACITY;
  agent.reason = undefined;
  agent.returnAt = undefined;
  agent.busyIntervals = [];
  agent.isBusy = false;
  agent.isUnreachable = false;
  agent.roster = undefined;
  agent.windDowns = [];
  agent.isWindingDown = false;
  agent.absence = undefined;
  desk.coveredAgents.delete(agent);
  // Whoever is away and was covered by him is covered by nobody.
  for (const covered of desk.coveredAgents) {
    if (covered.absence?.deputy !== agent) continue;
    covered.absence.deputy = undefined;
    desk.coveredAgents.delete(covered);
  }
  agent.lastAssignedAt = 0;
  dropMemberships(desk, agent);
  countSkills(desk, agent, { before, after: [] });
  scheduleAgent(desk, agent);
}
