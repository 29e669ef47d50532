import { type Decision, emit } from '../decision.ts';
import type { Desk } from '../desk.ts';
import type { AccountRecord, AgentRecord, CustomerRecord, Declaration } from '../desk-records.ts';
import type { AgentId } from '../id.ts';
import type { Refusal } from '../messages.ts';
import { renewReservations } from '../routing/end-reservation.ts';
import type { Instant } from '../time.ts';
import { listKnown } from './known.ts';
import type { MovedBond, RehomeBonds, RehomeCommand } from './rehome-messages.ts';
import { REHOMING_UNDO_MS } from './rehoming.ts';

/** Decides whose an agent's bonds are, or that they are his again. Returns why it is refused, or undefined. */
export function decideRehoming(command: RehomeCommand, decision: Decision): Refusal | undefined {
  const { agentId } = command;
  const { desk } = decision;
  const agent = desk.agents.get(agentId) ?? desk.retiredAgents.get(agentId);
  if (agent === undefined) return { code: 'agent-unknown', agentId };
  return command.type === 'rehome-bonds'
    ? rehomeAll(command, decision, agent)
    : restore(decision, agentId);
}

/** Why somebody cannot be named to have an agent's bonds, or undefined. */
export function heirRefusal(
  { agentId, toAgentId }: { readonly agentId: AgentId; readonly toAgentId?: AgentId | undefined },
  { desk }: Decision,
): Refusal | undefined {
  if (toAgentId === undefined) return undefined;
  if (toAgentId === agentId) {
    return { code: 'field-invalid', field: 'toAgentId', expected: 'somebody else' };
  }
  return desk.agents.has(toAgentId) ? undefined : { code: 'agent-unknown', agentId: toAgentId };
}

function rehomeAll(
  { agentId, toAgentId }: RehomeBonds,
  decision: Decision,
  agent: AgentRecord,
): Refusal | undefined {
  const refusal = heirRefusal({ agentId, toAgentId }, decision);
  if (refusal !== undefined) return refusal;
  const owned = ownedBy(decision, (owner) => owner === agent);
  const heir = toAgentId === undefined ? undefined : decision.desk.agents.get(toAgentId);
  const orphanedCount = owned.filter((each) => heirOf(each, agent, heir) === undefined).length;
  if (orphanedCount > 0) return { code: 'bonds-orphaned', agentId, orphanedCount };
  move(decision, agent, { owned, heir });
  return undefined;
}

/** Gives the bonds of somebody who has left to whoever is to have them; what nobody can have stays as it is. */
export function rehomeOf(
  decision: Decision,
  agent: AgentRecord,
  toAgentId: AgentId | undefined,
): void {
  const heir = toAgentId === undefined ? undefined : decision.desk.agents.get(toAgentId);
  const all = ownedBy(decision, (owner) => owner === agent);
  const owned = all.filter((each) => heirOf(each, agent, heir) !== undefined);
  if (owned.length > 0) move(decision, agent, { owned, heir });
}

/** So many customers and accounts. */
export interface BondCount {
  readonly customerCount: number;
  readonly accountCount: number;
}

/**
 * Who would look after the customers and accounts of an agent were he to leave now, and after how many; under
 * `undefined`, those who would have nobody. Cost: O(customers).
 */
export function heirsOf(
  desk: Desk,
  { agent, heir, at }: { agent: AgentRecord; heir?: AgentRecord | undefined; at: Instant },
): ReadonlyMap<AgentRecord | undefined, BondCount> {
  return countBy(
    ownedBy({ desk, at }, (owner) => owner === agent),
    (each) => heirOf(each, agent, heir),
  );
}

/** Agents who have left, and how many customers and accounts are theirs still, as nobody could have them. Cost: O(customers). */
export function leaversWithBonds(desk: Desk, at: Instant): ReadonlyMap<AgentRecord, BondCount> {
  if (desk.retiredAgents.size === 0) return new Map();
  return countBy(ownedBy({ desk, at }, isGone), ({ owner }) => owner);
}

