import {
  createDesk,
  type DeskEvent,
  evolve,
  type Instant,
  type PromiseId,
  serviceMsAt,
  serviceMsReachedAt,
} from '@rapport/core';

/** Judges waits by the promises as they stand. */
export interface PromisedTimes {
  /** Takes in what changes promises and calendars; anything else leaves them as they are. */
  readonly take: (event: DeskEvent, at: Instant) => void;
  /** Whether the service time between both moments is at most the promise's target. */
  readonly isInTime: (wait: Wait) => boolean;
  /** By when a wait that began then is promised to end; undefined where no hours are left for it. */
  readonly dueAt: (wait: Omit<Wait, 'untilAt'>) => Instant | undefined;
}

export interface Wait {
  readonly promiseId: string;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** Begins with no promise. A desk without work keeps them, so that hours mean the same here and there. */
export function promisedTimes(): PromisedTimes {
  const desk = createDesk();
  return {
    take: (event, at) => {
      if (event.type === 'promise-defined' || event.type === 'calendar-defined') {
        evolve(desk, event, at);
      }
    },
    isInTime: ({ promiseId, fromAt, untilAt }) => {
      const promise = desk.promises.get(promiseId as PromiseId);
      if (promise === undefined) throw new Error('an item has a promise that was never defined');
      const { hours, targetMs } = promise;
      return serviceMsAt(hours, untilAt) - serviceMsAt(hours, fromAt) <= targetMs;
    },
    dueAt: ({ promiseId, fromAt }) => {
      const promise = desk.promises.get(promiseId as PromiseId);
      if (promise === undefined) return undefined;
      return serviceMsReachedAt(
        promise.hours,
        serviceMsAt(promise.hours, fromAt) + promise.targetMs,
      );
    },
  };
}
