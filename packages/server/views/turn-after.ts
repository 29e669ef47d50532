import type { DeskEvent, Instant } from '@rapport/core';
import { LEAVES_HANDS } from './leaves-hands.ts';

/** That it is the customer's turn in a chat. */
export interface CustomersTurn {
  /** Since he was answered. */
  readonly since: Instant;
  /** Whether he has not written for so long that his chat weighs nothing. */
  readonly isSilent: boolean;
}

/**
 * Whose turn it is in a chat after one of its events, as the desk has it; undefined where it is the agent's,
 * or nobody's. What weighs nothing when it is wrapped up goes on to weigh nothing.
 */
export function turnAfter(
  turn: CustomersTurn | undefined,
  event: DeskEvent,
  at: Instant,
): CustomersTurn | undefined {
  switch (event.type) {
    case 'customer-awaited':
      return { since: at, isSilent: false };
    case 'customer-fell-silent':
      return turn && { ...turn, isSilent: true };
    case 'customer-heard':
      return undefined;
    case 'work-wrapped-up':
      return turn?.isSilent === true ? turn : undefined;
    default:
      return LEAVES_HANDS.has(event.type) ? undefined : turn;
  }
}

/** As the view keeps it. */
export function turnOf({ turn }: { readonly turn: string | null }): CustomersTurn | undefined {
  return turn === null ? undefined : (JSON.parse(turn) as CustomersTurn);
}