function isGone({ isRetired }: AgentRecord): boolean {
  return isRetired;
}

/** Whoever has several bonds with the same one counts once. */
function countBy<Key>(
  owned: readonly Owned[],
  keyOf: (each: Owned) => Key,
): ReadonlyMap<Key, BondCount> {
  const subjects = new Map<Key, Set<Owned['of']>>();
  for (const each of owned) {
    const key = keyOf(each);
    const of = subjects.get(key) ?? new Set();
    subjects.set(key, of.add(each.of));
  }
  return new Map(
    [...subjects].map(([key, of]) => {
      const accountCount = [...of].filter((each) => 'declarations' in each).length;
      return [key, { customerCount: of.size - accountCount, accountCount }];
    }),
  );
}

/** A declared bond, and whose it is. */
interface Owned {
  readonly of: CustomerRecord | AccountRecord;
  readonly owner: AgentRecord;
  readonly declaration: Declaration;
}

/**
 * Every bond that counts still and of which one of them is the owner. Cost: O(customers), which a leaver is worth,
 * and the room that tells of leavers.
 */
function ownedBy(
  { desk, at }: Pick<Decision, 'desk' | 'at'>,
  isOwner: (agent: AgentRecord) => boolean,
): readonly Owned[] {
  const owned: Owned[] = [];
  const add = (of: Owned['of'], declarations: readonly Declaration[]): void => {
    for (const declaration of declarations) {
      const { owner, untilAt = Infinity } = declaration;
      if (owner !== undefined && isOwner(owner) && untilAt > at) {
        owned.push({ of, owner, declaration });
      }
    }
  };
  for (const customer of desk.customers.values()) add(customer, declarationsOf(desk, customer));
  for (const account of desk.accounts.values()) add(account, account.declarations);
  // By id, because who became known first must not matter.
  return owned.sort((a, b) => (a.of.id === b.of.id ? 0 : a.of.id < b.of.id ? -1 : 1));
}

function declarationsOf(desk: Desk, { bond = [], terms }: CustomerRecord): readonly Declaration[] {
  const beside = terms?.declarations ?? [];
  if (bond.length === 0) return beside;
  const all = listKnown(desk, bond);
  const owner = all.find(({ standing }) => standing === 'owner')?.agent;
  if (owner === undefined) return beside;
  const deputies = all.filter(({ standing }) => standing === 'deputy').map(({ agent }) => agent);
  const lasting = { owner, deputies, topic: undefined, channel: undefined, untilAt: undefined };
  return [lasting, ...beside];
}

function heirOf(
  { declaration: { deputies } }: Pick<Owned, 'declaration'>,
  leaver: AgentRecord,
  named: AgentRecord | undefined,
): AgentRecord | undefined {
  return deputies.find((deputy) => deputy !== leaver && !deputy.isRetired) ?? named;
}

function move(
  decision: Decision,
  agent: AgentRecord,
  { owned, heir }: { readonly owned: readonly Owned[]; readonly heir: AgentRecord | undefined },
): void {
  const moved = owned.flatMap(({ of, declaration }): readonly MovedBond[] => {
    const newOwner = heirOf({ declaration }, agent, heir);
    if (newOwner === undefined) return [];
    const { deputies } = declaration;
    const deputyIds = deputies.map(({ id }) => id);
    return [{ ...subjectOf(of), ...scopeOf(declaration), deputyIds, newOwnerId: newOwner.id }];
  });
  const given = heir === undefined ? {} : { toAgentId: heir.id };
  emit(decision, { type: 'bonds-rehomed', v: 1, agentId: agent.id, ...given, moved });
  for (const each of moved) {
    redeclare(decision, each, { ownerId: each.newOwnerId, deputyIds: deputiesAfter(each) });
  }
  renewReservations(decision, decision.desk.work.values());
}

