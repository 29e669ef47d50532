import type { AgentId } from '../id.ts';
import type { Policy } from '../routing/policy.ts';
import type { Instant } from '../time.ts';
import type { OfferReason, Standing } from '../work/work-messages.ts';
import {
  arrivalMsOf,
  known,
  type Model,
  type ModelAgent,
  type ModelItem,
  openItems,
  servedMs,
} from './oracle-model.ts';

/** Somebody who knows an item's customer. */
export interface Acquaintance {
  readonly agentId: AgentId;
  readonly standing: Standing;
  readonly strength: number;
}

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
  return inability(model, { item, agent });
}

/** Says why `agent` could not take `item` if it were being offered to him; undefined when he could. */
export function inability(
  model: Model,
  { item, agent }: { item: ModelItem; agent: ModelAgent },
): string | undefined {
  if (agent.state !== 'ready') return `he is ${agent.state}`;
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
    .filter((item) => item.agentId === agent.id && !model.places.offered.has(item))
    .map((item) => agent.capacity.weights[item.channel] ?? 0)
    .reduce((sum, weight) => sum + weight, 0);
}

/** Who knows the customer of an item, in the order in which they are asked. */
function acquaintances(model: Model, item: ModelItem): readonly Acquaintance[] {
  const bond = item.customerId === undefined ? undefined : model.bonds.get(item.customerId);
  const all: Acquaintance[] = [];
  if (item.preferredId !== undefined) {
    all.push({ agentId: item.preferredId, standing: 'preferred', strength: 1 });
  }
  if (bond?.ownerId !== undefined) {
    all.push({ agentId: bond.ownerId, standing: 'owner', strength: 1 });
  }
  for (const agentId of bond?.deputyIds ?? []) {
    all.push({ agentId, standing: 'deputy', strength: 0.8 });
  }
  const strongestFirst = (bond?.earned ?? []).toReversed();
  strongestFirst.sort((a, b) => b.strength - a.strength);
  for (const { agentId, strength } of strongestFirst) {
    all.push({ agentId, standing: 'earned', strength });
  }
  const isFirst = ({ agentId }: Acquaintance, index: number): boolean =>
    all.findIndex((other) => other.agentId === agentId) === index;
  const isThere = (id: AgentId | undefined): boolean => id !== undefined && model.agents.has(id);
  return all
    .filter(isFirst)
    .filter(({ agentId }) => isThere(agentId))
    .slice(0, isThere(item.preferredId) ? 6 : 5);
}

/** Whom the rule gives an item that arrives or is released; undefined when nobody can take it. */
export function agentFor(model: Model, item: ModelItem, at: Instant): Choice | undefined {
  const able = [...model.agents.values()].filter(
    (agent) => obstacle(model, { item, agent, at }) === undefined,
  );
  const acquainted = acquaintances(model, item).find(({ agentId }) =>
    able.some((agent) => agent.id === agentId),
  );
  if (acquainted !== undefined) {
    const { agentId, standing } = acquainted;
    return { item, agentId, reason: { code: 'known-agent', standing } };
  }
  const proficiency = (agent: ModelAgent): number =>
    item.requirements.reduce((sum, { skill }) => sum + (agent.skills.get(skill) ?? 0), 0);
  able.sort(
    (a, b) =>
      (item.isProficiencyFirst ? proficiency(b) - proficiency(a) : 0) ||
      loadOf(model, a) - loadOf(model, b) ||
      a.lastAssignedAt - b.lastAssignedAt ||
      (a.id < b.id ? -1 : 1),
  );
  const [first] = able;
  return first && { item, agentId: first.id, reason: { code: 'best-suited' } };
}

/** What the rule gives an agent who became free or gained room; undefined when nothing waits for him. */
export function itemFor(
  model: Model,
  { agent, at, policy }: { agent: ModelAgent; at: Instant; policy: Policy },
): Choice | undefined {
  const candidates = [...model.places.waiting]
    .filter((item) => obstacle(model, { item, agent, at }) === undefined)
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
  const [first] = heads;
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
  const { targetMs } = known(model.promises.get(item.promiseId), item.promiseId);
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
  const { channel, isProficiencyFirst, promiseId, priority } = item;
  const asked = item.requirements.map(({ skill, minLevel }) => JSON.stringify([skill, minLevel]));
  return JSON.stringify([channel, isProficiencyFirst, promiseId, priority, asked.sort()]);
}
