import type { DeskEvent } from '../messages.ts';
import type { ModelItem } from './oracle-records.ts';

/** Takes into the model whose turn it is in a chat. */
export function changeTurn(item: ModelItem, event: DeskEvent): void {
  if (event.type === 'customer-awaited') item.silentAt = event.silentAt;
  if (event.type === 'customer-fell-silent') item.isSilent = true;
  const isOver = ['customer-heard', 'work-deferred', 'work-transferred', 'work-released'];
  if (isOver.includes(event.type) || (event.type === 'work-wrapped-up' && !item.isSilent)) {
    item.silentAt = 0;
    item.isSilent = false;
  }
}
