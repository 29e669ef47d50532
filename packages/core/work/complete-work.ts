import { strengthAfterService } from '../bonds/known-agents.ts';
import { type Decision, emit } from '../decision.ts';
import { groupOf } from '../bonds/customers.ts';
import type { AgentRecord, CustomerRecord, WorkRecord } from '../desk-records.ts';
import { endPauses, placeBack } from '../matters/pause-work.ts';
import { endVainAmong } from '../routing/end-reservation.ts';
import { feedAgent } from '../routing/feed-agent.ts';
import { openOf } from './open-work.ts';

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
  const back = endPauses(decision, { work, agent });
  feedAgent(decision, agent);
  placeBack(decision, back);
  if (customer !== undefined) endForgotten(decision, customer);
}

/** Whoever becomes known may take the place of one for whom something else of the customer is kept. */
function endForgotten(decision: Decision, customer: CustomerRecord): void {
  if (customer.open === undefined && customer.terms === undefined) return;
  endVainAmong(
    decision,
    groupOf(customer).flatMap((record) => [...openOf(record)]),
  );
}

interface Ending {
  readonly work: WorkRecord;
  readonly agent: AgentRecord;
  readonly disposition?: string;
  readonly isPoor?: boolean;
}
