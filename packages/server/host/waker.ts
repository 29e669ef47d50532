import type { Instant } from '@rapport/core';
import type { Clock } from './clock.ts';

/** Wakes somebody at one time, which may be put off or called off. */
export interface Waker {
  /** Wakes at `dueAt`, and not at what was asked for before; never when there is none. */
  readonly at: (dueAt: Instant | undefined) => void;
}

/** A waker that has not been asked for anything yet. */
export function createWaker(clock: Clock, wake: () => void): Waker {
  let current: Instant | undefined;
  let callOff: () => void = () => undefined;
  return {
    at(dueAt) {
      // Nearly every command leaves it as it is.
      if (dueAt === current) return;
      callOff();
      current = dueAt;
      if (dueAt === undefined) return;
      callOff = clock.wakeAt(dueAt, () => {
        current = undefined;
        wake();
      });
    },
  };
}
