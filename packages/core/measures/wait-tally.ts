import { ratio } from './ratio.ts';

/** What waits are judged by. */
export interface Yardstick {
  /** The T of the service level. */
  readonly thresholdMs: number;
  /** Whoever gives up sooner than this is a short abandon: he has hardly waited. */
  readonly shortAbandonMs: number;
}

/** How many waits there were, and how they ended. Counts of two sets of waits add up to those of both. */
export interface WaitCounts {
  readonly answeredCount: number;
  readonly answeredInTimeCount: number;
  readonly abandonedCount: number;
  readonly abandonedInTimeCount: number;
  readonly shortAbandonedCount: number;
  /** The sum of the waits that were answered. */
  readonly answerWaitMs: number;
}

/** How one wait ended. */
export interface WaitEnd {
  readonly waitMs: number;
  readonly isAnswered: boolean;
  /** Whether it ended within the T of the service level, by the threshold or by what was promised. */
  readonly isInTime: boolean;
}

/** The share answered in time, by each of the three definitions that are customary. */
export interface ServiceLevel {
  /** Answered within T ÷ (offered − abandoned within T): the one that is meant where none is named. */
  readonly withoutEarlyAbandonsRatio: number | null;
  /** Answered within T ÷ offered. */
  readonly ofOfferedRatio: number | null;
  /** Answered within T ÷ answered. */
  readonly ofAnsweredRatio: number | null;
}

/** The share given up, by both of the definitions that are customary. */
export interface Abandonment {
  /** (Abandoned − short abandons) ÷ (offered − short abandons): the one that is meant where none is named. */
  readonly withoutShortAbandonsRatio: number | null;
  /** Abandoned ÷ offered. */
  readonly ofOfferedRatio: number | null;
}

export const NO_WAITS: WaitCounts = {
  answeredCount: 0,
  answeredInTimeCount: 0,
  abandonedCount: 0,
  abandonedInTimeCount: 0,
  shortAbandonedCount: 0,
  answerWaitMs: 0,
};

/** Counts waits as they end, one in O(1). */
export class WaitTally {
  readonly #shortAbandonMs: number;
  readonly #counts = { ...NO_WAITS };

  constructor(shortAbandonMs: number) {
    this.#shortAbandonMs = shortAbandonMs;
  }

  get counts(): WaitCounts {
    return this.#counts;
  }

  add({ waitMs, isAnswered, isInTime }: WaitEnd): void {
    const counts = this.#counts;
    if (isAnswered) {
      counts.answeredCount += 1;
      counts.answerWaitMs += waitMs;
      if (isInTime) counts.answeredInTimeCount += 1;
      return;
    }
    counts.abandonedCount += 1;
    if (isInTime) counts.abandonedInTimeCount += 1;
    if (waitMs < this.#shortAbandonMs) counts.shortAbandonedCount += 1;
  }
}

/**
 * The share answered in time. Offered are those whose wait is over, answered or given up.
 *
 * Source of the three definitions: N. Gans, G. Koole, A. Mandelbaum, "Telephone Call Centers: Tutorial,
 * Review, and Research Prospects", 2003, and G. Koole, "Call Center Optimization", 2013, which show how
 * far apart they lie where many give up.
 */
export function serviceLevelOf(counts: WaitCounts): ServiceLevel {
  const { answeredInTimeCount, answeredCount } = counts;
  const offeredCount = offeredCountOf(counts);
  return {
    withoutEarlyAbandonsRatio: ratio(answeredInTimeCount, dueCountOf(counts)),
    ofOfferedRatio: ratio(answeredInTimeCount, offeredCount),
    ofAnsweredRatio: ratio(answeredInTimeCount, answeredCount),
  };
}

/** The share given up. */
export function abandonmentOf(counts: WaitCounts): Abandonment {
  const { abandonedCount, shortAbandonedCount: shortCount } = counts;
  const offeredCount = offeredCountOf(counts);
  return {
    withoutShortAbandonsRatio: ratio(abandonedCount - shortCount, offeredCount - shortCount),
    ofOfferedRatio: ratio(abandonedCount, offeredCount),
  };
}

/** ASA, the average speed of answer: the mean wait of the answered alone, in whole ms. */
export function answerWaitMsMeanOf({ answerWaitMs, answeredCount }: WaitCounts): number | null {
  return answeredCount === 0 ? null : Math.round(answerWaitMs / answeredCount);
}

/** Answered or given up. */
function offeredCountOf({ answeredCount, abandonedCount }: WaitCounts): number {
  return answeredCount + abandonedCount;
}

/** What the service level is taken of: offered, without those who gave up within T. */
export function dueCountOf(counts: WaitCounts): number {
  return offeredCountOf(counts) - counts.abandonedInTimeCount;
}
