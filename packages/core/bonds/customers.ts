import type { Desk } from '../desk.ts';
import type {
  AccountRecord,
  AgentRecord,
  Bond,
  CustomerRecord,
  CustomerTerms,
} from '../desk-records.ts';
import type { AccountId, AgentId, CustomerId } from '../id.ts';

const NOBODY: Bond = [];

/** The customer with this id, made when first asked for. */
export function customerOf(desk: Desk, id: CustomerId): CustomerRecord {
  const { index } = desk;
  if (index.lastCustomer?.id === id) return index.lastCustomer;
  let customer = desk.customers.get(id);
  if (customer === undefined) {
    customer = { id, bond: undefined, open: undefined, account: undefined, terms: undefined };
    desk.customers.set(id, customer);
  }
  index.lastCustomer = customer;
  return customer;
}

/** The account with this id, made when first asked for. */
export function accountOf(desk: Desk, id: AccountId): AccountRecord {
  let account = desk.accounts.get(id);
  if (account === undefined) desk.accounts.set(id, (account = { id, declarations: [] }));
  return account;
}

/** Gives a customer another bond. The first one puts him behind all who have one. */
export function setBond(desk: Desk, customer: CustomerRecord, bond: Bond): void {
  if (customer.bond === undefined && customer.open !== undefined) {
    desk.customers.delete(customer.id);
    desk.customers.set(customer.id, customer);
  }
  customer.bond = bond;
}

/** Of whom nothing special is said. */
const USUAL: CustomerTerms = {
  declarations: [],
  isNewPreferred: false,
  refusals: [],
  mergedInto: undefined,
  merged: [],
};

/** Changes what is special about a customer. Whoever has anything special has a bond, be it with nobody. */
export function setTerms(
  desk: Desk,
  customer: CustomerRecord,
  changes: Partial<CustomerTerms>,
): void {
  const terms = { ...USUAL, ...customer.terms, ...changes };
  const isUsual =
    terms.declarations.length === 0 &&
    !terms.isNewPreferred &&
    terms.refusals.length === 0 &&
    terms.mergedInto === undefined &&
    terms.merged.length === 0;
  customer.terms = isUsual ? undefined : terms;
  setBond(desk, customer, customer.bond ?? NOBODY);
}

/** All records of the person whose record this is: the one that the others were merged into first. */
export function groupOf(customer: CustomerRecord): readonly CustomerRecord[] {
  return customer.terms === undefined ? [customer] : withMerged(rootOf(customer));
}

/** The ids of all records of the person whose record this is; of nobody none. */
export function recordsOf(customer: CustomerRecord | undefined): readonly CustomerId[] {
  return customer === undefined ? [] : groupOf(customer).map(({ id }) => id);
}

/** The record into which this one was merged at last; itself where it was not. */
function rootOf(customer: CustomerRecord): CustomerRecord {
  let root = customer;
  while (root.terms?.mergedInto !== undefined) root = root.terms.mergedInto;
  return root;
}

function withMerged(customer: CustomerRecord): readonly CustomerRecord[] {
  const merged = customer.terms?.merged ?? [];
  return merged.length === 0 ? [customer] : [customer, ...merged.flatMap(withMerged)];
}

/** Whether the customer or the agent has refused the other. */
export function isRefused(customer: CustomerRecord | undefined, agent: AgentRecord): boolean {
  if (customer?.terms === undefined) return false;
  return groupOf(customer).some(
    ({ terms }) => terms?.refusals.some((refusal) => refusal.agent === agent) === true,
  );
}

/** Who is never asked for this customer, each once. */
export function refusedBy(customer: CustomerRecord | undefined): readonly AgentId[] {
  if (customer?.terms === undefined) return NOBODY_REFUSED;
  const refusals = groupOf(customer).flatMap(({ terms }) => terms?.refusals ?? []);
  return [...new Set(refusals.map(({ agent }) => agent.id))];
}

const NOBODY_REFUSED: readonly AgentId[] = [];
