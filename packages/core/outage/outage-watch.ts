import type { AgentRecord } from '../desk-records.ts';
import type { Policy } from '../routing/policy.ts';
import type { Instant } from '../time.ts';

/**
 * Who missed a live offer, or lost his line, lately: what an outage is told from.
 *
 * (sinceAt undefined: nothing is suspected; misses are forgotten as the window of the policy passes over them) →
 * sinceAt: an outage is suspected, and all who miss while it lasts are kept → nobody, once it has ended.
 */
export interface OutageWatch {
  /** When each did so last; in the order of these moments. */
  readonly misses: Map<AgentRecord, Instant>;
  /** When the last of all happened; 0 before the first. */
  lastMissAt: Instant;
  /** When the outage began that is suspected. */
  sinceAt: Instant | undefined;
  /** How many agents are not signed out. */
  onDutyCount: number;
}

export function createOutageWatch(): OutageWatch {
  return { misses: new Map(), lastMissAt: 0, sinceAt: undefined, onDutyCount: 0 };
}

/**
 * Whether it counts that an agent, as he is until now, cannot be reached any more. Whoever has paused or signed out
 * may well have gone.
 */
export function losesLine({ state, isUnreachable }: AgentRecord): boolean {
  return state === 'ready' && !isUnreachable;
}

/** When an outage is over if nobody misses anything more; Infinity where none is suspected. */
export function outageEndsAt({
  outage,
  policy,
}: {
  readonly outage: OutageWatch;
  readonly policy: Policy;
}): number {
  return outage.sinceAt === undefined ? Infinity : outage.lastMissAt + policy.outageWindowMs;
}
