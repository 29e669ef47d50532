import { CALLBACK_ATTEMPTS, type DeskEvent } from '@rapport/core';
import type { Callback } from '@rapport/protocol';

/** What was promised to the customer of an item after one of its events; undefined where he is called by nobody. */
export function callbackAfter(
  callback: Callback | undefined,
  event: DeskEvent,
): Callback | undefined {
  switch (event.type) {
    case 'callback-promised': {
      const { agentId, dueAt } = event;
      return { agentId, dueAt, attempt: 1, attemptMax: CALLBACK_ATTEMPTS };
    }
    case 'callback-missed': {
      const { agentId, againAt, attemptCount } = event;
      if (callback === undefined || againAt === undefined) return undefined;
      return { ...callback, agentId, dueAt: againAt, attempt: attemptCount + 1 };
    }
    case 'deferral-handed':
      return callback && { ...callback, agentId: event.toAgentId };
    case 'work-deferred':
      // To another moment than he is to call again: he has.
      return callback?.dueAt === event.untilAt ? callback : undefined;
    case 'work-recalled':
    case 'work-transferred':
      return undefined;
    default:
      return callback;
  }
}

/** As the view keeps it. */
export function callbackOf({
  callback,
}: {
  readonly callback: string | null;
}): Callback | undefined {
  return callback === null ? undefined : (JSON.parse(callback) as Callback);
}
