import { CALLBACK_GRACE_MS, type DeskEvent } from '@rapport/core';
import type { Callback, CustomersChoice } from '@rapport/protocol';

/**
 * For whom the customer of an item chose to wait, after one of its events; undefined where he chose nothing. It
 * holds for its wait: whoever is asked and serves him then knows what he was told. `callback` is what he was
 * promised: that it is kept for whoever promised it, once it is due, was nobody's choice.
 */
export function choiceAfter(
  choice: CustomersChoice | undefined,
  event: DeskEvent,
  callback: Callback | undefined,
): CustomersChoice | undefined {
  switch (event.type) {
    case 'wait-chosen':
      if (isForPromise(event, callback)) return undefined;
      return event.agentId === undefined ? {} : { agentId: event.agentId };
    case 'work-transferred':
    case 'work-recalled':
    case 'work-released':
    case 'deferral-ended':
    case 'callback-promised':
    case 'work-paused':
      return undefined;
    default:
      return choice;
  }
}

/** Whether the desk keeps a callback that is due for whoever promised it, as long as its grace lasts. */
function isForPromise(
  { agentId, keptUntilAt }: Extract<DeskEvent, { type: 'wait-chosen' }>,
  callback: Callback | undefined,
): boolean {
  if (callback === undefined || agentId !== callback.agentId) return false;
  return keptUntilAt === callback.dueAt + CALLBACK_GRACE_MS;
}

/** As the view keeps it. */
export function choiceOf({
  choice,
}: {
  readonly choice: string | null;
}): CustomersChoice | undefined {
  return choice === null ? undefined : (JSON.parse(choice) as CustomersChoice);
}
