import { type Decision, emit } from '../decision.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';

/** Puts aside what an agent is at, where he has just taken something live beyond his room. */
export function putAside(
  decision: Decision,
  { work, agent }: { readonly work: WorkRecord; readonly agent: AgentRecord },
): void {
  if (agent.loadUnits <= agent.capacity.units || !agent.isInterruptible) return;
  for (const { id: workId } of inOrder(agent.carried.filter((each) => each !== work))) {
    emit(decision, {
      type: 'work-interrupted',
      v: 1,
      workId,
      agentId: agent.id,
      byWorkId: work.id,
    });
  }
}

/** Gives an agent back what he had put aside, once what it was for is not with him any more. */
export function endInterruption(decision: Decision, agent: AgentRecord): void {
  if (agent.asideCount === 0) return;
  const aside = agent.carried.filter(({ asideForId }) => asideForId !== undefined);
  const isStill = agent.carried.some(({ id }) => id === aside[0]?.asideForId);
  if (isStill) return;
  for (const { id: workId } of inOrder(aside)) {
    emit(decision, { type: 'interruption-ended', v: 1, workId, agentId: agent.id });
  }
}

/** What an agent carries stands in no order that a snapshot keeps. */
function inOrder(works: WorkRecord[]): readonly WorkRecord[] {
  return works.sort((a, b) => a.order - b.order);
}
