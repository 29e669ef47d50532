import type { AgentId } from '../id.ts';
import type { Policy } from '../routing/policy.ts';
import type { WindDownReason } from '../roster/roster-messages.ts';
import type { Instant } from '../time.ts';
import type { OfferReason, PassedOver } from '../work/reasons.ts';
import { type Acquaintance, bonded, refusedIds, wantsNew } from './oracle-bonds.ts';
import { arrivalMsOf, known, openItems, servedMs } from './oracle-model.ts';
import { withHandler } from './oracle-matters.ts';
import type { Model, ModelAgent, ModelItem } from './oracle-records.ts';
import { targetOf } from './oracle-transfers.ts';
import { nextDuty, windDownAt, windDownEnd, withDeputy } from './oracle-roster.ts';

/** Who is offered what, and why. */
export interface Choice {
  readonly item: ModelItem;
  readonly agentId: AgentId;
  readonly reason: OfferReason;
}

/** Says why `agent` cannot be offered `item` at that moment; undefined when he can. */
export function obstacle(
  model: Model,
  { item, agent, at }: { item: ModelItem; agent: ModelAgent; at: Instant },
): string | undefined {
  if (agent.busyIntervals.some(({ fromAt, untilAt }) => fromAt <= at && at < untilAt)) {
    return 'he is busy';
  }
  if ([...model.places.offered].some(({ agentId }) => agentId === agent.id)) {
    return 'he has an open offer';
  }
  if (item.exclusions.has(agent.id)) return 'he is passed over for now';
  if (isLive(item) && windDownAt(model, agent, at) !== undefined) return 'he winds down';
  if (isRefused(model, item, agent.id)) return 'he is never asked for this customer';
  return inability(model, { item, agent });
}

/** Says why `agent` could not take `item` if it were being offered to him; undefined when he could. */
export function inability(
  model: Model,
  { item, agent }: { item: ModelItem; agent: ModelAgent },
): string | undefined {
  if (agent.state !== 'ready') return `he is ${agent.state}`;
  if (agent.isUnreachable) return 'he cannot be reached';
  for (const { skill, minLevel } of item.requirements) {
    const level = agent.skills.get(skill) ?? 0;
    if (level < minLevel) return `he has ${skill} at ${level} and it asks for ${minLevel}`;
  }
  const weight = agent.capacity.weights[item.channel];
  if (weight === undefined) return `he does not serve ${item.channel}`;
  const load = loadOf(model, agent);
  if (load + weight <= agent.capacity.units) return undefined;
  return `he carries ${load} of ${agent.capacity.units} and it weighs ${weight}`;
}

/** What an agent carries, in units. */
export function loadOf(model: Model, agent: ModelAgent): number {
  return openItems(model)
    .filter((item) => item.agentId === agent.id && !weighsNothing(model, item))
    .map((item) => agent.capacity.weights[item.channel] ?? 0)
    .reduce((sum, weight) => sum + weight, 0);
}

function weighsNothing({ places: { offered, deferred } }: Model, item: ModelItem): boolean {
  return item.isSilent || offered.has(item) || deferred.has(item);
}

/** Whether he and the customer are kept apart. */
export function isRefused({ people }: Model, { customerId }: ModelItem, agentId: AgentId): boolean {
  return refusedIds(people, customerId).includes(agentId);
}

/** Who is asked first, in the order in which they are: none who was twice and did not take it. */
export function acquaintances(model: Model, item: ModelItem): readonly Acquaintance[] {
  return everybodyKnown(model, item).filter(({ agentId }) => !wasAskedEnough(model, item, agentId));
}

function wasAskedEnough({ policy }: Model, { missedBy }: ModelItem, agentId: AgentId): boolean {
  return missedBy.filter((id) => id === agentId).length >= policy.knownRingsMax;
}

/** Who knows the customer of an item, in their order: where he waits for one of them, that one alone. */
function everybodyKnown(model: Model, item: ModelItem): readonly Acquaintance[] {
  const team = teamOf(model, item);
  const { isChosen = false, agentIds = [] } = item.reservation ?? {};
  return isChosen ? team.filter(({ agentId }) => agentIds.includes(agentId)) : team;
}

/** All who know the customer, whomever he waits for. */
export function teamOf(model: Model, item: ModelItem): readonly Acquaintance[] {
  const { preferredId } = item;
  const team = wantsNew(model.people, item.customerId) ? [] : bonded(model, item);
  const isNamed = preferredId !== undefined && model.agents.has(preferredId);
  const named: readonly Acquaintance[] = isNamed
    ? [{ agentId: preferredId, standing: 'preferred', strength: 1 }]
    : [];
  return withDeputy(model, withHandler(model, item, { named, team }));
}

/** What is reserved is for those who know the customer alone. */
export function isOpenTo(model: Model, item: ModelItem, agentId: AgentId): boolean {
  if (item.reservation === undefined) return true;
  return acquaintances(model, item).some((each) => each.agentId === agentId);
}

