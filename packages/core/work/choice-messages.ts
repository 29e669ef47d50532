import type { AgentId, WorkId } from '../id.ts';
import type { Instant } from '../time.ts';

/**
 * The customer who waits says for whom: with an agent, for him alone, who has to be one of those who know
 * the customer and to be expected; without one, for whoever is free first, and nothing is kept for anybody any
 * more in this wait. The last choice counts. While somebody is being asked already there is nothing to choose.
 */
export interface ChooseWait {
  readonly type: 'choose-wait';
  readonly workId: WorkId;
  readonly agentId?: AgentId;
}

/**
 * The customer chose for whom he waits. With an agent, nobody else is offered the item until he has been asked,
 * is expected no more, or until `keptUntilAt`: a while after the earliest moment at which he could be free.
 */
export interface WaitChosen {
  readonly type: 'wait-chosen';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId?: AgentId;
  readonly keptUntilAt?: Instant;
}

/** The agent does not know the customer, cannot serve the item, or nobody can say when he is there for it. */
export interface AgentNotChoosable {
  readonly code: 'agent-not-choosable';
  readonly workId: WorkId;
  readonly agentId: AgentId;
}
