import type { AgentRecord, MembershipRecord } from '../desk-records.ts';

/** More units than anybody carries: one level of proficiency counts more than any load. */
const PROFICIENCY_UNITS = 2 ** 32;

/** How an agent ranks for a need, the least first: who is best at it where that is asked for; then the least loaded, generalists before experts. */
export function suitability(
  agent: AgentRecord,
  { need, proficiency }: Pick<MembershipRecord, 'need' | 'proficiency'>,
): number {
  // Loads are whole, so that among equally loaded ones alone an expert comes later.
  const spared = agent.isExpert && !need.isProficiencyFirst ? 0.5 : 0;
  return agent.loadUnits + spared - proficiency * PROFICIENCY_UNITS;
}