/** Whom the rule gives an item that arrives or is released; undefined when nobody can take it. */
export function agentFor(model: Model, item: ModelItem, at: Instant): Choice | undefined {
  const able = [...model.agents.values()].filter(
    (agent) =>
      obstacle(model, { item, agent, at }) === undefined && isOpenTo(model, item, agent.id),
  );
  const acquainted = acquaintances(model, item).find(({ agentId }) =>
    able.some((agent) => agent.id === agentId),
  );
  if (acquainted !== undefined) {
    const { agentId, standing } = acquainted;
    return { item, agentId, reason: { code: 'known-agent', standing } };
  }
  const team = wantsNew(model.people, item.customerId) ? bonded(model, item) : [];
  const isStranger = ({ id }: ModelAgent): number =>
    team.some(({ agentId }) => agentId === id) ? 0 : 1;
  able.sort((a, b) => isStranger(b) - isStranger(a) || bestFirst(model, item)(a, b));
  const [first] = able;
  return first && { item, agentId: first.id, reason: { code: 'best-suited' } };
}

/** The order in which those are asked who are able. */
export function bestFirst(model: Model, item: ModelItem): (a: ModelAgent, b: ModelAgent) => number {
  const proficiency = (agent: ModelAgent): number =>
    item.requirements.reduce((sum, { skill }) => sum + (agent.skills.get(skill) ?? 0), 0);
  return (a, b) =>
    (item.isProficiencyFirst ? proficiency(b) - proficiency(a) : 0) ||
    loadOf(model, a) - loadOf(model, b) ||
    (item.isProficiencyFirst ? 0 : spared(model, a) - spared(model, b)) ||
    a.lastAssignedAt - b.lastAssignedAt ||
    (a.id < b.id ? -1 : 1);
}

/** Whoever has a skill that at most one in ten has, or one alone, is spared where others can help. */
function spared({ agents }: Model, { skills }: ModelAgent): number {
  const all = [...agents.values()];
  const few = Math.max(1, Math.floor(all.length / 10));
  const isScarce = (skill: string): boolean =>
    all.filter((each) => each.skills.has(skill)).length <= few;
  return [...skills.keys()].some(isScarce) ? 1 : 0;
}

/** What the rule gives an agent who became free or gained room; undefined when nothing waits for him. */
export function itemFor(
  model: Model,
  { agent, at, policy }: { agent: ModelAgent; at: Instant; policy: Policy },
): Choice | undefined {
  const candidates = [...model.places.waiting]
    .filter((item) => obstacle(model, { item, agent, at }) === undefined)
    .filter((item) => isOpenTo(model, item, agent.id))
    .map((item) => rate(model, { item, agent, at, policy }));
  const heads = candidates.filter((candidate) =>
    candidates.every(
      (other) => other.className !== candidate.className || !isAhead(other, candidate),
    ),
  );
  heads.sort(
    (a, b) =>
      b.score - a.score || Number(b.isLive) - Number(a.isLive) || a.item.order - b.item.order,
  );
  // No credit of priority holds back what is late by half its promise.
  const isAnyLate = heads.some(({ item, urgency }) => item.priority <= 0 && urgency >= 1.5);
  const [first] = heads.filter(
    ({ item, urgency }) => !isAnyLate || item.priority <= 0 || urgency >= 1,
  );
  return first && { item: first.item, agentId: agent.id, reason: reasonOf(first) };
}

interface Rated {
  readonly item: ModelItem;
  readonly acquaintance: Acquaintance | undefined;
  readonly className: string;
  readonly isLive: boolean;
  /** Service time of the arrival, less what the bond is worth. */
  readonly countsFromMs: number;
  readonly urgency: number;
  readonly score: number;
}

function rate(
  model: Model,
  { item, agent, at, policy }: { item: ModelItem; agent: ModelAgent; at: Instant; policy: Policy },
): Rated {
  const targetMs = targetOf(model, item);
  const acquaintance = acquaintances(model, item).find(({ agentId }) => agentId === agent.id);
  const bonus = policy.bondBonus * (acquaintance?.strength ?? 0);
  const arrivalMs = arrivalMsOf(model, item);
  const urgency = (servedMs(model, item, at) - arrivalMs) / targetMs;
  return {
    item,
    acquaintance,
    className: classOf(item),
    isLive: isLive(item),
    countsFromMs: arrivalMs - bonus * targetMs,
    urgency,
    score: Math.min(urgency, policy.urgencyCap) + bonus + item.priority,
  };
}

/** Within a class urgency is not capped: whoever counts from earlier comes first, and of two, who is known. */
function isAhead(a: Rated, b: Rated): boolean {
  if (a.countsFromMs !== b.countsFromMs) return a.countsFromMs < b.countsFromMs;
  const [isKnown, isOtherKnown] = [a.acquaintance !== undefined, b.acquaintance !== undefined];
  return isKnown === isOtherKnown ? a.item.order < b.item.order : isKnown;
}

function reasonOf({ urgency, acquaintance }: Rated): OfferReason {
  const urgencyRatio = Math.round(urgency * 1000) / 1000;
  const reason = { code: 'most-urgent' as const, urgencyRatio };
  return acquaintance === undefined ? reason : { ...reason, standing: acquaintance.standing };
}

