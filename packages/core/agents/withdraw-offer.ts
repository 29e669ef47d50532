import { type Decision, emit } from '../decision.ts';
import type { AgentRecord } from '../desk-records.ts';
import { placeWork } from '../routing/place-work.ts';
import type { WithdrawalReason } from '../work/reasons.ts';

/** Takes an agent's open offer back, if he has one, and offers the item on. */
export function withdrawOffer(
  decision: Decision,
  { id: agentId, offered: work }: AgentRecord,
  reason: WithdrawalReason,
): void {
  if (work === undefined) return;
  emit(decision, { type: 'offer-withdrawn', v: 1, workId: work.id, agentId, reason });
  placeWork(decision, work);
}
