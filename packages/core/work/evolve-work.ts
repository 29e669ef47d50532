import type { DeskResumed } from './desk-resumed.ts';
import type { AlertEvent } from '../alerts/alert-messages.ts';
import { evolveAlert } from '../alerts/evolve-alerts.ts';
import { carriedWeight, weightOf } from '../agents/load.ts';
import { knownAgents } from '../bonds/known-agents.ts';
import { renewKnown } from '../bonds/renew-known.ts';
import type { CallbackEvent } from '../callbacks/callback-messages.ts';
import { evolveCallback } from '../callbacks/evolve-callbacks.ts';
import { type Desk, present } from '../desk.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import { estimateOf } from '../routing/estimate.ts';
import { evolveMatter } from '../matters/evolve-matters.ts';
import { handleMatter } from '../matters/members.ts';
import { handOn } from '../promises/after-transfer.ts';
import { renewWindDowns } from '../roster/renew-wind-downs.ts';
import { endAside, evolveInterruption } from '../interruption/evolve-interruption.ts';
import type { InterruptionEvent } from '../interruption/interruption-messages.ts';
import { renewAvailability } from '../routing/memberships.ts';
import { classOf } from '../routing/needs.ts';
import { dequeue, enqueue } from '../routing/queues.ts';
import { addSample } from '../routing/sample-window.ts';
import { scheduleWork, unscheduleWork } from '../routing/timers.ts';
import type { Instant } from '../time.ts';
import { NOBODY_EXCLUDED, setExclusions } from './exclusions.ts';
import type { WorkPromised } from './change-promise-messages.ts';
import type { WorkOffered, WorkQueued } from './placement-messages.ts';
import { unreserve } from './evolve-reservation.ts';
import { handDeferral } from './hand-deferral.ts';
import { endWait, learnFromEnd } from './learn-times.ts';
import { addMiss, NOBODY_MISSED } from './misses.ts';
import { removeOpen } from './open-work.ts';
import { removeFrom } from './remove-from.ts';
import type {
  OfferDeclined,
  OfferExpired,
  OfferWithdrawn,
  WorkDeferred,
  WorkEvent,
  WorkReceived,
  WorkStatus,
  WorkTransferred,
} from './work-messages.ts';
import { takeIn } from './take-in.ts';
import {
  changesNothing,
  isAlert,
  isOfCallback,
  isOfInterruption,
  isOfMatter,
  isOfTurn,
  type OfMatter,
} from './work-event-kinds.ts';
import { endTurn, evolveTurn } from './evolve-turn.ts';
import { changeWaiting, isOfWaiting } from './evolve-waiting.ts';
import type { TurnEvent } from './turn-messages.ts';
import type { WorkWrappedUp, WrapUpEnded, WrapUpExtended } from './wrap-up-messages.ts';

/** Applies what happened to an item. */
export function evolveWork(desk: Desk, event: WorkEvent, at: Instant): void {
  if (changesNothing(event)) return;
  if (event.type === 'work-received') {
    takeIn(desk, event, at);
    return;
  }
  const work = present(desk.work.get(event.workId));
  if (isAlert(event)) evolveAlert(desk, work, event);
  else if (isOfTurn(event)) evolveTurn(desk, work, event);
  else if (isOfCallback(event)) evolveCallback(desk, work, event, at);
  else if (isOfInterruption(event)) evolveInterruption(work, event);
  else if (isOfMatter(event)) evolveMatter(desk, work, event, at);
  else changeWork(desk, work, event, at);
}

type ChangingEvent = Exclude<
  WorkEvent,
  | AlertEvent
  | TurnEvent
  | CallbackEvent
  | InterruptionEvent
  | OfMatter
  | DeskResumed
  | WorkQueued
  | WrapUpEnded
  | WorkReceived
>;

function changeWork(desk: Desk, work: WorkRecord, event: ChangingEvent, at: Instant): void {
  switch (event.type) {
    case 'work-offered':
      offer(desk, work, event, at);
      return;
    case 'offer-declined':
    case 'offer-expired':
    case 'offer-withdrawn':
      takeBack(desk, work, event, at);
      return;
    case 'work-transferred':
      transfer(desk, work, event, at);
      return;
    case 'work-completed':
    case 'work-abandoned':
      close(desk, work, at);
      return;
    default:
      if (isOfWaiting(event)) changeWaiting(desk, work, event, at);
      else carry(desk, work, event, at);
  }
}

