import { CHANNELS } from '../channel.ts';
import { type Decision, emit } from '../decision.ts';
import { KNOWN_MAX, type WorkRecord } from '../desk-records.ts';
import type { AgentId, CustomerId } from '../id.ts';
import { unlinkWork } from '../matters/decide-matters.ts';
import { isSamePerson } from '../matters/members.ts';
import type { Refusal } from '../messages.ts';
import { unreachable } from '../result.ts';
import { byArrival } from '../routing/by-arrival.ts';
import { renewReservations } from '../routing/end-reservation.ts';
import { placeWork } from '../routing/place-work.ts';
import { openOf } from '../work/open-work.ts';
import type {
  BondCommand,
  ChangeAccountBond,
  ChangeBond,
  MergeCustomers,
  SetBondWishes,
  SplitCustomers,
} from './bond-messages.ts';
import { groupOf } from './customers.ts';
import { decideRehoming } from './rehome.ts';

/** How many bonds for topics and channels a customer or an account may have, and how many refusals. */
const DECLARATIONS_MAX = 20;
const REFUSALS_MAX = 20;

/** Decides a command about a bond. Returns why it is refused, or undefined. */
export function decideBonds(command: BondCommand, decision: Decision): Refusal | undefined {
  switch (command.type) {
    case 'change-bond':
    case 'change-account-bond':
      return changeBond(command, decision);
    case 'place-customer': {
      const { customerId, accountId } = command;
      const given = accountId === undefined ? {} : { accountId };
      emit(decision, { type: 'customer-placed', v: 1, customerId, ...given });
      renewReservations(decision, openOfPeople(decision, [customerId]));
      return undefined;
    }
    case 'set-bond-wishes':
      return setWishes(command, decision);
    case 'merge-customers':
      return merge(command, decision);
    case 'split-customers':
      return split(command, decision);
    case 'rehome-bonds':
    case 'restore-bonds':
      return decideRehoming(command, decision);
    default:
      return unreachable(command);
  }
}

function changeBond(
  command: ChangeBond | ChangeAccountBond,
  decision: Decision,
): Refusal | undefined {
  const { ownerId, deputyIds, topic, channel, untilAt } = command;
  const named = ownerId === undefined ? deputyIds : [ownerId, ...deputyIds];
  const refusal = namedRefusal(named, decision) ?? scopeRefusal(command, decision);
  if (refusal !== undefined) return refusal;
  const bonding = {
    ...(topic !== undefined && { topic }),
    ...(channel !== undefined && { channel }),
    ...(ownerId !== undefined && { ownerId }),
    deputyIds,
    ...(untilAt !== undefined && { untilAt }),
  };
  if (command.type === 'change-account-bond') {
    const { accountId } = command;
    emit(decision, { type: 'account-bond-changed', v: 1, accountId, ...bonding });
    renewReservations(decision, decision.desk.work.values());
    return undefined;
  }
  const { customerId, origin } = command;
  const from = origin === undefined ? {} : { origin };
  emit(decision, { type: 'bond-changed', v: 1, customerId, ...bonding, ...from });
  renewReservations(decision, openOfPeople(decision, [customerId]));
  return undefined;
}

function namedRefusal(named: readonly AgentId[], { desk }: Decision): Refusal | undefined {
  for (const agentId of named) {
    if (!desk.agents.has(agentId)) return { code: 'agent-unknown', agentId };
  }
  if (named.length <= KNOWN_MAX && new Set(named).size === named.length) return undefined;
  const expected = `at most ${KNOWN_MAX} agents with the owner, each once`;
  return { code: 'field-invalid', field: 'deputyIds', expected };
}

function scopeRefusal(
  command: ChangeBond | ChangeAccountBond,
  { desk, at }: Decision,
): Refusal | undefined {
  const { channel, untilAt } = command;
  if (channel !== undefined && !CHANNELS.includes(channel)) {
    const expected = `one of ${CHANNELS.join(', ')}`;
    return { code: 'field-invalid', field: 'channel', expected };
  }
  if (untilAt !== undefined && (!Number.isSafeInteger(untilAt) || untilAt <= at)) {
    return { code: 'field-invalid', field: 'untilAt', expected: 'a moment that is still to come' };
  }
  const declarations =
    command.type === 'change-bond'
      ? desk.customers.get(command.customerId)?.terms?.declarations
      : desk.accounts.get(command.accountId)?.declarations;
  if (declarations === undefined || declarations.length < DECLARATIONS_MAX) return undefined;
  const expected = `at most ${DECLARATIONS_MAX} bonds for topics and channels`;
  return { code: 'field-invalid', field: 'topic', expected };
}

function setWishes(
  { customerId, isNewPreferred, refusals }: SetBondWishes,
  decision: Decision,
): Refusal | undefined {
  const { desk } = decision;
  for (const { agentId } of refusals) {
    if (desk.agents.has(agentId) || desk.retiredAgents.has(agentId)) continue;
    return { code: 'agent-unknown', agentId };
  }
  const isOnce = new Set(refusals.map(({ agentId }) => agentId)).size === refusals.length;
  if (!isOnce || refusals.length > REFUSALS_MAX) {
    const expected = `at most ${REFUSALS_MAX} agents, each once`;
    return { code: 'field-invalid', field: 'refusals', expected };
  }
  emit(decision, { type: 'bond-wishes-set', v: 1, customerId, isNewPreferred, refusals });
  placeWaiting(decision, [customerId]);
  return undefined;
}

function merge({ customerId, mergedId }: MergeCustomers, decision: Decision): Refusal | undefined {
  const { customers } = decision.desk;
  const [kept, merged] = [customers.get(customerId), customers.get(mergedId)];
  const isWithin = kept !== undefined && merged !== undefined && groupOf(merged).includes(kept);
  if (customerId === mergedId || merged?.terms?.mergedInto !== undefined || isWithin) {
    return { code: 'merge-not-possible', customerId, mergedId };
  }
  emit(decision, { type: 'customers-merged', v: 1, customerId, mergedId });
  placeWaiting(decision, [customerId]);
  return undefined;
}

function split({ customerId, mergedId }: SplitCustomers, decision: Decision): Refusal | undefined {
  const merged = decision.desk.customers.get(mergedId);
  if (merged?.terms?.mergedInto?.id !== customerId) {
    return { code: 'merge-unknown', customerId, mergedId };
  }
  emit(decision, { type: 'customers-split', v: 1, customerId, mergedId });
  for (const work of openOfPeople(decision, [mergedId]).sort(byArrival)) {
    if (isAmongOthers(work)) unlinkWork(decision, work);
  }
  placeWaiting(decision, [customerId, mergedId]);
  return undefined;
}

/** Whoever was kept apart from a person may now be the one who can serve him. */
function placeWaiting(decision: Decision, ids: readonly CustomerId[]): void {
  const works = openOfPeople(decision, ids);
  renewReservations(decision, works);
  for (const work of works.sort(byArrival)) {
    if (work.status === 'waiting' && work.reservation === undefined) placeWork(decision, work);
  }
}

/** Whether what belongs together with it is of another person now, without an emergency. */
function isAmongOthers({ customer, matter }: WorkRecord): boolean {
  if (matter === undefined || matter.isShared) return false;
  return [...matter.items].some((other) => !isSamePerson(other.customer, customer));
}

/** What is open of these people, under whatever record it came in. */
function openOfPeople({ desk }: Decision, ids: readonly CustomerId[]): WorkRecord[] {
  return ids
    .flatMap((id) => desk.customers.get(id) ?? [])
    .flatMap(groupOf)
    .flatMap((customer) => [...openOf(customer)]);
}
