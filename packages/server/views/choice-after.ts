import type { DeskEvent } from '@rapport/core';
import type { CustomersChoice } from '@rapport/protocol';

/**
 * For whom the customer of an item chose to wait, after one of its events; undefined where he chose nothing. It
 * holds for its wait: whoever is asked and serves him then knows what he was told.
 */
export function choiceAfter(
  choice: CustomersChoice | undefined,
  event: DeskEvent,
): CustomersChoice | undefined {
  switch (event.type) {
    case 'wait-chosen':
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

/** As the view keeps it. */
export function choiceOf({
  choice,
}: {
  readonly choice: string | null;
}): CustomersChoice | undefined {
  return choice === null ? undefined : (JSON.parse(choice) as CustomersChoice);
}
