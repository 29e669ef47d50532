import { type BondFigures, ContinuityTally } from './continuity.ts';
import type { FirstWait } from './first-waits.ts';
import { WaitHistogram } from './wait-histogram.ts';
import {
  type Abandonment,
  abandonmentOf,
  answerWaitMsMeanOf,
  type ServiceLevel,
  serviceLevelOf,
  type WaitCounts,
  WaitTally,
} from './wait-tally.ts';

/** How some items waited, and whom their customers met. A share or a wait of nothing is null. */
export interface WaitFigures {
  /** Items whose first wait is over. */
  readonly offeredCount: number;
  readonly counts: WaitCounts;
  readonly serviceLevel: ServiceLevel;
  readonly abandonment: Abandonment;
  readonly answerWaitMsMean: number | null;
  /** Over all offered; percentiles by `WaitHistogram`. */
  readonly waitMsMean: number | null;
  readonly waitMsP50: number | null;
  readonly waitMsP90: number | null;
  readonly waitMsP99: number | null;
  readonly bonds: BondFigures;
}

/** Sums first waits up, one in O(1). */
export class WaitSums {
  readonly #tally: WaitTally;
  readonly #histogram = new WaitHistogram();
  readonly #continuity = new ContinuityTally();

  constructor(shortAbandonMs: number) {
    this.#tally = new WaitTally(shortAbandonMs);
  }

  add(wait: FirstWait, isInTime: boolean): void {
    this.#tally.add({ waitMs: wait.waitMs, isAnswered: wait.isAnswered, isInTime });
    this.#histogram.add(wait.waitMs);
    if (wait.meeting !== undefined) this.#continuity.add(wait.meeting);
  }

  figures(): WaitFigures {
    const { counts } = this.#tally;
    const histogram = this.#histogram;
    return {
      offeredCount: histogram.count,
      counts: { ...counts },
      serviceLevel: serviceLevelOf(counts),
      abandonment: abandonmentOf(counts),
      answerWaitMsMean: answerWaitMsMeanOf(counts),
      waitMsMean: histogram.meanMs,
      waitMsP50: histogram.percentileMs(0.5),
      waitMsP90: histogram.percentileMs(0.9),
      waitMsP99: histogram.percentileMs(0.99),
      bonds: this.#continuity.figures(),
    };
  }
}
