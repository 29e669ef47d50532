import type { Obstacle } from '../work/reasons.ts';
import type { Meeting, OwnerMiss } from './meeting.ts';
import { ratio } from './ratio.ts';

/** Whom the customers met who have a bond. */
export interface BondFigures {
  /** Answered items of customers with a bond; without those that were named for somebody. */
  readonly bondedCount: number;
  /** … by the owner, a deputy, or somebody who earned it. */
  readonly knownCount: number;
  /** … by the owner. */
  readonly ownerCount: number;
  /** Continuity: known ÷ bonded. */
  readonly continuityRatio: number | null;
  /** Bond kept: owner ÷ bonded. */
  readonly bondKeptRatio: number | null;
  /** What kept the first of those who know the customer, for each item that none of them had. They add up to bonded − known. */
  readonly continuityMisses: Readonly<Partial<Record<Obstacle, number>>>;
  /** What kept the owner, for each item that he did not have. They add up to bonded − owner. */
  readonly ownerMisses: Readonly<Partial<Record<OwnerMiss, number>>>;
}

/** Counts whom customers met, one answer in O(1). */
export class ContinuityTally {
  #bondedCount = 0;
  #knownCount = 0;
  #ownerCount = 0;
  readonly #misses: Partial<Record<Obstacle, number>> = {};
  readonly #ownerMisses: Partial<Record<OwnerMiss, number>> = {};

  add(meeting: Meeting): void {
    if (meeting.kind === 'unbonded' || meeting.kind === 'named') return;
    this.#bondedCount += 1;
    if (meeting.kind === 'known') this.#knownCount += 1;
    else this.#misses[meeting.miss] = (this.#misses[meeting.miss] ?? 0) + 1;
    const { ownerMiss } = meeting;
    if (ownerMiss === undefined) this.#ownerCount += 1;
    else this.#ownerMisses[ownerMiss] = (this.#ownerMisses[ownerMiss] ?? 0) + 1;
  }

  figures(): BondFigures {
    const [bondedCount, knownCount] = [this.#bondedCount, this.#knownCount];
    const ownerCount = this.#ownerCount;
    return {
      bondedCount,
      knownCount,
      ownerCount,
      continuityRatio: ratio(knownCount, bondedCount),
      bondKeptRatio: ratio(ownerCount, bondedCount),
      continuityMisses: sorted(this.#misses),
      ownerMisses: sorted(this.#ownerMisses),
    };
  }
}

/** By name, so that the same counts give the same bytes. */
function sorted<Key extends string>(
  counts: Readonly<Partial<Record<Key, number>>>,
): Readonly<Partial<Record<Key, number>>> {
  const entries = Object.entries(counts) as [Key, number][];
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) as Partial<
    Record<Key, number>
  >;
}
