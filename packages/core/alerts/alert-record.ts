import type { AgentId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { Advice, Rung } from './alert-messages.ts';

/** The alert of an item that nobody has answered; the last one counts. */
export interface AlertRecord {
  readonly rung: Rung;
  /** Who was told first. */
  readonly agentId?: AgentId;
  readonly advice: Advice;
  readonly dueAt?: Instant;
  /** When those who watch over him are told; 0 once they were, or somebody has seen it. */
  escalatesAt: Instant;
  isSeen: boolean;
}

/** The rungs in their order; each is raised once for an item, and none after a later one. */
const RUNGS: readonly Rung[] = ['predicted', 'approaching', 'exceeded'];

/** How many rungs are behind an item once this one was raised; 0 of what has nothing to do with time. */
export function heightOf(rung: Rung): number {
  return RUNGS.indexOf(rung) + 1;
}
