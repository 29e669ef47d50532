import {
  createDesk,
  type DeskEvent,
  dueAtOf,
  evolve,
  type Instant,
  type PromiseId,
  serviceMsAt,
  type WaitSoFar,
} from '@rapport/core';

/** Judges waits by the promises as they stand. */
export interface PromisedTimes {
  /** Takes in what changes promises and calendars; anything else leaves them as they are. */
  readonly take: (event: DeskEvent, at: Instant) => void;
  /** The service time between both moments. */
  readonly waitedMs: (wait: Wait) => number;
  /** Whether the service time between both moments is at most the promise's target. */
  readonly isInTime: (wait: Wait) => boolean;
  /**
   * Until when somebody who waits is in time, by the rule that routing goes by, and how long that is in
   * service time.
   */
  readonly dueOf: (wait: Waiting) => Due;
}

export interface Due {
  /** Absent where the service hours end before. */
  readonly dueAt?: Instant;
  readonly targetMs: number;
}

/** Somebody who waits, and the service time that he had waited before. */
export interface Waiting extends WaitSoFar {
  readonly promiseId: string;
  /** What is promised since its last transfer, in place of the promise's own target. */
  readonly promisedMs?: number | undefined;
}

export interface Wait {
  readonly promiseId: string;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** Begins with no promise. A desk without work keeps them, so that hours mean the same here and there. */
export function promisedTimes(): PromisedTimes {
  const desk = createDesk();
  const promiseOf = (promiseId: string) => {
    const promise = desk.promises.get(promiseId as PromiseId);
    if (promise === undefined) throw new Error('an item has a promise that was never defined');
    return promise;
  };
  const waitedMs = ({ promiseId, fromAt, untilAt }: Wait): number => {
    const { hours } = promiseOf(promiseId);
    return serviceMsAt(hours, untilAt) - serviceMsAt(hours, fromAt);
  };
  return {
    take: (event, at) => {
      if (event.type === 'promise-defined' || event.type === 'calendar-defined') {
        evolve(desk, event, at);
      }
    },
    waitedMs,
    isInTime: (wait) => waitedMs(wait) <= promiseOf(wait.promiseId).targetMs,
    dueOf: ({ promiseId, promisedMs, ...wait }) => {
      const { hours, targetMs: ownMs } = promiseOf(promiseId);
      const targetMs = promisedMs ?? ownMs;
      const dueAt = dueAtOf({ hours, targetMs }, wait);
      return dueAt === undefined ? { targetMs } : { dueAt, targetMs };
    },
  };
}
