import type { AgentId, WorkId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { OfferReason, PassedOver } from './reasons.ts';

/** An item was put to one agent until `expiresAt`. */
export interface WorkOffered {
  readonly type: 'work-offered';
  readonly v: 1;
  readonly workId: WorkId;
  readonly agentId: AgentId;
  readonly expiresAt: Instant;
  readonly reason: OfferReason;
  /** When its promise ended, as things stood; absent where the service hours end before, and in histories from before. */
  readonly dueAt?: Instant;
  /** Those known to the customer who come before him in the order, where something kept them. */
  readonly passedOver?: readonly PassedOver[];
}

/** Nobody could be offered the item; it waits until somebody is free, or for somebody who is able. */
export interface WorkQueued {
  readonly type: 'work-queued';
  readonly v: 1;
  readonly workId: WorkId;
  /** Whether any agent at all has what it asks for. */
  readonly reason: 'nobody-free' | 'nobody-able';
  /** When its promise ended, as things stood; absent where the service hours end before, and in histories from before. */
  readonly dueAt?: Instant;
  /** All who are known to the customer. */
  readonly passedOver?: readonly PassedOver[];
  /** Who is never asked for this customer, because one of the two wants it so; absent where nobody is. */
  readonly refusedIds?: readonly AgentId[];
}
