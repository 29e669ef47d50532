import type { DeskEvent } from '../messages.ts';
import type { WorkStatus } from './work-messages.ts';

/** How an item has left the desk. */
export type ClosedStatus = 'done' | 'abandoned';

const STATUS_AFTER: Readonly<Partial<Record<DeskEvent['type'], WorkStatus | ClosedStatus>>> = {
  'work-offered': 'offered',
  'offer-accepted': 'active',
  'offer-declined': 'waiting',
  'offer-expired': 'waiting',
  'offer-withdrawn': 'waiting',
  'work-transferred': 'waiting',
  'work-held': 'on-hold',
  'work-resumed': 'active',
  'work-deferred': 'deferred',
  'callback-promised': 'deferred',
  'deferral-ended': 'waiting',
  'work-recalled': 'waiting',
  'work-paused': 'deferred',
  'pause-ended': 'waiting',
  'work-released': 'waiting',
  'work-wrapped-up': 'wrap-up',
  'work-completed': 'done',
  'work-abandoned': 'abandoned',
};

/** The status of an item after an event of this type; undefined where it stays what it was. */
export function statusAfter(type: DeskEvent['type']): WorkStatus | ClosedStatus | undefined {
  return STATUS_AFTER[type];
}
