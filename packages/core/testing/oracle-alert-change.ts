import type { WorkEvent } from '../work/work-messages.ts';
import type { ModelItem } from './oracle-records.ts';

/** Takes into the model what is told of an item, and who has seen it. */
export function changeAlert(item: ModelItem, event: WorkEvent): void {
  if (event.type === 'alert-raised') {
    const { rung, agentId, escalatesAt } = event;
    item.rungs.add(rung);
    if (rung === 'handed-on') item.toldTransferCount = item.transferCount;
    const isEscalated = escalatesAt === undefined;
    item.alert = { rung, agentId, escalatesAt, isSeen: false, isEscalated };
  }
  if (event.type === 'alert-escalated' && item.alert) item.alert.isEscalated = true;
  if (event.type === 'alert-acknowledged' && item.alert) item.alert.isSeen = true;
}
