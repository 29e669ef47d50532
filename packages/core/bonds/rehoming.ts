import type { Instant } from '../time.ts';
import type { MovedBond } from './rehome-messages.ts';

/** When bonds were given to others, and how they were before. */
export interface Rehoming {
  readonly at: Instant;
  readonly moved: readonly MovedBond[];
}

/** For how long it can be taken back that bonds were given to others. Source: docs/decisions/0029-transfers-and-what-else-was-missing.md */
export const REHOMING_UNDO_MS = 7 * 86_400_000;
