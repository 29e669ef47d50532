import type { DeskEvent } from '../messages.ts';
import type { Place } from './oracle-moves.ts';
import type { ModelItem } from './oracle-records.ts';

/** Takes into the model what is put aside for what; whoever lets go of it has nothing put aside any more. */
export function changeAside(item: ModelItem, event: DeskEvent, to: Place | 'same'): void {
  if (event.type === 'work-offered') item.isInterrupting = event.reason.code === 'interrupting';
  if (event.type === 'work-interrupted') item.asideForId = event.byWorkId;
  if (event.type === 'interruption-ended') item.asideForId = undefined;
  if (['same', 'offered', 'active', 'on-hold', 'wrap-up'].includes(to)) return;
  item.asideForId = undefined;
  item.isInterrupting = false;
}
