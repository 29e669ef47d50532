import type { AgentRecord, NeedRecord } from '../desk-records.ts';

/** Whether an agent has what a need asks for, on duty or not. */
export function isEligible(need: NeedRecord, agent: AgentRecord): boolean {
  const weight = agent.capacity.weights[need.channel];
  if (weight === undefined || weight > agent.capacity.units) return false;
  for (const { skill, minLevel } of need.requirements) {
    if ((agent.skills.get(skill) ?? 0) < minLevel) return false;
  }
  return true;
}
