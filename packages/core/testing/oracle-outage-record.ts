import type { AgentId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { OutageEvent } from '../outage/outage-messages.ts';
import type { Instant } from '../time.ts';

/** What a history says of those whom nothing reaches. */
export interface ModelOutage {
  /** Who missed a live offer or lost his line, with the last time of each, the latest last. */
  misses: readonly { readonly agentId: AgentId; readonly at: Instant }[];
  lastAt: Instant;
  isSuspected: boolean;
  /** What the next event has to be, because of the one before. */
  due: 'outage-suspected' | 'outage-ended' | undefined;
}

export function createOutage(): ModelOutage {
  return { misses: [], lastAt: 0, isSuspected: false, due: undefined };
}

export function isOfOutage(event: DeskEvent): event is OutageEvent {
  return event.type === 'outage-suspected' || event.type === 'outage-ended';
}
