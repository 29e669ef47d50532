import { type Desk, present } from '../desk.ts';
import type { AgentRecord, CustomerRecord, Declaration } from '../desk-records.ts';
import type { AgentId } from '../id.ts';
import { unreachable } from '../result.ts';
import type { Instant } from '../time.ts';
import { setExclusions } from '../work/exclusions.ts';
import type {
  AccountBondChanged,
  BondChanged,
  BondEvent,
  CustomersMerged,
  CustomersSplit,
} from './bond-messages.ts';
import { withDeclared, withEarned } from './bond-of.ts';
import { accountOf, customerOf, groupOf, setBond, setTerms } from './customers.ts';
import { keepRehoming } from './keep-rehoming.ts';
import { renewKnownOfAccount, renewKnownOfCustomer } from './renew-known.ts';

/** Applies what happened to a bond; the customer's open items know it at once. */
export function evolveBonds(desk: Desk, event: BondEvent, at: Instant): void {
  if (event.type === 'account-bond-changed') {
    const account = accountOf(desk, event.accountId);
    account.declarations = withDeclaration(account.declarations, declarationOf(desk, event), at);
    renewKnownOfAccount(desk, account);
    return;
  }
  if (event.type === 'bonds-rehomed' || event.type === 'bonds-restored') {
    // The bonds themselves change by the events that follow.
    const { agentId } = event;
    if (event.type === 'bonds-restored') desk.rehomings.delete(agentId);
    else keepRehoming(desk, agentId, { at, moved: event.moved });
    return;
  }
  const customer = customerOf(desk, event.customerId);
  switch (event.type) {
    case 'bond-changed':
      declare(desk, customer, event, at);
      break;
    case 'bond-earned': {
      const agent = agentOf(desk, event.agentId);
      const { strength } = event;
      setBond(desk, customer, withEarned(desk, customer.bond, { agent, strength, at }));
      break;
    }
    case 'customer-placed': {
      const { accountId } = event;
      customer.account = accountId === undefined ? undefined : accountOf(desk, accountId);
      setTerms(desk, customer, {});
      break;
    }
    case 'bond-wishes-set': {
      const { isNewPreferred } = event;
      const refusals = event.refusals.map(({ agentId, by }) => ({
        agent: agentOf(desk, agentId),
        by,
      }));
      setTerms(desk, customer, { isNewPreferred, refusals });
      renewMarks(desk, customer);
      break;
    }
    case 'customers-merged':
    case 'customers-split':
      link(desk, customer, event);
      break;
    default:
      unreachable(event);
  }
  renewKnownOfCustomer(desk, customer);
}

function declare(desk: Desk, customer: CustomerRecord, event: BondChanged, at: Instant): void {
  const { topic, channel, untilAt } = event;
  const declaration = declarationOf(desk, event);
  const isLasting = topic === undefined && channel === undefined && untilAt === undefined;
  if (isLasting) setBond(desk, customer, withDeclared(customer.bond, declaration));
  const before = customer.terms?.declarations ?? [];
  if (isLasting && before.length === 0) return;
  const beside = isLasting ? { ...declaration, owner: undefined, deputies: [] } : declaration;
  setTerms(desk, customer, { declarations: withDeclaration(before, beside, at) });
}

function declarationOf(
  desk: Desk,
  { topic, channel, ownerId, deputyIds, untilAt }: BondChanged | AccountBondChanged,
): Declaration {
  const owner = ownerId === undefined ? undefined : agentOf(desk, ownerId);
  const deputies = deputyIds.map((id) => agentOf(desk, id));
  return { topic, channel, owner, deputies, untilAt };
}

/**
 * In place of the one of the same scope, behind the others; what is over is forgotten, and what names
 * nobody. What holds for a while stands beside what holds for good, which when declared ends both.
 */
function withDeclaration(
  before: readonly Declaration[],
  declared: Declaration,
  at: Instant,
): readonly Declaration[] {
  const others = before.filter(
    ({ topic, channel, untilAt }) =>
      (topic !== declared.topic ||
        channel !== declared.channel ||
        (untilAt === undefined && declared.untilAt !== undefined)) &&
      (untilAt === undefined || untilAt > at),
  );
  const isNobody = declared.owner === undefined && declared.deputies.length === 0;
  return isNobody ? others : [...others, declared];
}

function link(
  desk: Desk,
  kept: CustomerRecord,
  { type, mergedId }: CustomersMerged | CustomersSplit,
): void {
  const merged = customerOf(desk, mergedId);
  const others = (kept.terms?.merged ?? []).filter((each) => each !== merged);
  const isMerged = type === 'customers-merged';
  setTerms(desk, merged, { mergedInto: isMerged ? kept : undefined });
  setTerms(desk, kept, { merged: isMerged ? [...others, merged] : others });
  renewMarks(desk, kept);
  if (isMerged) return;
  renewMarks(desk, merged);
  renewKnownOfCustomer(desk, merged);
}

/** Whether anybody is passed over for what is open of a person has changed. */
function renewMarks(desk: Desk, customer: CustomerRecord): void {
  for (const { open } of groupOf(customer)) {
    for (let work = open; work !== undefined; work = work.nextOfCustomer) {
      setExclusions(desk, work, work.exclusions);
    }
  }
}

/** Whoever is named, retired or not. */
function agentOf(desk: Desk, id: AgentId): AgentRecord {
  return present(desk.agents.get(id) ?? desk.retiredAgents.get(id));
}
