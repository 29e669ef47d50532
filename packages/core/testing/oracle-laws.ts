import type { DeskEvent } from '../messages.ts';
import type { Policy } from '../routing/policy.ts';
import type { Instant } from '../time.ts';
import type { AgentId } from '../id.ts';
import { inability, isOpenTo, loadOf, obstacle } from './oracle-choice.ts';
import { known, openItem } from './oracle-model.ts';
import { PLACES } from './oracle-moves.ts';
import type { Model, ModelAgent, ModelItem } from './oracle-records.ts';

export function termFaults(event: DeskEvent, at: Instant, policy: Policy): readonly string[] {
  if (!('excludedUntil' in event)) return [];
  const expected = at + policy.exclusionMs;
  return event.excludedUntil === expected
    ? []
    : [`${event.agentId} is passed over until ${event.excludedUntil} instead of ${expected}`];
}

/** Nothing is put off to the past, and what was put off comes back by itself at its moment, not before. */
export function deferralFaults(model: Model, event: DeskEvent, at: Instant): readonly string[] {
  if (event.type === 'work-deferred') {
    return event.untilAt > at ? [] : [`${event.workId} was put off to ${event.untilAt}`];
  }
  if (event.type !== 'deferral-ended') return [];
  const until = openItem(model, event.workId)?.deferredUntil;
  const isDue = until !== undefined && until <= at;
  return isDue ? [] : [`${event.workId} came back at ${at} instead of ${until}`];
}

export function blameFaults(event: DeskEvent, missed: ReadonlySet<AgentId>): readonly string[] {
  if (
    event.type !== 'agent-state-changed' ||
    !['ring-no-answer', 'outage'].includes(event.reason ?? '')
  ) {
    return [];
  }
  return missed.has(event.agentId) ? [] : [`${event.agentId} is blamed for no live offer`];
}

/** Capacity may shrink below what he carries, but he takes nothing up beyond it. */
export function loadFaults(model: Model, event: DeskEvent): readonly string[] {
  if (event.type !== 'offer-accepted' && event.type !== 'work-resumed') return [];
  // From hold he takes nothing up.
  const isTakenUp = openItem(model, event.workId)?.deferredUntil !== 0;
  if (event.type === 'work-resumed' && !isTakenUp) return [];
  const agent = known(model.agents.get(event.agentId), event.agentId);
  const load = loadOf(model, agent);
  const item = openItem(model, event.workId);
  if (item?.isInterrupting === true) {
    // He puts the rest aside, unless he has got room meanwhile.
    item.isInterrupting = load > agent.capacity.units;
    return [];
  }
  return load <= agent.capacity.units
    ? []
    : [`${agent.id} carries ${load} of ${agent.capacity.units} units`];
}

/** Whoever is signed out has nothing in work, and takes nothing into it. */
export function dutyFaults(model: Model, event: DeskEvent): readonly string[] {
  if (!('agentId' in event)) return [];
  const { agents, places } = model;
  if (agents.get(event.agentId)?.state !== 'signed-out') return [];
  return [...places.active, ...places['on-hold'], ...places['wrap-up']]
    .filter(({ agentId }) => agentId === event.agentId)
    .map(({ id }) => `${event.agentId} is signed out and has ${id} in work`);
}

export function conservationFaults(model: Model): readonly string[] {
  const sizes = PLACES.map((place) => model.places[place].size);
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const distinct = new Set(PLACES.flatMap((place) => [...model.places[place]])).size;
  return count === model.receivedCount && distinct === count
    ? []
    : [`${model.receivedCount} items were received, ${distinct} are in ${count} places`];
}

export function openOfferFaults(model: Model): readonly string[] {
  return [...model.places.offered].flatMap((item) => {
    const agent = item.agentId === undefined ? undefined : model.agents.get(item.agentId);
    const why =
      agent === undefined
        ? 'there is no such agent'
        : inability(model, { item, agent: roomFor(item, agent) });
    return why === undefined ? [] : [`${item.id} stays offered to ${item.agentId} although ${why}`];
  });
}

export function idleFaults(model: Model, at: Instant): readonly string[] {
  return [...model.places.waiting].flatMap((item) =>
    [...model.agents.values()]
      .filter((agent) => obstacle(model, { item, agent, at }) === undefined)
      .filter((agent) => isOpenTo(model, item, agent.id))
      .map((agent) => `${item.id} waits although ${agent.id} could be offered it`),
  );
}

/** Whoever may be interrupted for it has all the room that he would have without the rest. */
function roomFor(item: ModelItem, agent: ModelAgent): ModelAgent {
  if (!item.isInterrupting || !agent.isInterruptible) return agent;
  const { weights, units } = agent.capacity;
  if ((weights[item.channel] ?? 0) > units) return agent;
  return { ...agent, capacity: { weights, units: Infinity } };
}
