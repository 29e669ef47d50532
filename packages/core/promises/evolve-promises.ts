import { type Desk, present } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { unreachable } from '../result.ts';
import { dequeue, enqueue } from '../routing/queues.ts';
import type { PromiseEvent } from './promise-messages.ts';
import type { PromiseRecord } from './promise-record.ts';
import { serviceHours } from './service-hours.ts';

/** Applies what happened to promises and calendars; items that wait under them are put in order again. */
export function evolvePromises(desk: Desk, event: PromiseEvent): void {
  switch (event.type) {
    case 'calendar-defined': {
      const hours = serviceHours(event.openIntervals);
      desk.calendars.set(event.calendarId, hours);
      for (const promise of desk.promises.values()) {
        if (promise.calendarId === event.calendarId) change(desk, promise, { hours });
      }
      return;
    }
    case 'promise-defined': {
      const { promiseId: id, targetMs, shareRatio, calendarId } = event;
      const hours = calendarId === undefined ? undefined : present(desk.calendars.get(calendarId));
      const promise = desk.promises.get(id);
      if (promise !== undefined) change(desk, promise, { targetMs, shareRatio, calendarId, hours });
      else desk.promises.set(id, { id, targetMs, shareRatio, calendarId, hours });
      return;
    }
    default:
      unreachable(event);
  }
}

function change(desk: Desk, promise: PromiseRecord, terms: Partial<PromiseRecord>): void {
  const affected: WorkRecord[] = [];
  for (const work of desk.work.values()) {
    if (work.status === 'waiting' && work.class.promise === promise) affected.push(work);
  }
  for (const work of affected) dequeue(desk, work);
  Object.assign(promise, terms);
  for (const work of affected) enqueue(desk, work);
}
