import { present } from '../desk.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import type { InterruptionEvent } from './interruption-messages.ts';

/**
 * Applies that an item is put aside for another, or is not any more. It keeps its status and its weight: whoever
 * carries both has no room for a third.
 */
export function evolveInterruption(work: WorkRecord, event: InterruptionEvent): void {
  const agent = present(work.agent);
  if (event.type === 'interruption-ended') {
    endAside(work, agent);
    return;
  }
  work.asideForId = event.byWorkId;
  agent.asideCount += 1;
}

/** It is nobody's to come back to any more, or somebody's who goes on with it. */
export function endAside(work: WorkRecord, agent: AgentRecord): void {
  if (work.asideForId === undefined) return;
  work.asideForId = undefined;
  agent.asideCount -= 1;
}
