import type { AgentId, WorkId } from '../id.ts';
import type { Instant } from '../time.ts';

/** The exchange is over; the agent finishes what is left to write down. */
export interface WrapUpWork {
  readonly type: 'wrap-up-work';
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

/** The agent needs longer to write down what is left. */
export interface ExtendWrapUp {
  readonly type: 'extend-wrap-up';
  readonly workId: WorkId;
  readonly agentId: AgentId;
  /** As a code: `long-note`, `other-system`. */
  readonly reason: string;
}

/** The exchange ended; wrap-up began. */
export interface WorkWrappedUp {
  readonly type: 'work-wrapped-up';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  /** When the item completes by itself; absent where nothing said so, as in histories of before. */
  readonly endsAt?: Instant;
}

/** The wrap-up may take longer. */
export interface WrapUpExtended {
  readonly type: 'wrap-up-extended';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly reason: string;
  readonly endsAt: Instant;
}

/** The time for the wrap-up is over; the item completes by itself. */
export interface WrapUpEnded {
  readonly type: 'wrap-up-ended';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
}

/** The wrap-up has been extended as often as it may be. */
export interface WrapUpExtendedBefore {
  readonly code: 'wrap-up-extended';
  readonly workId: WorkId;
  readonly extensionCount: number;
}
