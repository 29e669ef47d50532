import { type Decision, emit } from '../decision.ts';
import type { AgentRecord } from '../desk-records.ts';
import { windDownAt } from './wind-downs.ts';

/** Ends a wind-down that nothing asks for any more. Returns whether there was one, so that he is to be fed. */
export function stopWindingDown(decision: Decision, agent: AgentRecord): boolean {
  if (!agent.isWindingDown || windDownAt(agent.windDowns, decision.at) !== undefined) return false;
  emit(decision, { type: 'wind-down-ended', v: 1, agentId: agent.id });
  return true;
}
