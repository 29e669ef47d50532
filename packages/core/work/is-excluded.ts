import type { AgentRecord, WorkRecord } from '../desk-records.ts';

/** Whether `agent` is passed over for now. */
export function isExcluded(work: WorkRecord, agent: AgentRecord): boolean {
  for (const exclusion of work.exclusions) if (exclusion.agent === agent) return true;
  return false;
}