function offer(desk: Desk, work: WorkRecord, event: WorkOffered, at: Instant): void {
  const agent = present(desk.agents.get(event.agentId));
  if (desk.index.arriving === work) desk.index.arriving = undefined;
  else if (work.reservation === undefined) dequeue(desk, work);
  else unreserve(desk, work, at);
  setStatus(work, 'offered', at);
  work.agent = agent;
  work.offerExpiresAt = event.expiresAt;
  agent.offered = work;
  agent.lastAssignedAt = at;
  renewAvailability(desk, agent);
  scheduleWork(desk, work);
}

type CarriedEvent = Extract<
  WorkEvent,
  {
    readonly type:
      | 'offer-accepted'
      | 'work-held'
      | 'work-resumed'
      | 'work-deferred'
      | 'deferral-ended'
      | 'pause-ended'
      | 'work-recalled'
      | 'work-promised'
      | 'work-released'
      | 'deferral-handed'
      | 'wrap-up-extended'
      | 'work-wrapped-up';
  }
>;

function carry(desk: Desk, work: WorkRecord, event: CarriedEvent, at: Instant): void {
  switch (event.type) {
    case 'offer-accepted':
      endWait(work, at);
      work.alert = undefined;
      setStatus(work, 'active', at);
      takeUp(desk, work, at);
      return;
    case 'work-held':
      setStatus(work, 'on-hold', at);
      return;
    case 'work-resumed':
      resume(desk, work, at);
      return;
    case 'work-deferred':
      defer(desk, work, event, at);
      return;
    case 'deferral-ended':
    case 'pause-ended':
    case 'work-released':
      comeBack(desk, work, at);
      return;
    case 'work-recalled':
      comeBack(desk, work, at);
      // Its customer is here, or wants no call any more.
      work.callback = undefined;
      return;
    case 'work-promised':
      promise(desk, work, event);
      return;
    case 'deferral-handed':
      handDeferral(desk, work, event, at);
      return;
    default:
      wrapUp(desk, work, event, at);
  }
}

function resume(desk: Desk, work: WorkRecord, at: Instant): void {
  const wasDeferred = work.status === 'deferred';
  setStatus(work, 'active', at);
  if (wasDeferred) takeUp(desk, work, at);
}

/** Without a moment it has no end, as in histories of before. */
function wrapUp(
  desk: Desk,
  work: WorkRecord,
  { type, endsAt = 0 }: WorkWrappedUp | WrapUpExtended,
  at: Instant,
): void {
  if (type === 'wrap-up-extended') work.extensionCount += 1;
  else {
    setStatus(work, 'wrap-up', at);
    endTurn(work);
  }
  work.wrapUpEndsAt = endsAt;
  scheduleWork(desk, work);
}

function takeUp(desk: Desk, work: WorkRecord, at: Instant): void {
  const agent = present(work.agent);
  work.takenAt = at;
  if (agent.offered === work) agent.offered = undefined;
  removeFrom(agent.deferred, work);
  work.offerExpiresAt = 0;
  work.deferredUntil = 0;
  work.pausedById = undefined;
  work.deferredFor = undefined;
  setExclusions(desk, work, NOBODY_EXCLUDED);
  work.misses = NOBODY_MISSED;
  agent.carried.push(work);
  agent.loadUnits += weightOf(agent, work.class.need.channel);
  for (const each of handleMatter(work, agent)) renewKnown(desk, each);
  if (work.callback !== undefined) renewWindDowns(desk, agent, at);
  renewAvailability(desk, agent);
  scheduleWork(desk, work);
}

/** It stays his, and weighs nothing. */
function defer(desk: Desk, work: WorkRecord, { untilAt }: WorkDeferred, at: Instant): void {
  const agent = present(work.agent);
  letGo(desk, work, at);
  work.agent = agent;
  work.deferredUntil = untilAt;
  agent.deferred.push(work);
  setStatus(work, 'deferred', at);
  // Whoever puts it off to another moment than he is to call again has spoken with the customer.
  if (work.callback?.dueAt !== untilAt) work.callback = undefined;
  if (work.callback !== undefined) renewWindDowns(desk, agent, at);
  scheduleWork(desk, work);
}

