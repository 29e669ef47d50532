import { isRefused } from '../bonds/customers.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';

/** Whether `agent` is passed over: for now, or for ever because he and the customer are kept apart. */
export function isExcluded(work: WorkRecord, agent: AgentRecord): boolean {
  for (const exclusion of work.exclusions) if (exclusion.agent === agent) return true;
  return isRefused(work.customer, agent);
}
