import type { Desk } from '../desk.ts';
import type { AgentRecord } from '../desk-records.ts';
import type { Capacity } from './capacity.ts';
import { dropMemberships } from '../routing/needs.ts';
import { scheduleAgent } from '../routing/timers.ts';

/** What somebody can carry who is not there. */
export const NO_CAPACITY: Capacity = { units: 0, weights: {} };

/** Takes an agent off the desk. He is signed out, so that he neither carries work nor has an offer. */
export function retireAgent(desk: Desk, agent: AgentRecord): void {
  desk.agents.delete(agent.id);
  desk.retiredAgents.set(agent.id, agent);
  agent.isRetired = true;
  agent.skills = new Map();
  agent.capacity = NO_CAPACITY;
  agent.reason = undefined;
  agent.busyIntervals = [];
  agent.isBusy = false;
  agent.lastAssignedAt = 0;
  dropMemberships(desk, agent);
  scheduleAgent(desk, agent);
}
