import type { Channel } from '../channel.ts';
import type { AgentRecord } from '../desk-records.ts';

/** Whether he may be offered an item of this channel now: ready, not busy, with room, with no open offer. */
export function isAvailable(agent: AgentRecord, channel: Channel): boolean {
  if (agent.state !== 'ready' || agent.isBusy || agent.offered !== undefined) return false;
  const weight = agent.capacity.weights[channel];
  return weight !== undefined && agent.loadUnits + weight <= agent.capacity.units;
}
