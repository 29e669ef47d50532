import type { Instant } from '../time.ts';

/**
 * Whose turn it is in a chat that somebody carries. Never changed, only replaced.
 *
 * (undefined: the agent's) → silentAt in the future: the customer's → isSilent: he has not written, and the chat weighs nothing.
 */
export interface CustomersTurn {
  /** When he counts as silent. */
  readonly silentAt: Instant;
  readonly isSilent: boolean;
}
