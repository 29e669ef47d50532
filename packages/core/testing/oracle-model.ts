import type { AgentId, WorkId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { Policy } from '../routing/policy.ts';
import type { Instant } from '../time.ts';
import type { WorkEvent, WorkReceived } from '../work/work-messages.ts';
import { createPeople } from './oracle-bonds.ts';
import { applyRoster, changeWrapUp, withoutDeputy } from './oracle-days.ts';
import { HAND_FREE, MOVES, type Place, PLACES } from './oracle-moves.ts';
import type { Model, ModelAgent, ModelItem } from './oracle-records.ts';
import { changeAlert } from './oracle-alert-change.ts';
import { changeAside } from './oracle-aside.ts';
import { changeCallback } from './oracle-callback-change.ts';
import { changeMatter } from './oracle-matter-change.ts';
import { changeTurn } from './oracle-turn-change.ts';
import { applyStanding } from './oracle-standing.ts';
import { createOutage } from './oracle-outage-record.ts';
import { levels } from './oracle-levels.ts';
import { newItem } from './oracle-new-item.ts';
import { handOn } from './oracle-transfers.ts';
import { remember, seenOf } from './oracle-seen.ts';

export function createModel(policy: Policy): Model {
  const places: Record<Place, Set<ModelItem>> = {
    waiting: new Set(),
    offered: new Set(),
    active: new Set(),
    'on-hold': new Set(),
    deferred: new Set(),
    'wrap-up': new Set(),
    done: new Set(),
    abandoned: new Set(),
  };
  return {
    agents: new Map(),
    calendars: new Map(),
    kinds: new Map(),
    promises: new Map(),
    agreements: [],
    policy,
    people: createPeople(),
    credits: new Map(),
    emergencies: [],
    outage: createOutage(),
    matters: new Map(),
    places,
    seen: new Map(),
    receivedCount: 0,
  };
}

/** What stands there in every lawful history. */
export function known<Value>(value: Value | undefined, what: string): Value {
  if (value === undefined)
    throw new Error(`the history speaks of ${what}, which nobody introduced`);
  return value;
}

/** The open item of this id. */
export function openItem(model: Model, id: WorkId): ModelItem | undefined {
  return openItems(model).find((item) => item.id === id);
}

export function openItems(model: Model): readonly ModelItem[] {
  const open = PLACES.filter((place) => place !== 'done' && place !== 'abandoned');
  return open.flatMap((place) => [...model.places[place]]);
}

/** Takes an event into the model, and returns what about it was not lawful. */
export function applyEvent(model: Model, event: DeskEvent, at: Instant): readonly string[] {
  if (isSilent(event)) return [];
  if (event.type === 'agent-registered' || event.type === 'agent-retired') {
    return comeOrGo(model, event);
  }
  return isOfDays(event)
    ? applyRoster(agentOf(model, event.agentId), event)
    : applyOther(model, event, at);
}

type OfDays = Event<'roster-set' | 'absence-declared' | 'absence-cancelled' | 'absence-ended'>;

function isOfDays(event: DeskEvent): event is OfDays {
  return event.type === 'roster-set' || event.type.startsWith('absence-');
}

function applyOther(
  model: Model,
  event: Exclude<
    DeskEvent,
    Event<(typeof SILENT)[number] | 'agent-registered' | 'agent-retired'> | OfDays
  >,
  at: Instant,
): readonly string[] {
  switch (event.type) {
    case 'agent-changed':
    case 'agent-state-changed':
    case 'busy-intervals-set':
    case 'agent-reachability-changed':
      changeAgent(agentOf(model, event.agentId), event);
      return [];
    case 'policy-set':
      model.policy = event.policy;
      return [];
    case 'skill-kinds-set':
      model.kinds = new Map(event.kinds.map(({ skill, kind }) => [skill, kind]));
      return [];
    case 'calendar-defined':
    case 'promise-defined':
    case 'agreement-defined':
      define(model, event);
      return [];
    default:
      if ('workId' in event) return applyWork(model, event, at);
      applyStanding(model, event, at);
      return [];
  }
}

/** What follows from what the model has anyway. */
function isSilent(event: DeskEvent): event is Event<(typeof SILENT)[number]> {
  return (SILENT as readonly string[]).includes(event.type);
}

const SILENT = [
  'agent-busy-began',
  'agent-busy-ended',
  'wind-down-began',
  'wind-down-ended',
  'desk-resumed',
] as const;

type Event<Type extends DeskEvent['type']> = Extract<DeskEvent, { type: Type }>;

function changeAgent(
  agent: ModelAgent,
  event: Event<
    'agent-changed' | 'agent-state-changed' | 'busy-intervals-set' | 'agent-reachability-changed'
  >,
): void {
  if (event.type === 'agent-state-changed') {
    agent.state = event.state;
    agent.returnAt = event.returnAt;
  } else if (event.type === 'busy-intervals-set') agent.busyIntervals = event.intervals;
  else if (event.type === 'agent-reachability-changed') agent.isUnreachable = !event.isReachable;
  else {
    if (event.skills !== undefined) agent.skills = levels(event.skills);
    if (event.capacity !== undefined) agent.capacity = event.capacity;
    if (event.isInterruptible !== undefined) agent.isInterruptible = event.isInterruptible;
  }
}

function define(
  model: Model,
  event: Event<'calendar-defined' | 'promise-defined' | 'agreement-defined'>,
): void {
  if (event.type === 'agreement-defined') model.agreements.push(event);
  else if (event.type === 'promise-defined') model.promises.set(event.promiseId, event);
  else model.calendars.set(event.calendarId, event.openIntervals);
}

function register(model: Model, event: Event<'agent-registered'>): readonly string[] {
  const { agentId: id, capacity } = event;
  const isTwice = model.agents.has(id);
  model.agents.set(id, {
    id,
    skills: levels(event.skills),
    capacity,
    state: 'signed-out',
    busyIntervals: [],
    isUnreachable: false,
    isInterruptible: event.isInterruptible ?? false,
    returnAt: undefined,
    lastAssignedAt: 0,
    roster: undefined,
    absence: undefined,
  });
  return isTwice ? [`${id} was registered twice`] : [];
}

function comeOrGo(
  model: Model,
  event: Event<'agent-registered' | 'agent-retired'>,
): readonly string[] {
  return event.type === 'agent-registered' ? register(model, event) : retire(model, event.agentId);
}

/** Nobody leaves who is on duty or has an item in his hands. */
function retire(model: Model, id: AgentId): readonly string[] {
  const agent = agentOf(model, id);
  const held = openItems(model).filter(({ agentId }) => agentId === id);
  model.agents.delete(id);
  for (const each of model.agents.values()) {
    if (each.absence?.deputyId !== id) continue;
    each.absence = withoutDeputy(each.absence);
  }
  const wrong = held.map((item) => `${id} was retired with ${item.id} in his hands`);
  return agent.state === 'signed-out' ? wrong : [...wrong, `${id} was retired while on duty`];
}

function applyWork(
  model: Model,
  event: Exclude<WorkEvent, { type: 'desk-resumed' }>,
  at: Instant,
): readonly string[] {
  if (event.type === 'work-received') return receive(model, event, at);
  const item = openItem(model, event.workId);
  if (item === undefined) return [`${event.type} of ${event.workId}, which is not open`];
  const wrong = [...moveFault(model, event, item), ...handFault(event, item)];
  const place = PLACES.find((each) => model.places[each].has(item));
  const waitMs = servedMs(model, item, at) - servedMs(model, item, item.waitingSince);
  remember(seenOf(model.seen, item), event, { item, place, waitMs, at });
  const { to } = MOVES[event.type];
  if (to !== 'same') {
    for (const place of PLACES) model.places[place].delete(item);
    model.places[to].add(item);
  }
  if (event.type !== 'work-linked' && event.type !== 'work-unlinked') {
    change(model, { event, item, at });
  }
  changeMatter(model, item, { event, place, waitMs });
  changeTurn(item, event);
  changeCallback(item, event);
  changeAside(item, event, to);
  return wrong;
}

type Touching = Exclude<WorkEvent, { type: 'desk-resumed' | 'work-received' }>;

function moveFault(model: Model, { type }: Touching, item: ModelItem): readonly string[] {
  const place = PLACES.find((each) => model.places[each].has(item));
  const isLawful = place !== undefined && MOVES[type].from.includes(place);
  return isLawful ? [] : [`${type} of ${item.id} while it is ${place ?? 'nowhere'}`];
}

function handFault(event: Touching, item: ModelItem): readonly string[] {
  if (HAND_FREE.has(event.type) || !('agentId' in event)) return [];
  if (event.type === 'exclusion-ended') {
    return item.exclusions.has(event.agentId)
      ? []
      : [`the exclusion of ${event.agentId} from ${item.id} ended without having begun`];
  }
  if (item.agentId === event.agentId) return [];
  return [
    `${event.type} of ${item.id} by ${event.agentId}, but ${item.agentId ?? 'nobody'} has it`,
  ];
}

function change(
  model: Model,
  { event, item, at }: { event: Touching; item: ModelItem; at: Instant },
): void {
  switch (event.type) {
    case 'work-offered':
      item.agentId = event.agentId;
      item.expiresAt = event.expiresAt;
      agentOf(model, event.agentId).lastAssignedAt = at;
      return;
    case 'offer-accepted':
      item.takenAt = at;
      item.waitedMs += servedMs(model, item, at) - servedMs(model, item, item.waitingSince);
      item.exclusions.clear();
      item.missedBy = [];
      item.alert = undefined;
      return;
    case 'exclusion-ended':
      item.exclusions.delete(event.agentId);
      return;
    case 'work-transferred':
      handOn(item, event);
      item.waitingSince = at;
      item.wasReserved = false;
      item.missedBy = [];
      item.transferCount += 1;
      item.preferredId = event.toAgentId;
      askFor(item, event);
      item.exclusions.set(event.agentId, event.excludedUntil);
      if (event.toAgentId !== undefined) item.exclusions.delete(event.toAgentId);
      break;
    case 'work-assigned':
      item.preferredId = event.toAgentId;
      if (event.toAgentId !== undefined) item.exclusions.delete(event.toAgentId);
      item.missedBy = item.missedBy.filter((id) => id !== event.toAgentId);
      return;
    case 'offer-declined':
    case 'offer-expired':
      item.exclusions.set(event.agentId, event.excludedUntil);
      item.missedBy = [...item.missedBy, event.agentId];
      break;
    case 'work-relaxed':
      askFor(item, event);
      return;
    default:
      changeTerms(item, event, at);
  }
  if (MOVES[event.type].to === 'waiting') item.agentId = undefined;
}

/** Whoever hands it on may say what it asks for from then on. */
function askFor(item: ModelItem, event: Event<'work-transferred' | 'work-relaxed'>): void {
  if (event.requirements === undefined) return;
  item.requirements = event.requirements;
  if (event.type === 'work-transferred') item.loweredCount = 0;
  else if (event.step === 'level') item.loweredCount += 1;
}

const COMING_BACK: readonly Touching['type'][] = [
  'deferral-ended',
  'work-recalled',
  'work-released',
  'pause-ended',
];

function changeTerms(item: ModelItem, event: Touching, at: Instant): void {
  if (event.type === 'work-promised') {
    item.promiseId = event.promiseId;
    item.promisedMs = undefined;
    item.alert = undefined;
    item.rungs.clear();
    return;
  }
  if (event.type === 'work-wrapped-up' || event.type === 'wrap-up-extended') {
    changeWrapUp(item, event, at);
    return;
  }
  changeAlert(item, event);
  if (event.type === 'work-deferred') item.deferredUntil = event.untilAt;
  if (event.type === 'work-held') item.deferredUntil = 0;
  if (event.type === 'work-resumed' && item.deferredUntil !== 0) item.takenAt = at;
  if (event.type === 'deferral-handed') {
    const owner = item.deferredForId ?? event.agentId;
    item.deferredForId = owner === event.toAgentId ? undefined : owner;
    item.agentId = event.toAgentId;
    return;
  }
  item.deferredForId = undefined;
  if (!COMING_BACK.includes(event.type)) return;
  item.waitingSince = at;
  item.wasReserved = false;
  item.missedBy = [];
  item.preferredId = item.agentId;
}

function receive(model: Model, event: WorkReceived, at: Instant): readonly string[] {
  const isTwice = openItem(model, event.workId) !== undefined;
  model.receivedCount += 1;
  const item = newItem(event, model.receivedCount, at);
  model.places.waiting.add(item);
  changeMatter(model, item, { event });
  return isTwice ? [`${event.workId} was received while an item of this id was open`] : [];
}

function agentOf(model: Model, id: AgentId): ModelAgent {
  return known(model.agents.get(id), id);
}

/** The service time of an item's promise that has passed by `at`, counted through every interval. */
export function servedMs(model: Model, item: ModelItem, at: Instant): number {
  const { calendarId } = known(model.promises.get(item.promiseId), item.promiseId);
  if (calendarId === undefined) return at;
  return known(model.calendars.get(calendarId), calendarId)
    .map(({ fromAt, untilAt }) => Math.max(0, Math.min(at, untilAt) - fromAt))
    .reduce((sum, openMs) => sum + openMs, 0);
}

/** The service time at which an item would have come in, had it waited without a break: talk is no wait. */
export function arrivalMsOf(model: Model, item: ModelItem): number {
  return servedMs(model, item, item.waitingSince) - item.waitedMs;
}
