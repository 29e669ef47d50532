import type { Instant } from '@rapport/core';
import type { WallboardState } from '@rapport/protocol';
import { type CivilDay, civilDay } from './civil-day.ts';

type Today = WallboardState['today'];
type Counts = Omit<Today, 'beganAt' | 'serviceLevelRatio' | 'continuityRatio' | 'siloMs'>;

/** Silo time between two moments; undefined while nobody knows. */
export type SiloMsBetween = (fromAt: Instant, untilAt: Instant) => number | undefined;

/** How an item was answered first. */
export interface FirstAnswer {
  readonly isInTime: boolean;
  /** How whoever answered is known to the customer, or that others are who were passed over. */
  readonly standing: string | undefined;
}

/** Who knows a customer by himself, and not because somebody named him for the item. */
const KNOWING: ReadonlySet<string> = new Set([
  'topic-owner',
  'topic-deputy',
  'owner',
  'deputy',
  'earned',
  'account-owner',
  'account-deputy',
]);
const PASSED_OVER = 'passed-over';

const NONE: Counts = {
  arrivedCount: 0,
  answeredCount: 0,
  answeredInTimeCount: 0,
  answeredBondedCount: 0,
  answeredKnownCount: 0,
  abandonedCount: 0,
  abandonedLateCount: 0,
};

/**
 * Counts what becomes of the items that came in since the day began; of those of earlier days nothing.
 * A new day begins with nothing.
 */
export class DayFigures {
  readonly #timeZone: string;
  #day: CivilDay;
  #counts: Counts = { ...NONE };
  readonly #siloMs: SiloMsBetween;

  constructor(timeZone: string, at: Instant, siloMs: SiloMsBetween = () => undefined) {
    this.#siloMs = siloMs;
    this.#timeZone = timeZone;
    this.#day = civilDay(at, timeZone);
  }

  get beganAt(): Instant {
    return this.#day.beganAt;
  }

  /** Lets a new day begin if it has. Returns whether it did. */
  passTime(at: Instant): boolean {
    if (at < this.#day.endsAt) return false;
    this.#day = civilDay(at, this.#timeZone);
    this.#counts = { ...NONE };
    return true;
  }

  arrived(receivedAt: Instant): void {
    if (this.#isToday(receivedAt)) this.#counts.arrivedCount += 1;
  }

  /** Somebody accepted it for the first time. */
  answered(receivedAt: Instant, { isInTime, standing = '' }: FirstAnswer): void {
    if (!this.#isToday(receivedAt)) return;
    this.#counts.answeredCount += 1;
    if (isInTime) this.#counts.answeredInTimeCount += 1;
    const isKnown = KNOWING.has(standing);
    if (isKnown || standing === PASSED_OVER) this.#counts.answeredBondedCount += 1;
    if (isKnown) this.#counts.answeredKnownCount += 1;
  }

  /** The customer gave up. */
  abandoned(receivedAt: Instant, isLate: boolean): void {
    if (!this.#isToday(receivedAt)) return;
    this.#counts.abandonedCount += 1;
    if (isLate) this.#counts.abandonedLateCount += 1;
  }

  state(at: Instant): Today {
    const { answeredCount, answeredInTimeCount, abandonedLateCount } = this.#counts;
    const dueCount = answeredCount + abandonedLateCount;
    const ratio = dueCount === 0 ? {} : { serviceLevelRatio: answeredInTimeCount / dueCount };
    const { answeredBondedCount, answeredKnownCount } = this.#counts;
    const continuity =
      answeredBondedCount === 0
        ? {}
        : { continuityRatio: answeredKnownCount / answeredBondedCount };
    const { beganAt } = this.#day;
    const siloMs = this.#siloMs(beganAt, at);
    const silo = siloMs === undefined ? {} : { siloMs };
    return { beganAt, ...this.#counts, ...ratio, ...continuity, ...silo };
  }

  #isToday(receivedAt: Instant): boolean {
    return receivedAt >= this.#day.beganAt;
  }
}
