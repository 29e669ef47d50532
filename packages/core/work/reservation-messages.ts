import type { AgentId, WorkId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { PassedOver } from './reasons.ts';

/**
 * An item waits for agents who know its customer, although somebody else could take it: one of them is
 * likely enough to be free soon. Nobody else is offered it until then.
 */
export interface WorkReserved {
  readonly type: 'work-reserved';
  readonly v: 1;
  readonly workId: WorkId;
  /** Who is expected, in the order in which they are asked. */
  readonly agentIds: readonly AgentId[];
  readonly untilAt: Instant;
  /** How likely one of them was to be free by then, rounded to thousandths. */
  readonly chanceRatio: number;
  /** Who could have taken it. */
  readonly insteadOfId: AgentId;
  /** When its promise ended, as things stood; absent where the service hours end before, and in histories from before. */
  readonly dueAt?: Instant;
  /** All who are known to the customer. */
  readonly passedOver: readonly PassedOver[];
  /** Who is never asked for this customer; absent where nobody is. */
  readonly refusedIds?: readonly AgentId[];
}

/** A reserved item is for whoever can take it again. */
export interface ReservationEnded {
  readonly type: 'reservation-ended';
  readonly v: 1;
  readonly workId: WorkId;
  readonly reason: 'time-over' | 'nobody-expected' | 'emergency';
}
