import type { AgentId, DeskEvent, Instant, Requirement } from '@rapport/core';
import type { Alert, Callback, CustomersChoice, QueueItem, Reservation } from '@rapport/protocol';
import { alertAfter } from '../views/alert-after.ts';
import { asideAfter } from '../views/aside-after.ts';
import { callbackAfter } from '../views/callback-after.ts';
import { choiceAfter } from '../views/choice-after.ts';
import { type Later, laterAfter } from '../views/later-after.ts';
import { reservationAfter } from '../views/reservation-after.ts';
import { type CustomersTurn, turnAfter } from '../views/turn-after.ts';
import type { PromisedTimes } from './promised-times.ts';
import { type PutOff, putOffUntil } from './put-off.ts';
import type { ItemFacts } from './row-changes.ts';

/** An open item as the floor keeps it. */
export interface FloorItem {
  /** Replaced where its promise is another. */
  facts: ItemFacts;
  readonly channel: ItemFacts['channel'];
  status: 'waiting' | QueueItem['status'];
  statusSince: Instant;
  waitingSince: Instant;
  /** Service time that it had waited before, until somebody accepted it. */
  waitedMs: number;
  /** What is promised since its last transfer, in place of its promise's own target. */
  promisedMs: number | undefined;
  requirements: readonly Requirement[];
  /** Who is offered it, carries it, or has put it off. */
  agentId: AgentId | undefined;
  /** When its offer ends, or its wrap-up. */
  expiresAt: Instant | undefined;
  /** Only while it is put off. */
  deferredUntil: Instant | undefined;
  /** For which other item of its matter it is put aside; only while it is. */
  pausedById: string | undefined;
  /** For when it was put off, also once that has come. */
  later: Later | undefined;
  /** What was told of it, while nobody has answered it. */
  alert: Alert | undefined;
  /** For whom it is kept, although somebody else could take it. */
  reservation: Reservation | undefined;
  /** By whom its customer was promised a call, and for when. */
  callback: Callback | undefined;
  /** For whom its customer chose to wait, in this wait. */
  choice: CustomersChoice | undefined;
  /** While it is its customer's. */
  turn: CustomersTurn | undefined;
  /** For which live item whoever carries it has put it aside. */
  asideForId: string | undefined;
  /** Whether somebody has accepted it before. */
  isAnswered: boolean;
  /** For whom somebody named it. */
  preferredId: string | undefined;
  /** How whoever has it is known to its customer, as the offer said. */
  standing: string | undefined;
  /** Rises with each change. */
  revision: number;
}

/** What is offered or put off is in his hands, and weighs nothing. */
export function isCarried(item: FloorItem): item is FloorItem & { readonly agentId: AgentId } {
  return item.agentId !== undefined && !['offered', 'deferred'].includes(item.status);
}

/** An item in somebody's hands, as his queue shows it. */
export function queueItem(item: FloorItem): QueueItem {
  const { facts, status, statusSince, expiresAt, deferredUntil, pausedById } = item;
  if (status === 'waiting') throw new Error('an item that waits is in nobody’s hands');
  return {
    ...facts,
    status,
    statusSince,
    ...(expiresAt !== undefined && { expiresAt }),
    ...(deferredUntil !== undefined && { deferredUntil }),
    ...(pausedById !== undefined && { pausedById }),
  };
}

/** What takes an item into somebody's hands, from one state of these to the next. */
export const STATUS_AFTER: Readonly<Partial<Record<DeskEvent['type'], FloorItem['status']>>> = {
  'work-held': 'on-hold',
  'work-resumed': 'active',
  'work-deferred': 'deferred',
  'work-wrapped-up': 'wrap-up',
};

/** It has this status from now on, and what belonged to the one before is over. */
export function setStatus(item: FloorItem, status: FloorItem['status'], at: Instant): void {
  item.status = status;
  item.statusSince = at;
  item.expiresAt = undefined;
  item.deferredUntil = undefined;
  item.pausedById = undefined;
  item.revision += 1;
}

/** What makes an item wait again for whoever had it. */
export const COMING_BACK: ReadonlySet<DeskEvent['type']> = new Set([
  'deferral-ended',
  'pause-ended',
  'work-recalled',
  'work-released',
]);

/** It is put off by somebody from now on. Returns by whom. Whoever is to be called waits no more for an answer. */
export function putOff(item: FloorItem, event: PutOff, at: Instant): AgentId {
  const isHanded = event.type === 'deferral-handed';
  setStatus(item, 'deferred', at);
  item.agentId = isHanded ? event.toAgentId : event.agentId;
  item.deferredUntil = putOffUntil(event);
  if (event.type === 'work-paused') item.pausedById = event.byWorkId;
  if (event.type === 'callback-promised') {
    item.waitedMs = 0;
    item.isAnswered = true;
  }
  return item.agentId;
}

