import type { Desk } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';

/** Makes an item one of the open ones. Its place in the queues is the caller's business. */
export function addOpen(desk: Desk, work: WorkRecord): void {
  desk.index.workByHandle[work.handle] = work;
  desk.work.set(work.id, work);
  if (work.customerId === undefined) return;
  const others = desk.workByCustomer.get(work.customerId);
  if (others === undefined) desk.workByCustomer.set(work.customerId, new Set([work]));
  else others.add(work);
}

/** Lets a closed item leave the desk, and its handle be used again. */
export function removeOpen(desk: Desk, work: WorkRecord): void {
  desk.work.delete(work.id);
  desk.index.workByHandle[work.handle] = undefined;
  desk.index.freeWorkHandles.push(work.handle);
  if (work.customerId === undefined) return;
  const others = desk.workByCustomer.get(work.customerId);
  if (others?.delete(work) === true && others.size === 0) {
    desk.workByCustomer.delete(work.customerId);
  }
}
