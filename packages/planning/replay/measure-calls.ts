import {
  type Abandonment,
  abandonmentOf,
  type AgentId,
  answerWaitMsMeanOf,
  type CustomerId,
  type Instant,
  ratio,
  type ServiceLevel,
  serviceLevelOf,
  WaitTally,
  type Yardstick,
} from '@rapport/core';

/** How a call ended, in the log or in a replay of it. */
export interface CallOutcome {
  readonly customerId: CustomerId | undefined;
  readonly offeredAt: Instant;
  /** Until it was answered or given up. */
  readonly waitMs: number;
  readonly hasAbandoned: boolean;
  /** Undefined if it was abandoned, or answered by nobody knows whom. */
  readonly agentId: AgentId | undefined;
}

/** What the agents known by name did with their time, in all. */
export interface AgentTime {
  /** In conversation or wrapping up. */
  readonly busyMs: number;
  /** Busy or ready. */
  readonly dutyMs: number;
}

/** Whom the customers met who had been served before. */
export interface Continuity {
  /** Answered calls of customers who had been answered before. */
  readonly repeatCount: number;
  /** … by any agent who had served them before. */
  readonly knownAgentCount: number;
  /** … by the one who had served them last. */
  readonly lastAgentCount: number;
  readonly knownAgentRatio: number | null;
  readonly lastAgentRatio: number | null;
}

/** The figures of one centre. A ratio or a wait of nothing is null. */
export interface CallFigures {
  readonly offeredCount: number;
  readonly answeredCount: number;
  readonly abandonedCount: number;
  /** Those of the abandoned who gave up sooner than the yardstick's `shortAbandonMs`. */
  readonly shortAbandonedCount: number;
  readonly abandonment: Abandonment;
  /** Over all offered calls, answered or not. */
  readonly waitMsMean: number | null;
  readonly waitMsP50: number | null;
  readonly waitMsP90: number | null;
  readonly waitMsP99: number | null;
  /** ASA, the average speed of answer: over answered calls only. */
  readonly answerWaitMsMean: number | null;
  readonly serviceLevel: ServiceLevel;
  readonly continuity: Continuity;
  /** Busy ÷ (busy + ready); wrapping up is busy. */
  readonly occupancyRatio: number | null;
}

/**
 * The figures of a centre that had these outcomes while its agents spent their time so.
 *
 * Percentiles are by nearest rank: the shortest wait that at least that share of calls did not
 * exceed. Whoever answered is unknown to continuity where the agent or the customer is.
 * Source: docs/guide/replay.md, "What the figures mean".
 */
export function measureCalls(
  outcomes: readonly CallOutcome[],
  { busyMs, dutyMs }: AgentTime,
  { thresholdMs, shortAbandonMs }: Yardstick,
): CallFigures {
  const tally = new WaitTally(shortAbandonMs);
  for (const { waitMs, hasAbandoned } of outcomes) {
    tally.add({ waitMs, isAnswered: !hasAbandoned, isInTime: waitMs <= thresholdMs });
  }
  const { counts } = tally;
  const waits = outcomes.map(({ waitMs }) => waitMs).sort((a, b) => a - b);
  return {
    offeredCount: outcomes.length,
    answeredCount: counts.answeredCount,
    abandonedCount: counts.abandonedCount,
    shortAbandonedCount: counts.shortAbandonedCount,
    abandonment: abandonmentOf(counts),
    waitMsMean: mean(waits),
    waitMsP50: percentile(waits, 0.5),
    waitMsP90: percentile(waits, 0.9),
    waitMsP99: percentile(waits, 0.99),
    answerWaitMsMean: answerWaitMsMeanOf(counts),
    serviceLevel: serviceLevelOf(counts),
    continuity: continuityOf(outcomes.filter(({ hasAbandoned }) => !hasAbandoned)),
    occupancyRatio: ratio(busyMs, dutyMs),
  };
}

function continuityOf(answered: readonly CallOutcome[]): Continuity {
  const answeredAt = ({ offeredAt, waitMs }: CallOutcome) => offeredAt + waitMs;
  const inOrder = [...answered].sort((a, b) => answeredAt(a) - answeredAt(b));
  const metBefore = new Map<CustomerId, { readonly met: Set<AgentId>; lastId: AgentId }>();
  let repeatCount = 0;
  let knownAgentCount = 0;
  let lastAgentCount = 0;
  for (const { customerId, agentId } of inOrder) {
    if (customerId === undefined || agentId === undefined) continue;
    const before = metBefore.get(customerId);
    if (before === undefined) {
      metBefore.set(customerId, { met: new Set([agentId]), lastId: agentId });
      continue;
    }
    repeatCount += 1;
    if (before.met.has(agentId)) knownAgentCount += 1;
    if (before.lastId === agentId) lastAgentCount += 1;
    before.met.add(agentId);
    before.lastId = agentId;
  }
  return {
    repeatCount,
    knownAgentCount,
    lastAgentCount,
    knownAgentRatio: ratio(knownAgentCount, repeatCount),
    lastAgentRatio: ratio(lastAgentCount, repeatCount),
  };
}

/** Rounded to whole ms. */
function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.round(sum(values) / values.length);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function percentile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? null;
}
