import type { WorkRecord } from '../desk-records.ts';
import { dueAtOf } from '../promises/due-at.ts';
import type { Policy } from '../routing/policy.ts';
import type { Instant } from '../time.ts';
import type { Rung } from './alert-messages.ts';
import { heightOf } from './alert-record.ts';

/** When an item's next rung is reached or its alert goes further; Infinity where neither will be. */
export function nextAlertAt(work: WorkRecord, policy: Policy): Instant {
  if (work.status !== 'waiting' && work.status !== 'offered') return Infinity;
  const { alert } = work;
  const escalatesAt = alert === undefined || alert.escalatesAt === 0 ? Infinity : alert.escalatesAt;
  if (work.alertHeight >= heightOf('exceeded')) return escalatesAt;
  const rung = work.alertHeight >= heightOf('approaching') ? 'exceeded' : 'approaching';
  return Math.min(escalatesAt, rungAt(work, rung, policy) ?? Infinity);
}

/** When an item that waits reaches a rung; undefined where the service hours end before. */
export function rungAt(
  work: WorkRecord,
  rung: Extract<Rung, 'approaching' | 'exceeded'>,
  policy: Policy,
): Instant | undefined {
  const { hours, targetMs } = work.class.promise;
  const shareMs = rung === 'exceeded' ? targetMs : Math.ceil(targetMs * policy.approachingShare);
  return dueAtOf({ hours, targetMs: shareMs }, work);
}
