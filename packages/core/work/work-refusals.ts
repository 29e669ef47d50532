import type { AgentId, WorkId } from '../id.ts';

/** No open item has this id: there never was one, or it is done or abandoned. */
export interface WorkUnknown {
  readonly code: 'work-unknown';
  readonly workId: WorkId;
}

/** An open item has this id already. */
export interface WorkAlreadyReceived {
  readonly code: 'work-already-received';
  readonly workId: WorkId;
}

/** The item is not being offered to this agent (any more). */
export interface OfferNotOpen {
  readonly code: 'offer-not-open';
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

/** The item is not in this agent's hands. */
export interface WorkNotYours {
  readonly code: 'work-not-yours';
  readonly workId: WorkId;
  readonly agentId: AgentId;
}
