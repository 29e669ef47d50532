import { type Desk, present } from '../desk.ts';
import type { BondRecord } from '../desk-records.ts';
import type { CustomerId } from '../id.ts';
import type { BondEvent } from './bond-messages.ts';
import { withEarned } from './known-agents.ts';
import { renewKnownOfCustomer } from './renew-known.ts';

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
  renewKnownOfCustomer(desk, event.customerId);
}

function bondOf(desk: Desk, customerId: CustomerId): BondRecord {
  let bond = desk.bonds.get(customerId);
  if (bond === undefined) {
    bond = { owner: undefined, deputies: [], earned: [] };
    desk.bonds.set(customerId, bond);
  }
  return bond;
}
