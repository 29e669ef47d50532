import { isDeepStrictEqual } from 'node:util';
import type { AgentId, WorkId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { Policy } from '../routing/policy.ts';
import type { Instant } from '../time.ts';
import type { WorkOffered } from '../work/work-messages.ts';
import {
  agentFor,
  type Choice,
  classOf,
  inability,
  isLive,
  itemFor,
  loadOf,
  obstacle,
} from './oracle-choice.ts';
import {
  applyEvent,
  arrivalMsOf,
  createModel,
  known,
  type Model,
  type ModelItem,
  openItem,
  openItems,
  PLACES,
  type Place,
} from './oracle-model.ts';

/** Watches a history, and says in plain sentences what in it broke the rule. */
export interface Oracle {
  /** Takes the next event, and returns what was wrong with it at that moment. */
  readonly apply: (event: DeskEvent, at: Instant) => readonly string[];
  /**
   * Ends a command, a pass of time or a resumption, and returns what is wrong now that it is over.
   * `nextDueAt` is when the desk says that it next has something to decide.
   */
  readonly settle: (at: Instant, nextDueAt: Instant | undefined) => readonly string[];
  /** Where every open item is. */
  readonly openPlaces: () => ReadonlyMap<WorkId, Place>;
}

/**
 * An independent, slow and obvious referee: it keeps plain objects and scans all of them each time,
 * and shares nothing with the desk but the words of its messages and the numbers of its policy.
 *
 * With each event it checks: *conservation* (each item goes only where it may go, is in exactly one
 * place, and none is lost or doubled); *eligibility* (no offer to anybody who is not ready, is busy,
 * lacks a skill or room, has an open offer already or is passed over; nobody takes more than he can
 * carry); *the choice* (each offer, its reason and its end are those that the rule gives when all agents
 * and items are looked at); *bounded overtaking* (of equal items a later one goes first only where
 * it arrived within β · promised time of the other, or this agent is excluded from that one).
 *
 * With each settling it checks: *work conservation* (nothing waits while somebody could be offered
 * it); *open offers* (whoever has one could still take it, were he not busy meanwhile); *blame* (whoever missed a live offer is no longer ready, and nobody else for that reason);
 * *nothing stuck* (the desk's next due instant is the first of: the end of an open offer, the
 * end of an exclusion from an item that waits or is offered, the next beginning or end of a busy
 * interval. So whatever waits is looked at again when time alone makes it possible; everything else
 * that makes it possible is an event of an agent, after which work conservation is checked).
 */
export function createOracle(policy: Policy): Oracle {
  const model = createModel();
  const row: Row = { released: new Set(), freed: new Set(), missed: new Set() };
  return {
    apply: (event, at) => {
      const wrong =
        event.type === 'work-offered' ? offerFaults(event, { model, row, policy, at }) : [];
      note(row, event, model);
      const unlawful = applyEvent(model, event, at);
      return [
        ...wrong,
        ...unlawful,
        ...termFaults(event, at, policy),
        ...blameFaults(event, row),
        ...loadFaults(model, event),
        ...conservationFaults(model),
      ];
    },
    settle: (at, nextDueAt) => {
      const wrong = [...row.missed]
        .filter((agentId) => model.agents.get(agentId)?.state === 'ready')
        .map((agentId) => `${agentId} missed a live offer and is still ready`);
      row.released.clear();
      row.freed.clear();
      row.missed.clear();
      return [
        ...wrong,
        ...openOfferFaults(model),
        ...idleFaults(model, at),
        ...dueFaults(model, at, nextDueAt),
      ];
    },
    openPlaces: () => new Map(openItems(model).map((item) => [item.id, placeOf(model, item)])),
  };
}

/** What has happened since the last settling. */
interface Row {
  /** Items and agents to whom an offer may be due. */
  readonly released: Set<WorkId>;
  readonly freed: Set<AgentId>;
  /** Who did not answer on a live channel. */
  readonly missed: Set<AgentId>;
}

interface Scene {
  readonly model: Model;
  readonly row: Row;
  readonly policy: Policy;
  readonly at: Instant;
}

/** After which the rule looks for somebody for the item, and after which for an item for the agent. */
const RELEASING = new Set<DeskEvent['type']>([
  'work-received',
  'offer-declined',
  'offer-expired',
  'offer-withdrawn',
  'work-transferred',
  'work-assigned',
  'exclusion-ended',
]);
const FREEING = new Set<DeskEvent['type']>([
  'agent-changed',
  'agent-state-changed',
  'busy-intervals-set',
  'agent-busy-ended',
  'offer-accepted',
  'offer-declined',
  'offer-expired',
  'offer-withdrawn',
  'work-transferred',
  'work-completed',
]);

function note({ released, freed, missed }: Row, event: DeskEvent, model: Model): void {
  if ('workId' in event && RELEASING.has(event.type)) released.add(event.workId);
  if ('agentId' in event && FREEING.has(event.type)) freed.add(event.agentId);
  if (event.type !== 'work-abandoned' && event.type !== 'offer-expired') return;
  const item = openItem(model, event.workId);
  if (item?.agentId === undefined) return;
  if (event.type === 'work-abandoned') freed.add(item.agentId);
  else if (isLive(item)) missed.add(item.agentId);
}

function offerFaults(event: WorkOffered, scene: Scene): readonly string[] {
  const { model, at } = scene;
  const { workId, agentId } = event;
  const what = `${workId} was offered to ${agentId}`;
  const item = openItem(model, workId);
  const agent = model.agents.get(agentId);
  if (item === undefined || agent === undefined) return [`${what}: there is no such item or agent`];
  const wrong: string[] = [];
  const why = obstacle(model, { item, agent, at });
  if (why !== undefined) wrong.push(`${what} although ${why}`);
  const { ringMsSynchronous, ringMsAsynchronous } = scene.policy;
  const expiresAt = at + (isLive(item) ? ringMsSynchronous : ringMsAsynchronous);
  if (event.expiresAt !== expiresAt) {
    wrong.push(`${what} until ${event.expiresAt} instead of ${expiresAt}`);
  }
  return [...wrong, ...choiceFaults(event, item, scene), ...overtakingFaults(event, item, scene)];
}

function choiceFaults(
  { agentId, reason }: WorkOffered,
  item: ModelItem,
  { model, row, policy, at }: Scene,
): readonly string[] {
  const what = `${item.id} was offered to ${agentId} as ${JSON.stringify(reason)}`;
  const isFed = reason.code === 'most-urgent';
  if (isFed ? !row.freed.has(agentId) : !row.released.has(item.id)) {
    return [`${what}, but ${isFed ? 'he was not freed' : 'it was not released'} just now`];
  }
  const agent = known(model.agents.get(agentId), agentId);
  const choice = isFed ? itemFor(model, { agent, at, policy }) : agentFor(model, item, at);
  const isRight = choice?.item === item && choice.agentId === agentId;
  if (isRight && isDeepStrictEqual(choice.reason, reason)) return [];
  return [`${what}, but the rule chooses ${describe(choice)}`];
}

function describe(choice: Choice | undefined): string {
  if (choice === undefined) return 'nothing';
  return `${choice.item.id} to ${choice.agentId} as ${JSON.stringify(choice.reason)}`;
}

function overtakingFaults(
  { agentId }: WorkOffered,
  item: ModelItem,
  { model, policy }: Scene,
): readonly string[] {
  const { targetMs } = known(model.promises.get(item.promiseId), item.promiseId);
  const arrivalMs = arrivalMsOf(model, item);
  const mayBeOvertaken = (other: ModelItem): boolean =>
    classOf(other) !== classOf(item) ||
    other.exclusions.has(agentId) ||
    arrivalMs - arrivalMsOf(model, other) <= policy.bondBonus * targetMs;
  return [...model.places.waiting]
    .filter((other) => !mayBeOvertaken(other))
    .map((other) => `${item.id} overtook ${other.id} by more than a bond is worth`);
}

function termFaults(event: DeskEvent, at: Instant, policy: Policy): readonly string[] {
  if (!('excludedUntil' in event)) return [];
  const expected = at + policy.exclusionMs;
  return event.excludedUntil === expected
    ? []
    : [`${event.agentId} is passed over until ${event.excludedUntil} instead of ${expected}`];
}

function blameFaults(event: DeskEvent, { missed }: Row): readonly string[] {
  if (event.type !== 'agent-state-changed' || event.reason !== 'ring-no-answer') return [];
  return missed.has(event.agentId) ? [] : [`${event.agentId} is blamed for no live offer`];
}

/** Capacity may shrink below what he carries, but he takes nothing up beyond it. */
function loadFaults(model: Model, event: DeskEvent): readonly string[] {
  if (event.type !== 'offer-accepted') return [];
  const agent = known(model.agents.get(event.agentId), event.agentId);
  const load = loadOf(model, agent);
  return load <= agent.capacity.units
    ? []
    : [`${agent.id} carries ${load} of ${agent.capacity.units} units`];
}

function conservationFaults(model: Model): readonly string[] {
  const sizes = PLACES.map((place) => model.places[place].size);
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const distinct = new Set(PLACES.flatMap((place) => [...model.places[place]])).size;
  return count === model.receivedCount && distinct === count
    ? []
    : [`${model.receivedCount} items were received, ${distinct} are in ${count} places`];
}

function openOfferFaults(model: Model): readonly string[] {
  return [...model.places.offered].flatMap((item) => {
    const agent = item.agentId === undefined ? undefined : model.agents.get(item.agentId);
    const why = agent === undefined ? 'there is no such agent' : inability(model, { item, agent });
    return why === undefined ? [] : [`${item.id} stays offered to ${item.agentId} although ${why}`];
  });
}

function idleFaults(model: Model, at: Instant): readonly string[] {
  return [...model.places.waiting].flatMap((item) =>
    [...model.agents.values()]
      .filter((agent) => obstacle(model, { item, agent, at }) === undefined)
      .map((agent) => `${item.id} waits although ${agent.id} could be offered it`),
  );
}

function dueFaults(model: Model, at: Instant, nextDueAt: Instant | undefined): readonly string[] {
  const { waiting, offered } = model.places;
  const moments = [
    ...[...offered].map(({ expiresAt }) => expiresAt),
    ...[...waiting, ...offered].flatMap(({ exclusions }) => [...exclusions.values()]),
    ...[...model.agents.values()]
      .flatMap(({ busyIntervals }) => busyIntervals)
      .flatMap(({ fromAt, untilAt }) => [fromAt, untilAt])
      .filter((moment) => moment > at),
  ];
  const expected = moments.length === 0 ? undefined : Math.min(...moments);
  if (nextDueAt === expected) return [];
  return [`the desk looks again at ${nextDueAt ?? 'no time'}, but ${expected ?? 'nothing'} is due`];
}

function placeOf(model: Model, item: ModelItem): Place {
  return known(
    PLACES.find((place) => model.places[place].has(item)),
    item.id,
  );
}
