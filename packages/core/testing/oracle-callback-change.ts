import type { DeskEvent } from '../messages.ts';
import type { ModelItem } from './oracle-records.ts';

/** Takes into the model what was promised to a customer, and what came of it. */
export function changeCallback(item: ModelItem, event: DeskEvent): void {
  if (event.type === 'work-transferred' || event.type === 'work-recalled')
    item.callback = undefined;
  // Put off for something else: he was called.
  if (event.type === 'work-deferred' && event.untilAt !== item.callback?.dueAt) {
    item.callback = undefined;
  }
  if (event.type === 'callback-missed') {
    const { attemptCount, againAt: dueAt, keptFreeFromAt } = event;
    if (dueAt !== undefined && keptFreeFromAt !== undefined) {
      item.callback = { dueAt, keptFreeFromAt, attemptCount };
    }
  }
  if (event.type !== 'callback-promised') return;
  const { agentId, dueAt, keptFreeFromAt } = event;
  item.agentId = agentId;
  item.deferredUntil = dueAt;
  item.callback = { dueAt, keptFreeFromAt, attemptCount: 0 };
  // It has waited for nothing yet, and nobody is passed over for it.
  item.waitedMs = 0;
  item.alert = undefined;
  item.rungs.clear();
  item.exclusions.clear();
  item.missedBy = [];
}