/** An item that comes in. */
export function arrivedItem(
  event: Extract<DeskEvent, { type: 'work-received' }>,
  at: Instant,
): FloorItem {
  const { workId, customerId, channel, promiseId, priority = 0, requirements } = event;
  const known = customerId === undefined ? {} : { customerId };
  return {
    facts: { workId, ...known, channel, promiseId, priority, receivedAt: at },
    channel,
    status: 'waiting',
    statusSince: at,
    waitingSince: at,
    waitedMs: 0,
    promisedMs: undefined,
    requirements,
    agentId: undefined,
    expiresAt: undefined,
    deferredUntil: undefined,
    pausedById: undefined,
    asideForId: undefined,
    later: undefined,
    alert: undefined,
    reservation: undefined,
    callback: undefined,
    choice: undefined,
    turn: undefined,
    isAnswered: false,
    preferredId: undefined,
    standing: undefined,
    revision: 0,
  };
}

/**
 * What is said of it beside where it stands: for when it was put off, what was told of it, for whom it is kept,
 * who is to call, what its customer chose, whose turn it is.
 */
export function takeNote(item: FloorItem, event: DeskEvent, at: Instant): void {
  const { alert, reservation, callback, choice, turn, asideForId } = item;
  const before = { alert, reservation, callback, choice, turn, asideForId };
  item.later = laterAfter(item.later, event, { status: item.status, at });
  item.alert = alertAfter(item.alert, event, at);
  item.reservation = reservationAfter(item.reservation, event);
  item.callback = callbackAfter(item.callback, event);
  item.choice = choiceAfter(item.choice, event, item.callback);
  item.turn = turnAfter(item.turn, event, at);
  item.asideForId = asideAfter(item.asideForId, event);
  if (NOTES.some((note) => item[note] !== before[note])) item.revision += 1;
}

const NOTES = ['alert', 'reservation', 'callback', 'choice', 'turn', 'asideForId'] as const;

/** It is handed on: where it has a promise of its own from then on, what it has waited is behind it. */
export function handOn(
  item: FloorItem,
  { requirements, promisedMs }: Extract<DeskEvent, { type: 'work-transferred' }>,
): void {
  item.requirements = requirements ?? item.requirements;
  if (promisedMs === undefined) return;
  item.promisedMs = promisedMs;
  item.waitedMs = 0;
}

/** What leaves an item where it is, under other terms. */
type ChangeOfTerms = Extract<
  DeskEvent,
  { type: 'work-promised' | 'work-relaxed' | 'wrap-up-extended' }
>;

export function changesTerms(event: DeskEvent): event is ChangeOfTerms {
  const { type } = event;
  return type === 'work-promised' || type === 'work-relaxed' || type === 'wrap-up-extended';
}

/** Something else is promised for it, it asks for less, or more time is left to write it down. */
export function changeTerms(item: FloorItem, event: ChangeOfTerms): void {
  if (event.type === 'wrap-up-extended') item.expiresAt = event.endsAt;
  else if (event.type === 'work-relaxed') item.requirements = event.requirements;
  else {
    item.facts = { ...item.facts, promiseId: event.promiseId };
    item.promisedMs = undefined;
  }
  item.revision += 1;
}

/** Since when its customer is silent, so that it weighs nothing; undefined where he is not. */
export function silentSince({ turn }: Pick<FloorItem, 'turn'>): Instant | undefined {
  return turn?.isSilent === true ? turn.since : undefined;
}

/** What it has waited until somebody answered it, or another item of its matter, stays with it. */
export function keepWait(
  item: FloorItem,
  promises: Pick<PromisedTimes, 'waitedMs'>,
  at: Instant,
): void {
  const { promiseId } = item.facts;
  item.waitedMs += promises.waitedMs({ promiseId, fromAt: item.waitingSince, untilAt: at });
}

/** What a history speaks of is there; anything else is a bug and throws. */
export function existing<Value>(value: Value | undefined, otherwise: string): Value {
  if (value === undefined) throw new Error(`the history speaks of ${otherwise}`);
  return value;
}

/** Whether its first wait, if it ended at that moment, ended in time. */
export function wasInTime(
  { facts: { promiseId, receivedAt } }: FloorItem,
  promises: Pick<PromisedTimes, 'isInTime'>,
  untilAt: Instant,
): boolean {
  return promises.isInTime({ promiseId, fromAt: receivedAt, untilAt });
}
