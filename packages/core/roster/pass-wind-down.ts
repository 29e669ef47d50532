import { type Decision, emit } from '../decision.ts';
import type { AgentRecord } from '../desk-records.ts';
import { feedAgent } from '../routing/feed-agent.ts';
import { windDownAt } from './wind-downs.ts';

/** Lets a wind-down begin or end whose moment has come. Returns whether it ended, so that he is to be fed. */
export function passWindDown(decision: Decision, agent: AgentRecord): boolean {
  const { at } = decision;
  const { id: agentId } = agent;
  const current = windDownAt(agent.windDowns, at);
  if (current === undefined) {
    emit(decision, { type: 'wind-down-ended', v: 1, agentId });
    return true;
  }
  const { reason, startsAt, untilAt } = current;
  emit(decision, { type: 'wind-down-began', v: 1, agentId, reason, startsAt, untilAt });
  return false;
}

/** Makes an agent wind down, or no longer, by a roster that has just become his. */
export function followRoster(decision: Decision, agent: AgentRecord): void {
  if (renewWindDown(decision, agent)) feedAgent(decision, agent);
}

/** Makes an agent wind down, or no longer, where that has just changed. Returns whether it ended, so that he is to be fed. */
export function renewWindDown(decision: Decision, agent: AgentRecord): boolean {
  const { at } = decision;
  if (!agent.isWindingDown && windDownAt(agent.windDowns, at) === undefined) return false;
  return passWindDown(decision, agent);
}
