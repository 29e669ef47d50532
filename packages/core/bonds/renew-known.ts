import type { Desk } from '../desk.ts';
import type { AgentRecord, BondRecord, WorkRecord } from '../desk-records.ts';
import type { CustomerId } from '../id.ts';
import { dequeue, enqueue } from '../routing/queues.ts';
import { knownAgents } from './known-agents.ts';

/** Makes a customer's open items follow from his bond. */
export function renewKnownOfCustomer(desk: Desk, customerId: CustomerId): void {
  for (const work of desk.workByCustomer.get(customerId) ?? []) renewKnown(desk, work);
}

/** Makes the open items whose customers know this agent follow from his coming or going. O(open items). */
export function renewKnownOfAgent(desk: Desk, agent: AgentRecord): void {
  for (const work of desk.work.values()) {
    if (work.preferred === agent || isNamed(bondOf(desk, work), agent)) renewKnown(desk, work);
  }
}

/** Makes an open item follow from its customer's bond and from whom it is named for. */
export function renewKnown(desk: Desk, work: WorkRecord): void {
  const isWaiting = work.status === 'waiting';
  if (isWaiting) dequeue(desk, work);
  work.known = knownAgents(bondOf(desk, work), work.preferred);
  if (isWaiting) enqueue(desk, work);
}

function bondOf(desk: Desk, { customerId }: WorkRecord): BondRecord | undefined {
  return customerId === undefined ? undefined : desk.bonds.get(customerId);
}

function isNamed(bond: BondRecord | undefined, agent: AgentRecord): boolean {
  if (bond === undefined) return false;
  if (bond.owner === agent || bond.deputies.includes(agent)) return true;
  return bond.earned.some((earned) => earned.agent === agent);
}
