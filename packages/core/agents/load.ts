import type { Channel } from '../channel.ts';
import type { AgentRecord } from '../desk-records.ts';

/** What an item takes of an agent's units; 0 for one he carries although its channel was taken from him. */
export function weightOf(agent: AgentRecord, channel: Channel): number {
  return agent.capacity.weights[channel] ?? 0;
}

/** The units taken by all that an agent carries. */
export function loadUnitsOf(agent: AgentRecord): number {
  let units = 0;
  for (const work of agent.carried) units += weightOf(agent, work.class.need.channel);
  return units;
}
