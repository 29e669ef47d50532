import { isDeepStrictEqual } from 'node:util';
import type { AgentId, WorkId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { Policy } from '../routing/policy.ts';
import type { Instant } from '../time.ts';
import type { WorkReserved } from '../work/reservation-messages.ts';
import type { WorkOffered, WorkQueued } from '../work/placement-messages.ts';
import { isAboutApart, waitingOf } from './oracle-apart.ts';
import { earningFaults, refusedIds } from './oracle-bonds.ts';
import {
  agentFor,
  type Choice,
  expectedPassedOver,
  isAble,
  isLive,
  itemFor,
  obstacle,
} from './oracle-choice.ts';
import { applyEvent, createModel, known, openItem, openItems } from './oracle-model.ts';
import type { Model, ModelItem } from './oracle-records.ts';
import { handOnFaults } from './oracle-transfers.ts';
import { alertFaults, transferFaults } from './oracle-alerts.ts';
import { type Leaving, leaverFaults, leavingsOf, type Moves } from './oracle-leavers.ts';
import { watchCallbacks } from './oracle-callbacks.ts';
import { outageFaults, untoldOutage } from './oracle-outage.ts';
import {
  aboveFaults,
  asideFaults,
  interruptingFaults,
  pressingFaults,
  wantedElsewhereFaults,
} from './oracle-interruption.ts';
import { overtakingFaults } from './oracle-overtaking.ts';
import { keptInEmergency } from './oracle-emergency.ts';
import { dueFaults } from './oracle-due.ts';
import { FREEING, KNOWING, RELEASING, PLACES, type Place } from './oracle-moves.ts';
import { movedWith, watchMatters } from './oracle-matters.ts';
import { promiseFaults } from './oracle-promises.ts';
import { absenceFaults, leftBehind } from './oracle-roster.ts';
import { channelFaults, relaxationFaults } from './oracle-relaxation.ts';
import { waitChoiceFaults } from './oracle-wait-choice.ts';
import { type Overfull, overfullFaults, turnFaults } from './oracle-turns.ts';
import { wrapUpFaults } from './oracle-terms.ts';
import {
  possibilities,
  reservationEndFaults,
  vainFaults,
  worthFaults,
  worthKeeping,
} from './oracle-reservation.ts';
import {
  blameFaults,
  conservationFaults,
  deferralFaults,
  dutyFaults,
  loadFaults,
  termFaults,
  openOfferFaults,
  idleFaults,
} from './oracle-laws.ts';

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
 * With each event it checks: *the promise* (each item has the one that the agreements in force make for it);
 * *conservation* (each item goes only where it may go, is in exactly one
 * place, and none is lost or doubled); *eligibility* (no offer to anybody who is not ready, is busy,
 * lacks a skill or room, has an open offer already or is passed over; nobody takes more than he can
 * carry); *the choice* (each offer, its reason and its end are those that the rule gives when all agents
 * and items are looked at); *bounded overtaking* (of equal items a later one goes first only where
 * it arrived within β · promised time of the other, or this agent is excluded from that one).
 *
 * With each settling it checks: *work conservation* (nothing waits while somebody could be offered
 * it); *open offers* (whoever has one could still take it, were he not busy meanwhile); *blame* (whoever missed a live offer is no longer ready, and nobody else for that reason);
 * *nothing stuck* (the desk's next due instant is the first of: the end of an open offer, the
 * end of a deferral, the end of an exclusion from an item that waits or is offered, the next beginning or end of a busy
 * interval or of a wind-down, the end of an absence. So whatever waits is looked at again when time alone makes it possible; everything else
 * that makes it possible is an event of an agent, after which work conservation is checked).
 */
export function createOracle(policy: Policy): Oracle {
  const model = createModel(policy);
  const watch = watchCallbacks(model);
  const matters = watchMatters(model);
  const row: Row = {
    released: new Set(),
    queued: new Set(),
    freed: new Set(),
    missed: new Set(),
    away: new Set(),
    overfull: new Set(),
    completed: undefined,
    leavings: [],
  };
  const moves: Moves = new Map();
  return {
    apply: (event, at) => {
      const { policy } = model;
      const scene = { model, row, policy, at };
      const wrong = [
        ...(watch.before(event, at) ?? choosingFaults(event, scene)),
        ...matters.before(event, at),
        ...earnedFaults(event, scene),
        ...promiseFaults(model, event, at),
        ...relaxationFaults(model, event, at),
        ...channelFaults(model, event),
        ...alertFaults(model, event, { at, policy }),
        ...('workId' in event ? handOnFaults(model, openItem(model, event.workId), event) : []),
        ...absenceFaults(model, event),
        ...asideFaults(model, event),
        ...outageFaults(model, event, at),
        ...turnFaults(model, event, { at, policy, overfull: row.overfull }),
      ];
      note(row, event, model);
      row.leavings.push(...leavingsOf(model, event));
      if (event.type === 'absence-declared') row.away.add(event.agentId);
      const unlawful = applyEvent(model, event, at);
      watch.after(event, at);
      matters.after(event);
      return [
        ...wrong,
        ...unlawful,
        ...termFaults(event, at, policy),
        ...wrapUpFaults(model, event, { at, policy }),
        ...deferralFaults(model, event, at),
        ...blameFaults(event, row.missed),
        ...loadFaults(model, event),
        ...dutyFaults(model, event),
        ...conservationFaults(model),
      ];
    },
    settle: (at, nextDueAt) => {
      const wrong = [...row.missed]
        .filter((agentId) => model.agents.get(agentId)?.state === 'ready')
        .map((agentId) => `${agentId} missed a live offer and is still ready`);
      const untold = [...model.places.waiting]
        .filter(({ id, reservation }) => reservation === undefined && row.released.has(id))
        .filter(({ id }) => !row.queued.has(id))
        .map(({ id }) => `${id} waits again, and nobody says why`);
      const left = [...row.away].flatMap((agentId) => leftBehind(model, agentId));
      row.away.clear();
      row.released.clear();
      row.queued.clear();
      row.freed.clear();
      row.missed.clear();
      row.completed = undefined;
      return [
        ...wrong,
        ...left,
        ...leaverFaults(model, row.leavings.splice(0), { at, moves }),
        ...untold,
        ...overfullFaults(row.overfull),
        ...openOfferFaults(model),
        ...idleFaults(model, at),
        ...transferFaults(model),
        ...vainFaults(model, at),
        ...keptInEmergency(model, at),
        ...pressingFaults(model, at),
        ...aboveFaults(model, at),
        ...untoldOutage(model.outage),
        ...watch.settle(),
        ...matters.settle(),
        ...dueFaults(model, { at, policy: model.policy, nextDueAt }),
      ];
    },
    openPlaces: () => new Map(openItems(model).map((item) => [item.id, placeOf(model, item)])),
  };
}

/** What has happened since the last settling. */
interface Row {
  /** Items and agents to whom an offer may be due. */
  readonly released: Set<WorkId>;
  /** Released items of which it was said that they wait, and why. */
  readonly queued: Set<WorkId>;
  readonly freed: Set<AgentId>;
  /** Who did not answer on a live channel. */
  readonly missed: Set<AgentId>;
  readonly overfull: Overfull;
  /** Whose absence was declared. */
  readonly away: Set<AgentId>;
  readonly leavings: Leaving[];
  /** What was completed, and nobody has earned anything for. */
  completed: ModelItem | undefined;
}

interface Scene {
  readonly model: Model;
  readonly row: Row;
  readonly policy: Policy;
  readonly at: Instant;
}

function note({ released, queued, freed, missed }: Row, event: DeskEvent, model: Model): void {
  for (const id of releasedBy(event, model)) {
    released.add(id);
    queued.delete(id);
  }
  if (event.type === 'work-queued') queued.add(event.workId);
  for (const id of movedWith(model, event)) released.add(id);
  if (isAboutApart(event)) for (const id of waitingOf(model, event)) released.add(id);
  if ('agentId' in event && FREEING.has(event.type)) freed.add(event.agentId);
  if (event.type === 'work-abandoned' || event.type === 'offer-expired') {
    noteEnd({ freed, missed }, event, model);
  }
}

function noteEnd(
  { freed, missed }: Pick<Row, 'freed' | 'missed'>,
  event: Extract<DeskEvent, { type: 'work-abandoned' | 'offer-expired' }>,
  model: Model,
): void {
  const item = openItem(model, event.workId);
  if (item?.agentId === undefined) return;
  if (event.type === 'work-abandoned') freed.add(item.agentId);
  else if (isLive(item)) missed.add(item.agentId);
}

function releasedBy(event: DeskEvent, model: Model): readonly WorkId[] {
  const { type } = event;
  if ('workId' in event && RELEASING.has(type)) return [event.workId];
  // Somebody may know the customer of a reserved item now who is free for it.
  if (!KNOWING.has(type)) return [];
  const waiting = [...model.places.waiting];
  return waiting.filter(({ reservation }) => reservation !== undefined).map(({ id }) => id);
}

/** Only a good contact makes anybody better known, and each does, once. */
function earnedFaults(event: DeskEvent, { model, row, at }: Scene): readonly string[] {
  const { completed } = row;
  if (event.type === 'bond-earned') {
    row.completed = undefined;
    return earningFaults(model, event, { matter: completed, at });
  }
  if (event.type === 'work-completed' && event.isPoor !== true) {
    const item = openItem(model, event.workId);
    row.completed = item?.customerId === undefined ? undefined : item;
    return [];
  }
  if (completed === undefined) return [];
  row.completed = undefined;
  return [`${completed.id} went well, and nobody is known better for it`];
}

function choosingFaults(event: DeskEvent, scene: Scene): readonly string[] {
  if (event.type === 'wait-chosen') return waitChoiceFaults(event, scene.model, scene.at);
  if (event.type === 'work-reserved') return reservationFaults(event, scene);
  if (event.type === 'reservation-ended') return reservationEndFaults(event, scene.model, scene.at);
  if (event.type === 'work-offered') return offerFaults(event, scene);
  return event.type === 'work-queued' ? queueFaults(event, scene) : [];
}

/** Nobody may be able to take what is said to wait, and the reasons are those that anybody would see. */
function queueFaults(event: WorkQueued, { model, row, at }: Scene): readonly string[] {
  const { workId, reason } = event;
  const item = openItem(model, workId);
  if (item === undefined) return [`${workId} was queued: there is no such item`];
  const choice = agentFor(model, item, at);
  const isAnybodyAble = [...model.agents.values()].some((agent) => isAble(item, agent));
  const expected = isAnybodyAble ? 'nobody-free' : 'nobody-able';
  return [
    ...(row.released.has(workId) ? [] : [`${workId} was queued, but not released just now`]),
    ...(choice === undefined
      ? []
      : [`${workId} was queued, but the rule chooses ${describe(choice)}`]),
    ...(reason === expected ? [] : [`${workId} was queued as ${reason} instead of ${expected}`]),
    ...passedOverFaults(event, undefined, { model, item, at }),
    ...(isDeepStrictEqual(event.refusedIds ?? [], refusedIds(model.people, item.customerId))
      ? []
      : [`${workId} tells others than those who are never asked for it`]),
  ];
}

/** Somebody unknown could take it, and keeping it is worth the most until then, for exactly these. */
function reservationFaults(
  event: WorkReserved,
  { model, row, policy, at }: Scene,
): readonly string[] {
  const { workId, insteadOfId } = event;
  const item = openItem(model, workId);
  if (item === undefined) return [`${workId} was reserved: there is no such item`];
  const choice = agentFor(model, item, at);
  const isInstead = choice?.reason.code === 'best-suited' && choice.agentId === insteadOfId;
  return [
    ...(row.released.has(workId) ? [] : [`${workId} was reserved, but not released just now`]),
    ...(isInstead ? [] : [`${workId} was reserved, but the rule chooses ${describe(choice)}`]),
    ...worthFaults(event, possibilities(model, { item, at, policy })),
    ...passedOverFaults(event, undefined, { model, item, at }),
  ];
}

function passedOverFaults(
  { type, workId, passedOver = [] }: WorkOffered | WorkQueued | WorkReserved,
  askedId: AgentId | undefined,
  { model, item, at }: { model: Model; item: ModelItem; at: Instant },
): readonly string[] {
  const expected = expectedPassedOver(model, { item, askedId, at });
  if (isDeepStrictEqual(passedOver, expected)) return [];
  const told = [passedOver, expected].map((each) => JSON.stringify(each));
  return [`${type} of ${workId} tells ${told.join(' instead of ')}`];
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
  if (why !== undefined && event.reason.code !== 'interrupting') {
    wrong.push(`${what} although ${why}`);
  }
  const { ringMsSynchronous, ringMsAsynchronous } = scene.policy;
  const expiresAt = at + (isLive(item) ? ringMsSynchronous : ringMsAsynchronous);
  if (event.expiresAt !== expiresAt) {
    wrong.push(`${what} until ${event.expiresAt} instead of ${expiresAt}`);
  }
  return [
    ...wrong,
    ...wantedElsewhereFaults(event, item, { model, at }),
    ...choiceFaults(event, item, scene),
    ...overtakingFaults(event, item, model),
    ...passedOverFaults(event, agentId, { model, item, at }),
  ];
}

function choiceFaults(
  event: WorkOffered,
  item: ModelItem,
  { model, row, policy, at }: Scene,
): readonly string[] {
  const { agentId, reason } = event;
  const what = `${item.id} was offered to ${agentId} as ${JSON.stringify(reason)}`;
  if (reason.code === 'interrupting') {
    const isFed = row.freed.has(agentId);
    return interruptingFaults(event, item, { model, at, isFed });
  }
  const isFed = reason.code === 'most-urgent';
  if (isFed ? !row.freed.has(agentId) : !row.released.has(item.id)) {
    return [`${what}, but ${isFed ? 'he was not freed' : 'it was not released'} just now`];
  }
  const agent = known(model.agents.get(agentId), agentId);
  const choice = isFed ? itemFor(model, { agent, at, policy }) : agentFor(model, item, at);
  if (reason.code === 'best-suited') {
    const worth = worthKeeping(possibilities(model, { item, at, policy }));
    if (worth !== undefined) return [`${what}, but is worth keeping: ${JSON.stringify(worth)}`];
  }
  const isRight = choice?.item === item && choice.agentId === agentId;
  if (isRight && isDeepStrictEqual(choice.reason, reason)) return [];
  return [`${what}, but the rule chooses ${describe(choice)}`];
}

function describe(choice: Choice | undefined): string {
  if (choice === undefined) return 'nothing';
  return `${choice.item.id} to ${choice.agentId} as ${JSON.stringify(choice.reason)}`;
}

function placeOf(model: Model, item: ModelItem): Place {
  return known(
    PLACES.find((place) => model.places[place].has(item)),
    item.id,
  );
}