/** It waits again, and whoever had put it off, or had to let it go, is asked first. */
function comeBack(desk: Desk, work: WorkRecord, at: Instant): void {
  beginWait(work, at);
  work.preferred = present(work.agent);
  renewKnown(desk, work);
  release(desk, work, at);
}

function beginWait(work: WorkRecord, at: Instant): void {
  work.waitingSince = at;
  work.wasReserved = false;
  work.misses = NOBODY_MISSED;
}

function transfer(desk: Desk, work: WorkRecord, event: WorkTransferred, at: Instant): void {
  const { need, priority } = work.class;
  const { channel, isProficiencyFirst } = need;
  const promise = handOn(work, event);
  exclude(desk, work, present(work.agent), event.excludedUntil);
  beginWait(work, at);
  work.transferCount += 1;
  work.preferred =
    event.toAgentId === undefined ? undefined : present(desk.agents.get(event.toAgentId));
  work.known = knownAgents(desk, work);
  const requirements = event.requirements ?? need.requirements;
  if (event.requirements !== undefined) work.loweredCount = 0;
  // What he let go of counts for what it asked for until now.
  letGo(desk, work, at);
  // Whoever hands it on has spoken with the customer, or somebody else's word is as good.
  work.callback = undefined;
  work.class = classOf(desk, { channel, requirements, isProficiencyFirst, promise, priority });
  wait(desk, work, at);
}

/** It stands in another class, with the age that it has. */
function promise(desk: Desk, work: WorkRecord, { promiseId }: WorkPromised): void {
  const { need, priority } = work.class;
  const changed = { ...need, promise: present(desk.promises.get(promiseId)), priority };
  const isQueued = work.status === 'waiting';
  if (isQueued) dequeue(desk, work);
  work.class = classOf(desk, changed);
  // What was told of the other promise says nothing of this one.
  work.alert = undefined;
  work.alertHeight = 0;
  if (isQueued) enqueue(desk, work);
  scheduleWork(desk, work);
}

/** An offer is over; whoever did not take it is not asked again for a while. */
function takeBack(
  desk: Desk,
  work: WorkRecord,
  event: OfferDeclined | OfferExpired | OfferWithdrawn,
  at: Instant,
): void {
  if (event.type !== 'offer-withdrawn') {
    exclude(desk, work, present(work.agent), event.excludedUntil);
    addMiss(work, present(work.agent));
  }
  release(desk, work, at);
}

function exclude(desk: Desk, work: WorkRecord, agent: AgentRecord, until: Instant): void {
  const others = work.exclusions.filter((exclusion) => exclusion.agent !== agent);
  setExclusions(desk, work, [...others, { agent, until }]);
}

/** Lets whoever has the item go of it, and puts it back into the queues. */
function release(desk: Desk, work: WorkRecord, at: Instant): void {
  letGo(desk, work, at);
  wait(desk, work, at);
}

function wait(desk: Desk, work: WorkRecord, at: Instant): void {
  setStatus(work, 'waiting', at);
  enqueue(desk, work);
  scheduleWork(desk, work);
}

function close(desk: Desk, work: WorkRecord, at: Instant): void {
  learnFromEnd(work, at);
  if (work.status !== 'waiting') letGo(desk, work, at);
  else if (work.reservation === undefined) dequeue(desk, work);
  else unreserve(desk, work, at);
  unscheduleWork(desk, work);
  removeOpen(desk, work);
}

function letGo(desk: Desk, work: WorkRecord, at: Instant): void {
  const agent = present(work.agent);
  if (agent.offered === work) agent.offered = undefined;
  else if (removeFrom(agent.carried, work)) {
    agent.loadUnits -= carriedWeight(agent, work);
    addSample(estimateOf(work.class.need).handles, at - work.takenAt);
  } else removeFrom(agent.deferred, work);
  endAside(work, agent);
  work.takenAt = 0;
  work.turn = undefined;
  work.agent = undefined;
  work.offerExpiresAt = 0;
  work.deferredUntil = 0;
  work.pausedById = undefined;
  work.deferredFor = undefined;
  if (work.callback !== undefined) renewWindDowns(desk, agent, at);
  renewAvailability(desk, agent);
}

function setStatus(work: WorkRecord, status: WorkStatus, at: Instant): void {
  work.status = status;
  work.statusSince = at;
}
