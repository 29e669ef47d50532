import type { BondEvent, BondRefused } from '../bonds/bond-messages.ts';
import type { Channel } from '../channel.ts';
import type { AccountId, AgentId, CustomerId } from '../id.ts';
import type { Policy } from '../routing/policy.ts';
import type { Instant } from '../time.ts';
import type { Standing } from '../work/reasons.ts';

/** What somebody has earned, as strong as it was on a day. */
interface ModelEarned {
  readonly agentId: AgentId;
  readonly strength: number;
  readonly earnedAt: Instant;
}

/** A declared bond with all that it was declared with. */
export interface ModelDeclared {
  readonly of: CustomerId | AccountId;
  readonly topic: string | undefined;
  readonly channel: Channel | undefined;
  readonly untilAt: Instant | undefined;
  readonly ownerId: AgentId | undefined;
  readonly deputyIds: readonly AgentId[];
}

interface ModelWishes {
  readonly isNewPreferred: boolean;
  readonly refusals: readonly BondRefused[];
}

/** All that a history says of customers, each thing in the order in which it was said last. */
export interface ModelPeople {
  readonly declared: ModelDeclared[];
  readonly earned: Map<CustomerId, readonly ModelEarned[]>;
  readonly accounts: Map<CustomerId, AccountId>;
  readonly wishes: Map<CustomerId, ModelWishes>;
  readonly merges: { readonly customerId: CustomerId; readonly mergedId: CustomerId }[];
}

/** Whose bonds count for an item. */
interface Matter {
  readonly customerId: CustomerId | undefined;
  readonly topic: string | undefined;
  readonly channel: Channel;
  readonly receivedAt: Instant;
}

/** Somebody who knows an item's customer. */
export interface Acquaintance {
  readonly agentId: AgentId;
  readonly standing: Standing;
  readonly strength: number;
}

interface World {
  readonly people: ModelPeople;
  readonly policy: Policy;
  readonly agents: ReadonlyMap<AgentId, unknown>;
}

export function createPeople(): ModelPeople {
  return { declared: [], earned: new Map(), accounts: new Map(), wishes: new Map(), merges: [] };
}

/** Takes an event about bonds into the model. What was earned is checked by `earningFaults` before. */
export function applyBond({ people, policy }: World, event: BondEvent, at: Instant): void {
  switch (event.type) {
    case 'bond-changed':
      declare(people, { ...pickDeclared(event), of: event.customerId }, at);
      return;
    case 'account-bond-changed':
      declare(people, { ...pickDeclared(event), of: event.accountId }, at);
      return;
    case 'bond-earned':
      earn({ people, policy }, event, at);
      return;
    case 'customer-placed':
      if (event.accountId === undefined) people.accounts.delete(event.customerId);
      else people.accounts.set(event.customerId, event.accountId);
      return;
    case 'bond-wishes-set':
      people.wishes.set(event.customerId, event);
      return;
    case 'customers-merged':
      people.merges.push(event);
      return;
    case 'bonds-rehomed':
    case 'bonds-restored':
      return;
    default:
      people.merges.splice(
        people.merges.findIndex(({ mergedId }) => mergedId === event.mergedId),
        1,
      );
  }
}

function pickDeclared(
  event: Extract<BondEvent, { type: 'bond-changed' | 'account-bond-changed' }>,
): Omit<ModelDeclared, 'of'> {
  const { topic, channel, untilAt, ownerId, deputyIds } = event;
  return { topic, channel, untilAt, ownerId, deputyIds };
}

/** What is declared for good ends all of its scope; what is so for a while, that for a while. */
function declare({ declared }: ModelPeople, next: ModelDeclared, at: Instant): void {
  const ended = (each: ModelDeclared): boolean =>
    each.of === next.of &&
    ((each.untilAt !== undefined && each.untilAt <= at) ||
      (each.topic === next.topic &&
        each.channel === next.channel &&
        (next.untilAt === undefined || each.untilAt !== undefined)));
  const rest = declared.filter((each) => !ended(each));
  declared.splice(0, declared.length, ...rest, next);
}

function earn(
  { people, policy }: Pick<World, 'people' | 'policy'>,
  { customerId, agentId, strength }: Extract<BondEvent, { type: 'bond-earned' }>,
  at: Instant,
): void {
  const before = people.earned.get(customerId) ?? [];
  const others = before.filter((each) => each.agentId !== agentId);
  const index = others.findIndex((each) => leftOf(policy, each, at) <= strength);
  const place = index === -1 ? others.length : index;
  const earner = { agentId, strength, earnedAt: at };
  const all = [...others.slice(0, place), earner, ...others.slice(place)];
  // The sixth: the last of them but for the newcomer goes.
  const last = all.at(-1) === earner ? all.at(-2) : all.at(-1);
  people.earned.set(customerId, all.length > 5 ? all.filter((each) => each !== last) : all);
}

/** Half of it after each half-life, in thirty-two steps, by whole ten-thousandths. */
function leftOf(policy: Policy, { strength, earnedAt }: ModelEarned, at: Instant): number {
  const days = Math.floor(at / 86_400_000) - Math.floor(earnedAt / 86_400_000);
  if (days <= 0) return strength;
  const steps = Math.floor((days * 32) / policy.bondHalfLifeDays);
  const part = Math.round(2 ** 16 * 2 ** (-(steps % 32) / 32)) / 2 ** 16;
  const whole = Math.floor(Math.round(strength * 10_000) * part);
  return Math.floor(whole / 2 ** Math.floor(steps / 32)) / 10_000;
}

