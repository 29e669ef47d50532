import type { WorkRecord } from '../desk-records.ts';

/** Whether an item is put off to the moment at which its customer is to be called. */
export function isPromised({
  status,
  deferredUntil,
  callback,
}: Pick<WorkRecord, 'status' | 'deferredUntil' | 'callback'>): boolean {
  return status === 'deferred' && callback?.dueAt === deferredUntil;
}
