import { weightOf } from '../agents/load.ts';
import { withdrawOffer } from '../agents/withdraw-offer.ts';
import { type Decision, emit } from '../decision.ts';
import { present } from '../desk.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import type { Refusal } from '../messages.ts';
import { endInterruption } from '../interruption/put-aside.ts';
import { endPauses, placeBack } from '../matters/pause-work.ts';
import { feedAgent } from '../routing/feed-agent.ts';
import { placeWork } from '../routing/place-work.ts';

/** Makes it the customer's turn in a chat, unless it is so already. */
export function awaitCustomer(
  decision: Decision,
  { work, agent }: { readonly work: WorkRecord; readonly agent: AgentRecord },
): Refusal | undefined {
  const { id: workId } = work;
  if (work.turn !== undefined || work.class.need.channel !== 'chat') {
    return { code: 'turn-unchanged', workId };
  }
  const silentAt = decision.at + decision.desk.policy.silenceMs;
  emit(decision, { type: 'customer-awaited', v: 1, workId, agentId: agent.id, silentAt });
  return undefined;
}

/**
 * Makes it the agent's turn again. A chat that weighed nothing weighs again: beyond his room it may go by
 * one chat, and where he is beyond it already, the chat is for somebody else who knows the customer, or for
 * anyone, with the wait that it had.
 */
export function hearCustomer(decision: Decision, work: WorkRecord): Refusal | undefined {
  const { id: workId, turn } = work;
  if (turn === undefined) return { code: 'turn-unchanged', workId };
  const agent = present(work.agent);
  const isBeyond = agent.loadUnits > agent.capacity.units;
  emit(decision, { type: 'customer-heard', v: 1, workId });
  if (!turn.isSilent) return undefined;
  if (isBeyond) {
    emit(decision, {
      type: 'work-released',
      v: 1,
      workId,
      agentId: agent.id,
      reason: 'agent-full',
    });
    endInterruption(decision, agent);
    placeWork(decision, work);
    placeBack(decision, endPauses(decision, { work, agent }));
    return undefined;
  }
  makeRoom(decision, agent);
  return undefined;
}

/** What he is being offered he cannot take beside the chat that came back. */
function makeRoom(decision: Decision, agent: AgentRecord): void {
  const { offered, loadUnits, capacity } = agent;
  if (offered === undefined) return;
  if (loadUnits + weightOf(agent, offered.class.need.channel) <= capacity.units) return;
  withdrawOffer(decision, agent, 'agent-full');
  feedAgent(decision, agent);
}

/** The customer has not written for long: who carries the chat has room for something else. */
export function passSilence(decision: Decision, work: WorkRecord): void {
  const agent = present(work.agent);
  const { id: workId } = work;
  emit(decision, { type: 'customer-fell-silent', v: 1, workId, agentId: agent.id });
  feedAgent(decision, agent);
}
