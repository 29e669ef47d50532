import { type Desk, present } from '../desk.ts';
import type { BondRecord } from '../desk-records.ts';
import type { CustomerId } from '../id.ts';
import { dequeue, enqueue } from '../routing/queues.ts';
import type { BondEvent } from './bond-messages.ts';
import { knownAgents, withEarned } from './known-agents.ts';

/** Applies what happened to a bond; the customer's open items know it at once. */
export function evolveBonds(desk: Desk, event: BondEvent): void {
  const bond = bondOf(desk, event.customerId);
  if (event.type === 'bond-changed') {
    bond.owner = event.ownerId === undefined ? undefined : present(desk.agents.get(event.ownerId));
    bond.deputies = event.deputyIds.map((id) => present(desk.agents.get(id)));
  } else {
    const agent = present(desk.agents.get(event.agentId));
    bond.earned = withEarned(bond.earned, { agent, strength: event.strength });
  }
  renewKnown(desk, event.customerId, bond);
}

function bondOf(desk: Desk, customerId: CustomerId): BondRecord {
  let bond = desk.bonds.get(customerId);
  if (bond === undefined) {
    bond = { owner: undefined, deputies: [], earned: [] };
    desk.bonds.set(customerId, bond);
  }
  return bond;
}

function renewKnown(desk: Desk, customerId: CustomerId, bond: BondRecord): void {
  for (const work of desk.workByCustomer.get(customerId) ?? []) {
    const isWaiting = work.status === 'waiting';
    if (isWaiting) dequeue(desk, work);
    work.known = knownAgents(bond, work.preferred);
    if (isWaiting) enqueue(desk, work);
  }
}
