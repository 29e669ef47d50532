import type { Channel } from '../channel.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';

/** What an item takes of an agent's units; 0 for one he carries although its channel was taken from him. */
export function weightOf(agent: AgentRecord, channel: Channel): number {
  return agent.capacity.weights[channel] ?? 0;
}

/** What an item takes of the units of whoever carries it: nothing while its customer is silent. */
export function carriedWeight(agent: AgentRecord, { class: { need }, turn }: WorkRecord): number {
  return turn?.isSilent === true ? 0 : weightOf(agent, need.channel);
}

/** The units taken by all that an agent carries. */
export function loadUnitsOf(agent: AgentRecord): number {
  let units = 0;
  for (const work of agent.carried) units += carriedWeight(agent, work);
  return units;
}
