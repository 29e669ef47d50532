import { isAvailable } from '../agents/is-available.ts';
import type { Decision } from '../decision.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import { isExcluded } from '../work/is-excluded.ts';
import type { OfferReason } from '../work/work-messages.ts';
import { bestSuited, isEligible } from './needs.ts';
import { ringMs } from './policy.ts';

/**
 * Offers a waiting item to somebody who can take it now: to the first available of the agents known
 * to its customer, in their order; else to the best-suited. Where nobody can, it goes on waiting.
 */
export function placeWork(decision: Decision, work: WorkRecord): void {
  const chosen = chooseAgent(decision, work);
  if (chosen !== undefined) offerWork(decision, { work, ...chosen });
}

/** Puts an item to an agent, who has the ring time of its channel to answer. */
export function offerWork(
  { desk, at, emit }: Decision,
  offer: { work: WorkRecord; agent: AgentRecord; reason: OfferReason },
): void {
  emit({
    type: 'work-offered',
    v: 1,
    workId: offer.work.id,
    agentId: offer.agent.id,
    expiresAt: at + ringMs(desk.policy, offer.work.class.need.channel),
    reason: offer.reason,
  });
}

function chooseAgent(
  { desk }: Decision,
  work: WorkRecord,
): { agent: AgentRecord; reason: OfferReason } | undefined {
  const { need } = work.class;
  for (const { agent, standing } of work.known) {
    const canTakeIt = isAvailable(agent, need.channel) && isEligible(need, agent);
    if (canTakeIt && !isExcluded(work, agent)) {
      return { agent, reason: { code: 'known-agent', standing } };
    }
  }
  const agent = bestSuited(desk, work);
  return agent === undefined ? undefined : { agent, reason: { code: 'best-suited' } };
}
