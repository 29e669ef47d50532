import type { AgentState } from '../agents/agent-messages.ts';
import type { Capacity } from '../agents/capacity.ts';
import type { Requirement } from '../agents/skill.ts';
import type { Channel } from '../channel.ts';
import type { AgentId, CalendarId, CustomerId, PromiseId, WorkId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { PromiseDefined } from '../promises/promise-messages.ts';
import type { Instant, Interval } from '../time.ts';
import type { WorkEvent, WorkReceived } from '../work/work-messages.ts';

/** Where an item can be. */
export const PLACES = [
  'waiting',
  'offered',
  'active',
  'on-hold',
  'wrap-up',
  'done',
  'abandoned',
] as const;

export type Place = (typeof PLACES)[number];

export interface ModelAgent {
  readonly id: AgentId;
  skills: ReadonlyMap<string, number>;
  capacity: Capacity;
  state: AgentState;
  busyIntervals: readonly Interval[];
  lastAssignedAt: Instant;
}

export interface ModelItem {
  readonly id: WorkId;
  readonly order: number;
  waitingSince: Instant;
  /** Service time waited before `waitingSince`. */
  waitedMs: number;
  readonly channel: Channel;
  readonly customerId: CustomerId | undefined;
  requirements: readonly Requirement[];
  readonly isProficiencyFirst: boolean;
  readonly promiseId: PromiseId;
  readonly priority: number;
  agentId: AgentId | undefined;
  expiresAt: Instant;
  preferredId: AgentId | undefined;
  /** Until when, by agent. */
  readonly exclusions: Map<AgentId, Instant>;
}

export interface ModelBond {
  ownerId: AgentId | undefined;
  deputyIds: readonly AgentId[];
  /** In the order in which they were last earned. */
  earned: readonly { readonly agentId: AgentId; readonly strength: number }[];
}

/** What a history says, in plain objects; whatever can be worked out from them is not kept. */
export interface Model {
  readonly agents: Map<AgentId, ModelAgent>;
  readonly calendars: Map<CalendarId, readonly Interval[]>;
  readonly promises: Map<PromiseId, PromiseDefined>;
  readonly bonds: Map<CustomerId, ModelBond>;
  readonly places: Readonly<Record<Place, Set<ModelItem>>>;
  receivedCount: number;
}

export function createModel(): Model {
  const places: Record<Place, Set<ModelItem>> = {
    waiting: new Set(),
    offered: new Set(),
    active: new Set(),
    'on-hold': new Set(),
    'wrap-up': new Set(),
    done: new Set(),
    abandoned: new Set(),
  };
  return {
    agents: new Map(),
    calendars: new Map(),
    promises: new Map(),
    bonds: new Map(),
    places,
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
  const { waiting, offered, active, 'on-hold': onHold, 'wrap-up': wrapUp } = model.places;
  return [...waiting, ...offered, ...active, ...onHold, ...wrapUp];
}

/** Takes an event into the model, and returns what about it was not lawful. */
export function applyEvent(model: Model, event: DeskEvent, at: Instant): readonly string[] {
  if (isSilent(event)) return [];
  switch (event.type) {
    case 'agent-registered':
    case 'agent-retired':
      return comeOrGo(model, event);
    case 'agent-changed':
    case 'agent-state-changed':
    case 'busy-intervals-set':
      changeAgent(agentOf(model, event.agentId), event);
      return [];
    case 'calendar-defined':
    case 'promise-defined':
      define(model, event);
      return [];
    case 'bond-changed':
    case 'bond-earned':
      return applyBond(model, event);
    default:
      return applyWork(model, event, at);
  }
}

/** What follows from what the model has anyway. */
function isSilent(
  event: DeskEvent,
): event is Event<'agent-busy-began' | 'agent-busy-ended' | 'desk-resumed'> {
  return ['agent-busy-began', 'agent-busy-ended', 'desk-resumed'].includes(event.type);
}

type Event<Type extends DeskEvent['type']> = Extract<DeskEvent, { type: Type }>;

function changeAgent(
  agent: ModelAgent,
  event: Event<'agent-changed' | 'agent-state-changed' | 'busy-intervals-set'>,
): void {
  if (event.type === 'agent-state-changed') agent.state = event.state;
  else if (event.type === 'busy-intervals-set') agent.busyIntervals = event.intervals;
  else {
    if (event.skills !== undefined) agent.skills = levels(event.skills);
    if (event.capacity !== undefined) agent.capacity = event.capacity;
  }
}

function define(model: Model, event: Event<'calendar-defined' | 'promise-defined'>): void {
  if (event.type === 'promise-defined') model.promises.set(event.promiseId, event);
  else model.calendars.set(event.calendarId, event.openIntervals);
}

function applyBond(model: Model, event: Event<'bond-changed' | 'bond-earned'>): readonly string[] {
  if (event.type === 'bond-earned') return earn(model, event);
  const { customerId, ownerId, deputyIds } = event;
  const earned = model.bonds.get(customerId)?.earned ?? [];
  model.bonds.set(customerId, { ownerId, deputyIds, earned });
  return [];
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
    lastAssignedAt: 0,
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
  const wrong = held.map((item) => `${id} was retired with ${item.id} in his hands`);
  return agent.state === 'signed-out' ? wrong : [...wrong, `${id} was retired while on duty`];
}

/** A fifth of the way towards 1, or a twentieth for whoever covers for an owner; the five strongest stay. */
function earn(
  model: Model,
  { customerId, agentId, strength }: Event<'bond-earned'>,
): readonly string[] {
  const bond = model.bonds.get(customerId) ?? { ownerId: undefined, deputyIds: [], earned: [] };
  const before = bond.earned.find((each) => each.agentId === agentId)?.strength ?? 0;
  const isOwned = bond.ownerId !== undefined && model.agents.has(bond.ownerId);
  const step = !isOwned || bond.ownerId === agentId ? 0.2 : 0.05;
  const expected = Math.round((before + step * (1 - before)) * 10_000) / 10_000;
  const others = bond.earned.filter((each) => each.agentId !== agentId);
  if (others.length === 5) {
    const weakest = Math.min(...others.map((each) => each.strength));
    others.splice(
      others.findIndex((each) => each.strength === weakest),
      1,
    );
  }
  model.bonds.set(customerId, { ...bond, earned: [...others, { agentId, strength }] });
  return strength === expected
    ? []
    : [`${agentId} earned ${strength} of ${customerId} instead of ${expected}`];
}

/** From where to where each event takes an item. */
const MOVES: Readonly<
  Record<
    Exclude<WorkEvent['type'], 'work-received' | 'desk-resumed'>,
    { readonly from: readonly Place[]; readonly to: Place | 'same' }
  >
> = {
  'work-offered': { from: ['waiting'], to: 'offered' },
  'offer-accepted': { from: ['offered'], to: 'active' },
  'offer-declined': { from: ['offered'], to: 'waiting' },
  'offer-expired': { from: ['offered'], to: 'waiting' },
  'offer-withdrawn': { from: ['offered'], to: 'waiting' },
  'exclusion-ended': { from: ['waiting', 'offered'], to: 'same' },
  'work-transferred': { from: ['active', 'on-hold'], to: 'waiting' },
  'work-assigned': { from: ['waiting', 'offered'], to: 'same' },
  'work-held': { from: ['active'], to: 'on-hold' },
  'work-resumed': { from: ['on-hold'], to: 'active' },
  'work-wrapped-up': { from: ['active', 'on-hold'], to: 'wrap-up' },
  'work-completed': { from: ['active', 'on-hold', 'wrap-up'], to: 'done' },
  'work-abandoned': { from: ['waiting', 'offered'], to: 'abandoned' },
};

function applyWork(
  model: Model,
  event: Exclude<WorkEvent, { type: 'desk-resumed' }>,
  at: Instant,
): readonly string[] {
  if (event.type === 'work-received') return receive(model, event, at);
  const item = openItem(model, event.workId);
  if (item === undefined) return [`${event.type} of ${event.workId}, which is not open`];
  const wrong = [...moveFault(model, event, item), ...handFault(event, item)];
  const { to } = MOVES[event.type];
  if (to !== 'same') {
    for (const place of PLACES) model.places[place].delete(item);
    model.places[to].add(item);
  }
  change(model, { event, item, at });
  return wrong;
}

type Touching = Exclude<WorkEvent, { type: 'desk-resumed' | 'work-received' }>;

function moveFault(model: Model, { type }: Touching, item: ModelItem): readonly string[] {
  const place = PLACES.find((each) => model.places[each].has(item));
  const isLawful = place !== undefined && MOVES[type].from.includes(place);
  return isLawful ? [] : [`${type} of ${item.id} while it is ${place ?? 'nowhere'}`];
}

/** What says nothing of whoever has the item. */
const HAND_FREE = new Set<WorkEvent['type']>(['work-offered', 'work-abandoned', 'work-assigned']);

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
      item.waitedMs += servedMs(model, item, at) - servedMs(model, item, item.waitingSince);
      item.exclusions.clear();
      return;
    case 'exclusion-ended':
      item.exclusions.delete(event.agentId);
      return;
    case 'work-transferred':
      item.waitingSince = at;
      item.preferredId = event.toAgentId;
      item.requirements = event.requirements ?? item.requirements;
      item.exclusions.set(event.agentId, event.excludedUntil);
      if (event.toAgentId !== undefined) item.exclusions.delete(event.toAgentId);
      break;
    case 'work-assigned':
      item.preferredId = event.toAgentId;
      if (event.toAgentId !== undefined) item.exclusions.delete(event.toAgentId);
      return;
    case 'offer-declined':
    case 'offer-expired':
      item.exclusions.set(event.agentId, event.excludedUntil);
      break;
    default:
  }
  if (MOVES[event.type].to === 'waiting') item.agentId = undefined;
}

function receive(model: Model, event: WorkReceived, at: Instant): readonly string[] {
  const isTwice = openItem(model, event.workId) !== undefined;
  model.receivedCount += 1;
  model.places.waiting.add({
    id: event.workId,
    order: model.receivedCount,
    waitingSince: at,
    waitedMs: 0,
    channel: event.channel,
    customerId: event.customerId,
    requirements: event.requirements,
    isProficiencyFirst: event.isProficiencyFirst ?? false,
    promiseId: event.promiseId,
    priority: event.priority ?? 0,
    agentId: undefined,
    expiresAt: 0,
    preferredId: undefined,
    exclusions: new Map(),
  });
  return isTwice ? [`${event.workId} was received while an item of this id was open`] : [];
}

function agentOf(model: Model, id: AgentId): ModelAgent {
  return known(model.agents.get(id), id);
}

function levels(skills: ModelSkills): ReadonlyMap<string, number> {
  return new Map(skills.map(({ skill, level }) => [skill, level]));
}

type ModelSkills = readonly { readonly skill: string; readonly level: number }[];

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
