import type { AgentId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { Instant } from '../time.ts';
import type { WorkOffered } from '../work/placement-messages.ts';
import {
  bestFirst,
  classOf,
  isAble,
  isLive,
  isRefused,
  loadOf,
  obstacle,
  teamOf,
} from './oracle-choice.ts';
import { arrivalMsOf, known, openItem, servedMs } from './oracle-model.ts';
import type { Model, ModelAgent, ModelItem } from './oracle-records.ts';
import { windDownAt } from './oracle-roster.ts';
import { targetOf } from './oracle-transfers.ts';

/** What somebody carries, whatever it weighs. */
function carriedBy({ places }: Model, id: AgentId): readonly ModelItem[] {
  const carried = [...places.active, ...places['on-hold'], ...places['wrap-up']];
  return carried.filter(({ agentId }) => agentId === id);
}

/** Whether nothing keeps him from an item but work that is not live, and he may be interrupted in that. */
function couldInterrupt(
  model: Model,
  { item, agent, at }: { item: ModelItem; agent: ModelAgent; at: Instant },
): boolean {
  if (!isLive(item) || !agent.isInterruptible || !isAble(item, agent)) return false;
  if (carriedBy(model, agent.id).some(isLive)) return false;
  const weight = agent.capacity.weights[item.channel] ?? Infinity;
  if (loadOf(model, agent) + weight <= agent.capacity.units) return false;
  // With empty hands he would have room, so that all else is looked at alone.
  const idle = { ...agent, capacity: { ...agent.capacity, units: Infinity } };
  if (windDownAt(model, agent, at) !== undefined) return false;
  return obstacle(model, { item, agent: idle, at }) === undefined;
}

/** Live, near its promise or past it, and kept for nobody. */
function isPressing({ places }: Model, item: ModelItem): boolean {
  const isNear = item.rungs.has('approaching') || item.rungs.has('exceeded');
  return isLive(item) && isNear && places.waiting.has(item) && item.reservation === undefined;
}

/** Somebody is interrupted for what presses, where nobody is free for it: the rule’s own item or agent, by who was freed. */
export function interruptingFaults(
  { agentId, reason }: WorkOffered,
  item: ModelItem,
  { model, at, isFed }: { model: Model; at: Instant; isFed: boolean },
): readonly string[] {
  const what = `${agentId} was interrupted for ${item.id}`;
  const agent = known(model.agents.get(agentId), agentId);
  const wrong: string[] = [];
  if (!isPressing(model, item)) wrong.push(`${what}, which does not press`);
  if (!couldInterrupt(model, { item, agent, at })) wrong.push(`${what}, which he may not be`);
  const isAnybodyFree = [...model.agents.values()].some(
    (each) => obstacle(model, { item, agent: each, at }) === undefined,
  );
  if (isAnybodyFree) wrong.push(`${what}, but somebody is free`);
  const isBest = agentFor(model, item, at) === agentId;
  if (!isBest && !(isFed && itemFor(model, agent, at) === item)) {
    wrong.push(`${what}, but the rule chooses another`);
  }
  const standing = teamOf(model, item).find((each) => each.agentId === agentId)?.standing;
  const told = 'standing' in reason ? reason.standing : undefined;
  if (told !== standing) wrong.push(`${what} as ${told} instead of ${standing}`);
  return wrong;
}

/** Whoever is fed something that can wait is wanted for nothing that presses, where nobody is free for that. */
export function wantedElsewhereFaults(
  { agentId, reason }: WorkOffered,
  item: ModelItem,
  { model, at }: { model: Model; at: Instant },
): readonly string[] {
  if (reason.code !== 'most-urgent' || isLive(item)) return [];
  const agent = known(model.agents.get(agentId), agentId);
  const pressing = itemFor(model, agent, at);
  if (pressing === undefined) return [];
  const isAnybodyFree = [...model.agents.values()].some(
    (each) => obstacle(model, { item: pressing, agent: each, at }) === undefined,
  );
  return isAnybodyFree ? [] : [`${agent.id} was fed ${item.id} although ${pressing.id} presses`];
}

/** No pressing item waits where somebody could be interrupted for it. */
export function pressingFaults(model: Model, at: Instant): readonly string[] {
  return [...model.places.waiting]
    .filter((item) => isPressing(model, item))
    .flatMap((item) =>
      [...model.agents.values()]
        .filter((agent) => couldInterrupt(model, { item, agent, at }))
        .map((agent) => `${item.id} presses although ${agent.id} could be interrupted`),
    );
}

/** What is put aside is put aside for what he took beyond his room, and for as long as he has that. */
export function asideFaults(model: Model, event: DeskEvent): readonly string[] {
  if (event.type !== 'work-interrupted' && event.type !== 'interruption-ended') return [];
  const item = openItem(model, event.workId);
  const agent = known(model.agents.get(event.agentId), event.agentId);
  const what = `${event.type} of ${event.workId}`;
  if (item === undefined || isLive(item)) return [`${what}, which is live or closed`];
  const isRight =
    event.type === 'interruption-ended'
      ? isOver(model, item)
      : agent.isInterruptible && isBegun(model, item, event);
  return isRight ? [] : [`${what}, which is wrong`];
}

function isOver(model: Model, { agentId, asideForId }: ModelItem): boolean {
  if (agentId === undefined || asideForId === undefined) return false;
  return !carriedBy(model, agentId).some(({ id }) => id === asideForId);
}

function isBegun(
  model: Model,
  { asideForId }: ModelItem,
  { agentId, byWorkId }: Extract<DeskEvent, { type: 'work-interrupted' }>,
): boolean {
  const by = carriedBy(model, agentId).find(({ id }) => id === byWorkId);
  return asideForId === undefined && by?.isInterrupting === true && isLive(by);
}

/** At the end of a command whoever took something beyond his room has put the rest aside, and only for what he has. */
export function aboveFaults(model: Model, at: Instant): readonly string[] {
  return [...model.agents.keys()].flatMap((id) => {
    const carried = carriedBy(model, id);
    const by = carried.find(({ isInterrupting, takenAt }) => isInterrupting && takenAt === at);
    // What he has taken up since, in the same instant, has found room.
    const isRight = (item: ModelItem): boolean =>
      item.asideForId === undefined
        ? by === undefined || isLive(item) || item.takenAt === at
        : carried.some((each) => each.id === item.asideForId);
    return carried
      .filter((item) => !isRight(item))
      .map((item) => `${item.id} is put aside for ${item.asideForId}, and ${id} has ${by?.id}`);
  });
}

function agentFor(model: Model, item: ModelItem, at: Instant): AgentId | undefined {
  const able = [...model.agents.values()].filter((agent) =>
    couldInterrupt(model, { item, agent, at }),
  );
  return able.toSorted(bestFirst(model, item))[0]?.id;
}

function itemFor(model: Model, agent: ModelAgent, at: Instant): ModelItem | undefined {
  const urgencyOf = (item: ModelItem): number =>
    Math.min(
      (servedMs(model, item, at) - arrivalMsOf(model, item)) / targetOf(model, item),
      model.policy.urgencyCap,
    ) + item.priority;
  const pressing = [...model.places.waiting]
    .filter((item) => isPressing(model, item) && !isRefused(model, item, agent.id))
    .filter((item) => couldInterrupt(model, { item, agent, at }));
  const isAhead = (a: ModelItem, b: ModelItem): boolean =>
    (arrivalMsOf(model, a) - arrivalMsOf(model, b) || a.order - b.order) < 0;
  // The first of each class; of those who are equally urgent whoever came in first.
  const heads = pressing.filter((item) =>
    pressing.every((other) => classOf(other) !== classOf(item) || !isAhead(other, item)),
  );
  return heads.sort((a, b) => urgencyOf(b) - urgencyOf(a) || a.order - b.order)[0];
}
