import type { Instant } from '@rapport/core';
import type { Clock } from '../host/clock.ts';

/** A clock that stands still until it is set. */
export interface TestClock extends Clock {
  /** Moves on to `at`, waking on the way whoever asked to be woken, each at his time. */
  readonly set: (at: Instant) => void;
}

export function testClock(startAt: Instant): TestClock {
  let now = startAt;
  const alarms = new Set<{ readonly at: Instant; readonly wake: () => void }>();
  const firstUntil = (at: Instant) =>
    [...alarms].filter((alarm) => alarm.at <= at).sort((a, b) => a.at - b.at)[0];
  return {
    now: () => now,
    wakeAt(at, wake) {
      const alarm = { at, wake };
      alarms.add(alarm);
      return () => alarms.delete(alarm);
    },
    set(at) {
      for (let alarm = firstUntil(at); alarm !== undefined; alarm = firstUntil(at)) {
        alarms.delete(alarm);
        now = Math.max(now, alarm.at);
        alarm.wake();
      }
      now = at;
    },
  };
}
