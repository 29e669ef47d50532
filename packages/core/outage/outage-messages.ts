import type { Instant } from '../time.ts';

/**
 * So many different agents missed live offers, or lost their lines, within a short time that the fault is
 * hardly theirs: perhaps the telephone system is down. Told once; who misses an offer from then on is not blamed.
 */
export interface OutageSuspected {
  readonly type: 'outage-suspected';
  readonly v: 1;
  /** How many missed one by then, each counted once. */
  readonly agentCount: number;
  /** How many were on duty. */
  readonly onDutyCount: number;
  /** When the first of them did. */
  readonly sinceAt: Instant;
}

/**
 * The outage that was suspected is over: one of those who had missed an offer answered one, or nobody missed any
 * for as long as the policy says.
 */
export interface OutageEnded {
  readonly type: 'outage-ended';
  readonly v: 1;
  readonly reason: OutageEndReason;
  /** How many had missed an offer or lost their lines and not come back by then. */
  readonly agentCount: number;
}

export type OutageEndReason = 'answered' | 'quiet';

export type OutageEvent = OutageSuspected | OutageEnded;