/** Whether the customer is there and waits. */
export function isLive({ channel }: ModelItem): boolean {
  return ['phone', 'video', 'chat', 'walk-up'].includes(channel);
}

/** What makes two items equal but for their arrival. */
export function classOf(item: ModelItem): string {
  const { channel, isProficiencyFirst, promiseId, promisedMs, priority } = item;
  const asked = item.requirements.map(({ skill, minLevel }) => JSON.stringify([skill, minLevel]));
  return JSON.stringify([
    channel,
    isProficiencyFirst,
    promiseId,
    promisedMs,
    priority,
    asked.sort(),
  ]);
}

/** Who knows the customer and comes before `askedId`, and why each cannot be asked now. */
export function expectedPassedOver(
  model: Model,
  { item, askedId, at }: { item: ModelItem; askedId: AgentId | undefined; at: Instant },
): readonly PassedOver[] {
  const all = everybodyKnown(model, item);
  const askedIndex = all.findIndex(
    ({ agentId }) => agentId === askedId && !wasAskedEnough(model, item, agentId),
  );
  return all.slice(0, askedIndex === -1 ? all.length : askedIndex).flatMap((acquaintance) => {
    const { agentId, standing } = acquaintance;
    const agent = known(model.agents.get(agentId), agentId);
    const why = REASONS.find(({ holds }) => holds({ model, item, agent, at }));
    if (why === undefined) return [];
    const untilAt = why.untilAt?.({ model, item, agent, at });
    return { agentId, standing, obstacle: why.obstacle, ...(untilAt !== undefined && { untilAt }) };
  });
}

interface Case {
  readonly model: Model;
  readonly item: ModelItem;
  readonly agent: ModelAgent;
  readonly at: Instant;
}

/** In the order in which they are told. */
const REASONS: readonly {
  readonly obstacle: PassedOver['obstacle'];
  readonly holds: (each: Case) => boolean;
  readonly untilAt?: (each: Case) => Instant | undefined;
}[] = [
  { obstacle: 'lacks-skill', holds: ({ item, agent }) => !isAble(item, agent) },
  { obstacle: 'refused', holds: ({ model, item, agent }) => isRefused(model, item, agent.id) },
  {
    obstacle: 'asked-enough',
    holds: ({ model, item, agent }) => wasAskedEnough(model, item, agent.id),
  },
  {
    obstacle: 'excluded',
    holds: ({ item, agent }) => item.exclusions.has(agent.id),
    untilAt: ({ item, agent }) => item.exclusions.get(agent.id),
  },
  {
    obstacle: 'absent',
    holds: ({ agent }) => agent.absence !== undefined,
    untilAt: ({ agent }) => agent.absence?.untilAt,
  },
  {
    obstacle: 'signed-out',
    holds: ({ agent }) => agent.state === 'signed-out',
    untilAt: ({ agent, at }) => nextDuty(agent, at),
  },
  { obstacle: 'not-ready', holds: ({ agent }) => agent.state === 'not-ready' },
  { obstacle: 'unreachable', holds: ({ agent }) => agent.isUnreachable },
  {
    obstacle: 'busy',
    holds: ({ agent, at }) => isBusyAt(agent, at),
    untilAt: ({ agent, at }) => {
      const ends = agent.busyIntervals.map(({ untilAt }) => untilAt).filter((end) => end > at);
      return ends.toSorted((a, b) => a - b).find((end) => !isBusyAt(agent, end));
    },
  },
  {
    obstacle: 'full',
    holds: ({ model, item, agent }) =>
      loadOf(model, agent) + (agent.capacity.weights[item.channel] ?? 0) > agent.capacity.units,
  },
  {
    obstacle: 'being-offered',
    holds: ({ model, agent }) =>
      [...model.places.offered].some(({ agentId }) => agentId === agent.id),
  },
  {
    obstacle: 'break-near',
    holds: (each) => isWindingDownFor(each, 'break'),
    untilAt: ({ model, agent, at }) => windDownEnd(model, agent, at),
  },
  {
    obstacle: 'shift-ends',
    holds: (each) => isWindingDownFor(each, 'end-of-shift'),
    untilAt: ({ model, agent, at }) => windDownAt(model, agent, at)?.startsAt,
  },
  {
    obstacle: 'callback-near',
    holds: (each) => isWindingDownFor(each, 'callback'),
    untilAt: ({ model, agent, at }) => windDownAt(model, agent, at)?.startsAt,
  },
];

function isWindingDownFor({ model, item, agent, at }: Case, reason: WindDownReason): boolean {
  return isLive(item) && windDownAt(model, agent, at)?.reason === reason;
}

export function isBusyAt({ busyIntervals }: ModelAgent, at: Instant): boolean {
  return busyIntervals.some(({ fromAt, untilAt }) => fromAt <= at && at < untilAt);
}

/** Whether he has what an item asks for, on duty or not. */
export function isAble(item: ModelItem, agent: ModelAgent): boolean {
  const weight = agent.capacity.weights[item.channel];
  return (
    weight !== undefined &&
    weight <= agent.capacity.units &&
    item.requirements.every(({ skill, minLevel }) => (agent.skills.get(skill) ?? 0) >= minLevel)
  );
}
