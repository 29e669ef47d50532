import type { Instant } from '@rapport/core';

/** Where a host gets the time from, and how it is woken when something falls due. */
export interface Clock {
  readonly now: () => Instant;
  /** Calls `wake` at or soon after `at`; returns how to call that off. */
  readonly wakeAt: (at: Instant, wake: () => void) => () => void;
}

// setTimeout fires at once for longer waits; whoever is woken early looks again.
const TIMEOUT_MS_MAX = 2 ** 31 - 1;

/** The clock of this machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  wakeAt(at, wake) {
    const timeout = setTimeout(wake, Math.min(Math.max(at - Date.now(), 0), TIMEOUT_MS_MAX));
    return () => clearTimeout(timeout);
  },
};