/** Whoever owns it now is its deputy no more. */
function deputiesAfter({ deputyIds, newOwnerId }: MovedBond): readonly AgentId[] {
  return deputyIds.filter((id) => id !== newOwnerId);
}

function restore(decision: Decision, agentId: AgentId): Refusal | undefined {
  const { desk, at } = decision;
  const rehoming = desk.rehomings.get(agentId);
  if (rehoming === undefined || at - rehoming.at > REHOMING_UNDO_MS) {
    return { code: 'nothing-rehomed', agentId };
  }
  const untouched = rehoming.moved.filter((each) => standsAsMoved(decision, each));
  emit(decision, { type: 'bonds-restored', v: 1, agentId });
  for (const each of untouched) {
    redeclare(decision, each, { ownerId: agentId, deputyIds: each.deputyIds });
  }
  renewReservations(decision, desk.work.values());
  return undefined;
}

/** Whether nobody has changed a bond since it got another owner. */
function standsAsMoved({ desk, at }: Decision, moved: MovedBond): boolean {
  const { customerId, accountId, topic, channel, untilAt, newOwnerId } = moved;
  const customer = customerId === undefined ? undefined : desk.customers.get(customerId);
  const account = accountId === undefined ? undefined : desk.accounts.get(accountId);
  const declarations =
    customer === undefined ? (account?.declarations ?? []) : declarationsOf(desk, customer);
  if ((untilAt ?? Infinity) <= at) return false;
  const expected = [newOwnerId, ...deputiesAfter(moved)].join(' ');
  return declarations.some(
    (each) =>
      each.topic === topic &&
      each.channel === channel &&
      each.untilAt === untilAt &&
      [each.owner, ...each.deputies].map((agent) => agent?.id).join(' ') === expected,
  );
}

interface People {
  readonly ownerId: AgentId;
  readonly deputyIds: readonly AgentId[];
}

/** Declares a bond of the same scope; what holds for a while beside what holds for good goes on doing so. */
function redeclare(decision: Decision, bond: MovedBond, people: People): void {
  const passing = bond.untilAt === undefined ? passingBeside(decision, bond) : undefined;
  declare(decision, bond, people);
  if (passing === undefined) return;
  const deputyIds = passing.deputies.map(({ id }) => id);
  const owner = passing.owner === undefined ? {} : { ownerId: passing.owner.id };
  declare(decision, { ...bond, ...scopeOf(passing) }, { ...owner, deputyIds });
}

function passingBeside({ desk, at }: Decision, bond: MovedBond): Declaration | undefined {
  const { customerId, accountId, topic, channel } = bond;
  const beside =
    customerId === undefined
      ? accountId && desk.accounts.get(accountId)?.declarations
      : desk.customers.get(customerId)?.terms?.declarations;
  return (beside || []).find(
    (each) =>
      each.topic === topic &&
      each.channel === channel &&
      each.untilAt !== undefined &&
      each.untilAt > at,
  );
}

function declare(
  decision: Decision,
  { customerId, accountId, topic, channel, untilAt }: MovedBond,
  people: Partial<Pick<People, 'ownerId'>> & Pick<People, 'deputyIds'>,
): void {
  const bonding = {
    ...(topic !== undefined && { topic }),
    ...(channel !== undefined && { channel }),
    ...people,
    ...(untilAt !== undefined && { untilAt }),
  };
  if (customerId !== undefined) {
    emit(decision, { type: 'bond-changed', v: 1, customerId, ...bonding });
  } else if (accountId !== undefined) {
    emit(decision, { type: 'account-bond-changed', v: 1, accountId, ...bonding });
  }
}

function subjectOf(of: Owned['of']): Pick<MovedBond, 'customerId' | 'accountId'> {
  return 'declarations' in of ? { accountId: of.id } : { customerId: of.id };
}

function scopeOf({ topic, channel, untilAt }: Declaration) {
  return {
    ...(topic !== undefined && { topic }),
    ...(channel !== undefined && { channel }),
    ...(untilAt !== undefined && { untilAt }),
  };
}
