import type { Desk } from '../desk.ts';
import type { AccountRecord, AgentRecord, CustomerRecord, WorkRecord } from '../desk-records.ts';
import { dequeue, enqueue } from '../routing/queues.ts';
import { openOf } from '../work/open-work.ts';
import { isPlain } from './care-team.ts';
import { groupOf } from './customers.ts';
import { placeOf } from './known.ts';
import { knownAgents } from './known-agents.ts';

/** Makes the open items of a person follow from his bonds, under whatever record they came in. */
export function renewKnownOfCustomer(desk: Desk, customer: CustomerRecord): void {
  for (const record of groupOf(customer)) {
    for (const work of openOf(record)) renewKnown(desk, work);
  }
}

/** Makes the open items of an account's people follow from its bonds. O(open items). */
export function renewKnownOfAccount(desk: Desk, account: AccountRecord): void {
  for (const work of desk.work.values()) {
    const { customer } = work;
    if (customer === undefined || isPlain(customer)) continue;
    if (groupOf(customer).some((record) => record.account === account)) renewKnown(desk, work);
  }
}

/** Makes the open items whose customers know this agent follow from his coming or going. O(open items). */
export function renewKnownOfAgent(desk: Desk, agent: AgentRecord): void {
  for (const work of desk.work.values()) {
    const { customer, preferred, matter } = work;
    const isFirst = preferred === agent || matter?.handler === agent;
    const isNamed = isFirst || placeOf(work.known, agent) !== -1;
    if (isNamed || (customer !== undefined && mayKnow(customer, agent))) renewKnown(desk, work);
  }
}

/** Of whom anything special is said, that is not looked for. */
function mayKnow(customer: CustomerRecord, agent: AgentRecord): boolean {
  const { bond } = customer;
  return !isPlain(customer) || (bond !== undefined && placeOf(bond, agent) !== -1);
}

/** Makes an open item follow from its customer's bond and from whom it is named for. */
export function renewKnown(desk: Desk, work: WorkRecord): void {
  const isWaiting = work.status === 'waiting';
  if (isWaiting) dequeue(desk, work);
  work.known = knownAgents(desk, work);
  if (isWaiting) enqueue(desk, work);
}
