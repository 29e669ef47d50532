import type { AgentId, WorkId } from '../id.ts';

/**
 * An agent took a live item although he had no room for it, because nobody else was free and it would have been late:
 * what he was at is put aside. It stays his, and comes back by itself when the live item leaves him.
 */
export interface WorkInterrupted {
  readonly type: 'work-interrupted';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly byWorkId: WorkId;
}

/** What was put aside for a live item is his agent's to go on with. */
export interface InterruptionEnded {
  readonly type: 'interruption-ended';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

export type InterruptionEvent = WorkInterrupted | InterruptionEnded;