/** All the names under which a customer is kept: the one that counts first, then by merge. */
export function namesOf({ merges }: ModelPeople, id: CustomerId): readonly CustomerId[] {
  const parent = merges.find(({ mergedId }) => mergedId === id);
  if (parent !== undefined) return namesOf({ merges } as ModelPeople, parent.customerId);
  const below = (each: CustomerId): readonly CustomerId[] => [
    each,
    ...merges.filter(({ customerId }) => customerId === each).flatMap((m) => below(m.mergedId)),
  ];
  return below(id);
}

/** Who is never asked for a customer. */
export function refusedIds(people: ModelPeople, id: CustomerId | undefined): readonly AgentId[] {
  if (id === undefined) return [];
  const all = namesOf(people, id).flatMap((each) => people.wishes.get(each)?.refusals ?? []);
  return [...new Set(all.map(({ agentId }) => agentId))];
}

/** Whether a customer wants somebody new. */
export function wantsNew(people: ModelPeople, id: CustomerId | undefined): boolean {
  if (id === undefined) return false;
  return namesOf(people, id).some((each) => people.wishes.get(each)?.isNewPreferred === true);
}

/** Who knows the customer of an item by a bond, in the order in which they are asked, wished for or not. */
export function bonded({ people, policy, agents }: World, matter: Matter): readonly Acquaintance[] {
  const { customerId, receivedAt } = matter;
  if (customerId === undefined) return [];
  const names = namesOf(people, customerId);
  const applying = people.declared.filter((each) => applies(each, matter));
  const own = names.flatMap((name) => applying.filter(({ of }) => of === name));
  const accountId = names.map((name) => people.accounts.get(name)).find((id) => id !== undefined);
  const isGeneral = ({ topic, channel }: ModelDeclared): boolean =>
    topic === undefined && channel === undefined;
  const scoped = byRank(own.filter((each) => !isGeneral(each)));
  const general = names.flatMap((name) =>
    byRank(own.filter((each) => isGeneral(each) && each.of === name)),
  );
  const earned = names
    .flatMap((name) => people.earned.get(name) ?? [])
    .map((each) => ({ agentId: each.agentId, left: leftOf(policy, each, receivedAt) }))
    .filter(({ left }) => left >= policy.bondStrengthMin);
  if (names.length > 1) earned.sort((a, b) => b.left - a.left);
  const all = [
    ...scoped.flatMap((each) => told(each, ['topic-owner', 1], ['topic-deputy', 0.8])),
    ...generalTold(general, agents),
    ...earned.map(({ agentId, left }): Acquaintance => ({
      agentId,
      standing: 'earned',
      strength: left,
    })),
    ...byRank(applying.filter(({ of }) => of === accountId)).flatMap((each) =>
      told(each, ['account-owner', 0.7], ['account-deputy', 0.5]),
    ),
  ];
  return all
    .filter(({ agentId }) => agents.has(agentId))
    .filter((each, index, there) => index === there.findIndex((b) => b.agentId === each.agentId))
    .slice(0, 5);
}

/** Of one person there is one owner, whoever is named first; the others stand in. */
function generalTold(
  general: readonly ModelDeclared[],
  agents: World['agents'],
): readonly Acquaintance[] {
  const first = general.find(({ ownerId }) => ownerId !== undefined && agents.has(ownerId));
  return general.flatMap((each) =>
    told(each, each === first ? ['owner', 1] : ['deputy', 0.8], ['deputy', 0.8]),
  );
}

function applies(each: ModelDeclared, { topic, channel, receivedAt }: Matter): boolean {
  if (each.topic !== undefined && each.topic !== topic) return false;
  if (each.channel !== undefined && each.channel !== channel) return false;
  return each.untilAt === undefined || receivedAt < each.untilAt;
}

/** The narrower first; of the same scope, what ends. */
function byRank(declared: readonly ModelDeclared[]): readonly ModelDeclared[] {
  const rank = ({ topic, channel, untilAt }: ModelDeclared): number =>
    (topic === undefined ? 0 : 4) + (channel === undefined ? 0 : 2) + (untilAt ? 1 : 0);
  return declared.toSorted((a, b) => rank(b) - rank(a));
}

function told(
  { ownerId, deputyIds }: ModelDeclared,
  [owner, ownerStrength]: readonly [Standing, number],
  [deputy, deputyStrength]: readonly [Standing, number],
): readonly Acquaintance[] {
  const deputies = deputyIds.map((agentId) => ({
    agentId,
    standing: deputy,
    strength: deputyStrength,
  }));
  if (ownerId === undefined) return deputies;
  return [{ agentId: ownerId, standing: owner, strength: ownerStrength }, ...deputies];
}

/** A fifth of the way towards 1 from what is left, or a twentieth for whoever covers for an owner. */
export function earningFaults(
  world: World,
  { agentId, strength, customerId }: Extract<BondEvent, { type: 'bond-earned' }>,
  { matter, at }: { readonly matter: Matter | undefined; readonly at: Instant },
): readonly string[] {
  const { people, policy } = world;
  if (matter?.customerId !== customerId) return [`${agentId} earned of ${customerId} for nothing`];
  const before = namesOf(people, customerId)
    .flatMap((name) => people.earned.get(name) ?? [])
    .filter((each) => each.agentId === agentId)
    .map((each) => leftOf(policy, each, at));
  const from = Math.max(0, ...before);
  const team = wantsNew(people, customerId) ? [] : bonded(world, matter);
  const isCovering = team.some(
    (each) => ['owner', 'topic-owner'].includes(each.standing) && each.agentId !== agentId,
  );
  const expected = Math.round((from + (isCovering ? 0.05 : 0.2) * (1 - from)) * 10_000) / 10_000;
  if (strength === expected) return [];
  return [`${agentId} earned ${strength} of ${customerId} instead of ${expected}`];
}
