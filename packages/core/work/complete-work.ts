import { strengthAfterService } from '../bonds/known-agents.ts';
import { type Decision, emit } from '../decision.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import { feedAgent } from '../routing/feed-agent.ts';

/** Ends an item, makes whoever served it better known to its customer, and gives him his next. */
export function completeWork(
  decision: Decision,
  { work, agent, disposition, isPoor }: Ending,
): void {
  const { desk, at } = decision;
  const { customer, id: workId } = work;
  const { id: agentId } = agent;
  emit(decision, {
    type: 'work-completed',
    v: 1,
    workId,
    agentId,
    ...(disposition !== undefined && { disposition }),
    ...(isPoor !== undefined && { isPoor }),
  });
  if (customer !== undefined && isPoor !== true) {
    const strength = strengthAfterService(desk, work, { agent, at });
    emit(decision, { type: 'bond-earned', v: 1, customerId: customer.id, agentId, strength });
  }
  feedAgent(decision, agent);
}

interface Ending {
  readonly work: WorkRecord;
  readonly agent: AgentRecord;
  readonly disposition?: string;
  readonly isPoor?: boolean;
}
