import { isSynchronous } from '../channel.ts';
import type { AgentRecord, MembershipRecord } from '../desk-records.ts';

/** Whether he may be offered anything at all: each item takes at least one unit. */
export function isFree(agent: AgentRecord): boolean {
  if (!isAttentive(agent)) return false;
  return agent.loadUnits < agent.capacity.units;
}

/**
 * Whether he may be offered an item of this need now: ready, reachable, not busy, with room, with no open offer; nothing
 * live while he winds down.
 */
export function isAvailable(agent: AgentRecord, { weight, need }: MembershipRecord): boolean {
  if (agent.isWindingDown && isSynchronous(need.channel)) return false;
  if (!isAttentive(agent)) return false;
  return agent.loadUnits + weight <= agent.capacity.units;
}

/** Ready, reachable, not busy, and with no open offer. */
export function isAttentive({ state, isBusy, isUnreachable, offered }: AgentRecord): boolean {
  return state === 'ready' && !isBusy && !isUnreachable && offered === undefined;
}
