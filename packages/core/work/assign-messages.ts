import type { AgentId, WorkId } from '../id.ts';

/**
 * An item that nobody has answered is for this agent first, also where he was to be passed over; without
 * one, it is for whoever the rule chooses. An offer to somebody else ends where he can take it at once; a
 * reservation ends in any case.
 */
export interface AssignWork {
  readonly type: 'assign-work';
  readonly workId: WorkId;
  readonly toAgentId?: AgentId;
}

/** An unanswered item was named for an agent, or for nobody any more; he is not passed over for it. */
export interface WorkAssigned {
  readonly type: 'work-assigned';
  readonly v: 1;
  readonly workId: WorkId;
  readonly toAgentId?: AgentId;
}
