import { type Desk, present } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { unreachable } from '../result.ts';
import { dequeue, enqueue, waitingEntriesOf, workOf } from '../routing/queues.ts';
import { scheduleWork } from '../routing/timers.ts';
import type { PromiseEvent } from './promise-messages.ts';
import type { PromiseRecord } from './promise-record.ts';
import { addVersion } from './add-version.ts';
import { serviceHours } from './service-hours.ts';

/** Applies what happened to promises and calendars; items that wait under them are put in order again. */
export function evolvePromises(desk: Desk, event: PromiseEvent): void {
  switch (event.type) {
    case 'calendar-defined': {
      const hours = serviceHours(event.openIntervals);
      desk.calendars.set(event.calendarId, hours);
      const counting = [...desk.promises.values()].filter(
        ({ calendarId }) => calendarId === event.calendarId,
      );
      change(desk, new Set(counting), { hours });
      return;
    }
    case 'promise-defined': {
      const { promiseId: id, targetMs, shareRatio, calendarId, agreementId } = event;
      const hours = calendarId === undefined ? undefined : present(desk.calendars.get(calendarId));
      const promise = desk.promises.get(id);
      if (promise === undefined) {
        addPromise(desk, { id, agreementId, targetMs, shareRatio, calendarId, hours });
      } else change(desk, new Set([promise]), { targetMs, shareRatio, calendarId, hours });
      return;
    }
    case 'agreement-defined':
      addVersion(desk, { ...event, agreedAt: desk.lastAt });
      return;
    default:
      unreachable(event);
  }
}

/** Makes a promise known. */
export function addPromise(
  { promises }: Desk,
  terms: Omit<PromiseRecord, 'original' | 'afterTransfers'>,
): void {
  promises.set(terms.id, { ...terms, original: undefined, afterTransfers: new Map() });
}

/** Cost: O(agents + classes + items that wait under these promises · log n). */
function change(
  desk: Desk,
  originals: ReadonlySet<PromiseRecord>,
  terms: Partial<PromiseRecord>,
): void {
  const afterTransfers = [...originals].flatMap((each) => [...each.afterTransfers.values()]);
  const promises = new Set([...originals, ...afterTransfers]);
  const affected: WorkRecord[] = [];
  for (const workClass of desk.index.classes) {
    if (!promises.has(workClass.promise)) continue;
    for (const entry of waitingEntriesOf(workClass)) affected.push(workOf(desk, entry));
  }
  for (const work of affected) dequeue(desk, work);
  for (const promise of originals) Object.assign(promise, terms);
  for (const promise of afterTransfers) {
    Object.assign(promise, { ...terms, targetMs: promise.targetMs });
  }
  for (const work of affected) {
    enqueue(desk, work);
    scheduleWork(desk, work);
  }
  for (const { offered } of desk.agents.values()) {
    if (offered !== undefined && promises.has(offered.class.promise)) scheduleWork(desk, offered);
  }
}
