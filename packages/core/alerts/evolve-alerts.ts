import type { Desk } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { scheduleWork } from '../routing/timers.ts';
import type { AlertEvent } from './alert-messages.ts';
import { heightOf } from './alert-record.ts';

/** Applies what happened to the alert of an item. */
export function evolveAlert(desk: Desk, work: WorkRecord, event: AlertEvent): void {
  if (event.type === 'alert-raised') {
    const { rung, agentId, advice, dueAt, escalatesAt = 0 } = event;
    work.alert = {
      rung,
      ...(agentId !== undefined && { agentId }),
      advice,
      ...(dueAt !== undefined && { dueAt }),
      escalatesAt,
      isSeen: false,
    };
    work.alertHeight = Math.max(work.alertHeight, heightOf(rung));
  } else if (work.alert !== undefined) {
    work.alert.escalatesAt = 0;
    if (event.type === 'alert-acknowledged') work.alert.isSeen = true;
  }
  scheduleWork(desk, work);
}
