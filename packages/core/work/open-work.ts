import type { Desk } from '../desk.ts';
import type { CustomerRecord, WorkRecord } from '../desk-records.ts';
import { removeMember } from '../matters/members.ts';

/** Makes an item one of the open ones. Its place in the queues is the caller's business. */
export function addOpen(desk: Desk, work: WorkRecord): void {
  const { customer } = work;
  desk.index.workByHandle[work.handle] = work;
  desk.work.set(work.id, work);
  if (customer === undefined) return;
  work.nextOfCustomer = customer.open;
  customer.open = work;
}

/** A customer's open items, the one that came in last first. */
export function* openOf(customer: CustomerRecord): Generator<WorkRecord> {
  for (let work = customer.open; work !== undefined; work = work.nextOfCustomer) yield work;
}

/** Lets a closed item leave the desk, and its handle be used again. */
export function removeOpen(desk: Desk, work: WorkRecord): void {
  const { customer } = work;
  removeMember(desk, work);
  desk.work.delete(work.id);
  desk.index.workByHandle[work.handle] = undefined;
  desk.index.freeWorkHandles.push(work.handle);
  if (customer !== undefined) removeFromCustomer(desk, customer, work);
}

/** A customer who has nothing left here, neither a bond nor an open item, leaves as well. */
function removeFromCustomer(desk: Desk, customer: CustomerRecord, work: WorkRecord): void {
  if (customer.open === work) customer.open = work.nextOfCustomer;
  else {
    let later = customer.open;
    while (later !== undefined && later.nextOfCustomer !== work) later = later.nextOfCustomer;
    if (later !== undefined) later.nextOfCustomer = work.nextOfCustomer;
  }
  const isForgotten = customer.open === undefined && customer.bond === undefined;
  if (isForgotten) desk.customers.delete(customer.id);
  desk.index.lastCustomer = isForgotten ? undefined : customer;
}
