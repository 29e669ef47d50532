import {
  atServiceMs,
  createDesk,
  type DeskEvent,
  evolve,
  type Instant,
  type PromiseId,
  serviceMsAt,
} from '@rapport/core';

/** Judges waits by the promises as they stand. */
export interface PromisedTimes {
  /** Takes in what changes promises and calendars; anything else leaves them as they are. */
  readonly take: (event: DeskEvent, at: Instant) => void;
  /** Whether the service time between both moments is at most the promise's target. */
  readonly isInTime: (wait: Wait) => boolean;
  /** Until when somebody who waits from then on is in time, and how long that is in service time. */
  readonly dueOf: (wait: Omit<Wait, 'untilAt'>) => Due;
}

export interface Due {
  /** Absent where the service hours end before. */
  readonly dueAt?: Instant;
  readonly targetMs: number;
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
  return {
    take: (event, at) => {
      if (event.type === 'promise-defined' || event.type === 'calendar-defined') {
        evolve(desk, event, at);
      }
    },
    isInTime: ({ promiseId, fromAt, untilAt }) => {
      const { hours, targetMs } = promiseOf(promiseId);
      return serviceMsAt(hours, untilAt) - serviceMsAt(hours, fromAt) <= targetMs;
    },
    dueOf: ({ promiseId, fromAt }) => {
      const { hours, targetMs } = promiseOf(promiseId);
      const dueAt = atServiceMs(hours, serviceMsAt(hours, fromAt) + targetMs);
      return dueAt === undefined ? { targetMs } : { dueAt, targetMs };
    },
  };
}
