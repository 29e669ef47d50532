import type { Credited } from '../credits/credit-messages.ts';
import type { CallbackEvent } from '../callbacks/callback-messages.ts';
import type { AgentId, WorkId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import type { Agreed } from '../promises/agreement-messages.ts';
import type { Relaxation } from '../routing/relaxation-messages.ts';
import type { Instant } from '../time.ts';
import type { WaitChosen } from '../work/choice-messages.ts';
import type { ReservationEnded } from '../work/reservation-messages.ts';
import { type ClosedStatus, statusAfter } from '../work/status-after.ts';
import type { WorkQueued } from '../work/placement-messages.ts';
import type { WorkEvent, WorkReceived, WorkStatus } from '../work/work-messages.ts';
import type { NextStep } from './next-step.ts';
import { type Declined, declinedBy, type ToldPassedOver, toldOf } from './declined.ts';
import { alertAfter, type ToldAlert } from './told-alert.ts';
import type { OfferReason, PassedOver } from '../work/reasons.ts';

/** An event and when it happened. */
export interface Happening {
  readonly at: Instant;
  readonly event: DeskEvent;
}

/** Why an item is where it is: what the desk decided about it last, and what it said of its reasons. */
export interface Explanation {
  readonly workId: WorkId;
  /** The moment that is explained. */
  readonly at: Instant;
  readonly status: WorkStatus | ClosedStatus;
  readonly since: Instant;
  /** Whom it is offered to, who carries it or has put it off, or who completed it. */
  readonly agentId?: AgentId;
  /** Of who has it or had it: why he of all was asked. Of what waits: why nobody is. */
  readonly reason?:
    | OfferReason
    | { readonly code: WorkQueued['reason'] }
    | ReservedReason
    | ChosenReason
    | PausedReason;
  /** Who is known to the customer, came first, and was not asked. */
  readonly passedOver: readonly ToldPassedOver[];
  /** How the last offer before this one ended, where somebody did not take it. */
  readonly declined?: Declined;
  /** With which item its customer was there before he was called, as he had been promised. */
  readonly metById?: WorkId;
  /** The version of an agreement that made its promise, where one did. */
  readonly agreed?: Agreed;
  /** That its customer went before others as it came in. */
  readonly credit?: Credited;
  /** When it was last promised something else than it had come in with. */
  readonly promisedAt?: Instant;
  /** When it was last handed on, and what it had waited until then in all: its promise counts from then. */
  readonly handedOn?: { readonly at: Instant; readonly waitedMs: number };
  /** What it has let go of last because it waited for long, and when. */
  readonly relaxed?: { readonly step: Relaxation; readonly at: Instant };
  /** What was told of it last, while nobody had answered it. */
  readonly alert?: ToldAlert;
  /** By when it was promised when it was last decided where it goes; only of what nobody has answered. */
  readonly dueAt?: Instant;
  readonly next: NextStep;
}

/** It is kept for some who know the customer, although somebody else could take it. */
export interface ReservedReason {
  readonly code: 'reserved';
  readonly agentIds: readonly AgentId[];
  readonly chanceRatio: number;
  /** Who could have taken it. */
  readonly insteadOfId: AgentId;
}

/** Its customer chose to wait for one who knows him. */
export interface ChosenReason {
  readonly code: 'chosen';
  readonly agentIds: readonly AgentId[];
}

/** Whoever has it answers, or answered, another item of its matter, for which it was put aside. */
export interface PausedReason {
  readonly code: 'paused';
  readonly byWorkId: WorkId;
}

/**
 * Explains an item from its history alone, as of a moment: whatever happened later is left out. Undefined
 * where it had not come in by then. Where an id was used again, its last use by then counts.
 */
export function explainWork(
  workId: WorkId,
  history: readonly Happening[],
  at: Instant,
): Explanation | undefined {
  let story: Story | undefined;
  for (const happening of history) {
    const { event } = happening;
    if (happening.at > at || !('workId' in event) || event.workId !== workId) continue;
    if (event.type === 'work-received') story = begin(happening.at, event);
    else if (story !== undefined) tell(story, event, happening.at);
  }
  return story && { ...explanationOf(story), workId, at, next: nextOf(story) };
}

interface Story {
  status: Explanation['status'];
  since: Instant;
  agentId: AgentId | undefined;
  reason: Explanation['reason'];
  passedOver: readonly PassedOver[];
  declined: Declined | undefined;
  /** How it left the hands of each who is not asked for it now. */
  readonly ends: Map<AgentId, Declined['code']>;
  /** Of an offer, a reservation or a wrap-up, when it ends; of a deferral, when the item comes back. */
  untilAt: Instant;
  /** When its customer is called, as was promised. */
  callAt: Instant | undefined;
  metById: WorkId | undefined;
  agreed: Agreed | undefined;
  credit: Credited | undefined;
  promisedAt: Instant | undefined;
  handedOn: Explanation['handedOn'];
  relaxed: Explanation['relaxed'];
  alert: ToldAlert | undefined;
  dueAt: Instant | undefined;
}

function begin(at: Instant, { agreed, credit }: WorkReceived): Story {
  return {
    status: 'waiting',
    since: at,
    agentId: undefined,
    reason: undefined,
    passedOver: [],
    declined: undefined,
    ends: new Map(),
    untilAt: at,
    callAt: undefined,
    metById: undefined,
    agreed,
    credit,
    promisedAt: undefined,
    handedOn: undefined,
    relaxed: undefined,
    alert: undefined,
    dueAt: undefined,
  };
}

type OfWork = Exclude<WorkEvent, { type: 'desk-resumed' | 'work-received' }>;

function tell(story: Story, event: OfWork, at: Instant): void {
  changeStatus(story, statusAfter(event.type), at);
  story.alert = alertAfter(story.alert, event, at);
  if (event.type === 'alert-raised') story.dueAt = event.dueAt;
  story.untilAt = endOf(event) ?? story.untilAt;
  passOn(story, event, at);
  askForLess(story, event, at);
  const declined = declinedBy(event);
  if (declined !== undefined) release(story, declined);
  if (isOfCallback(event)) tellCallback(story, event);
  else if (event.type === 'deferral-handed') story.agentId = event.toAgentId;
  else if (event.type === 'wait-chosen' || event.type === 'reservation-ended') {
    followChoice(story, event);
  } else if (isOfPause(event)) putAside(story, event);
  else follow(story, event, at);
}

type OfPause = Extract<OfWork, { type: 'work-paused' | 'pause-ended' | 'work-resumed' }>;

function isOfPause(event: OfWork): event is OfPause {
  const { type } = event;
  return type === 'work-paused' || type === 'pause-ended' || type === 'work-resumed';
}

function putAside(story: Story, event: OfPause): void {
  if (event.type === 'work-resumed') {
    // He goes on with it by itself from then on.
    if (story.reason?.code === 'paused') story.reason = undefined;
    return;
  }
  forget(story);
  if (event.type === 'pause-ended') return;
  story.agentId = event.agentId;
  story.reason = { code: 'paused', byWorkId: event.byWorkId };
  story.alert = undefined;
}

function isOfCallback(event: OfWork): event is CallbackEvent {
  return event.type.startsWith('callback-');
}

/** Who calls, and when; or that the customer was there first. */
function tellCallback(story: Story, event: CallbackEvent): void {
  if (event.type === 'callback-met') {
    story.metById = event.byWorkId;
    return;
  }
  if (event.type === 'callback-missed') {
    story.callAt = event.againAt;
    return;
  }
  release(story, undefined);
  story.agentId = event.agentId;
  story.untilAt = event.dueAt;
  story.callAt = event.dueAt;
  story.alert = undefined;
}

/** When what begins by this ends by itself. */
function endOf(event: OfWork): Instant | undefined {
  switch (event.type) {
    case 'work-offered':
      return event.expiresAt;
    case 'work-reserved':
    case 'work-deferred':
      return event.untilAt;
    case 'work-wrapped-up':
    case 'wrap-up-extended':
      // In histories of before, nothing said when it ends.
      return event.endsAt ?? 0;
    default:
      return undefined;
  }
}

function follow(
  story: Story,
  event: Exclude<
    OfWork,
    CallbackEvent | OfPause | { type: 'deferral-handed' | 'wait-chosen' | 'reservation-ended' }
  >,
  at: Instant,
): void {
  switch (event.type) {
    case 'work-offered':
    case 'work-queued':
    case 'work-reserved':
      choose(story, event);
      return;
    case 'offer-accepted':
      story.declined = undefined;
      story.alert = undefined;
      return;
    case 'work-promised':
      story.agreed = undefined;
      story.handedOn = undefined;
      story.promisedAt = at;
      story.alert = undefined;
      story.dueAt = undefined;
      return;
    case 'deferral-ended':
    case 'work-recalled':
      story.agentId = undefined;
      return;
    case 'work-abandoned':
      // Why it waited still says something; why somebody was being asked no longer does.
      if (story.agentId !== undefined) forget(story);
      return;
    default:
  }
}

/** From then on it has a promise of its own. */
function passOn(story: Story, event: OfWork, at: Instant): void {
  if (event.type !== 'work-transferred' || event.waitedMs === undefined) return;
  story.handedOn = { at, waitedMs: event.waitedMs };
}

/** Whoever hands it on and says what it asks for from then on says so of all of it. */
function askForLess(story: Story, event: OfWork, at: Instant): void {
  if (event.type === 'work-relaxed') story.relaxed = { step: event.step, at };
  else if (event.type === 'work-transferred' && event.requirements !== undefined) {
    story.relaxed = undefined;
  }
}

function followChoice(story: Story, event: WaitChosen | ReservationEnded): void {
  const hasChosen = story.reason?.code === 'chosen';
  if (event.type === 'wait-chosen' || hasChosen) forget(story);
  if (event.type === 'reservation-ended' || event.agentId === undefined) return;
  story.reason = { code: 'chosen', agentIds: [event.agentId] };
  story.untilAt = event.keptUntilAt ?? story.untilAt;
}

function changeStatus(story: Story, status: Explanation['status'] | undefined, at: Instant): void {
  if (status === undefined || status === story.status) return;
  story.status = status;
  story.since = at;
}

function choose(
  story: Story,
  event: Extract<OfWork, { type: 'work-offered' | 'work-queued' | 'work-reserved' }>,
): void {
  story.passedOver = event.passedOver ?? [];
  story.dueAt = event.dueAt;
  if (event.type === 'work-queued') {
    story.reason = { code: event.reason };
    return;
  }
  if (event.type === 'work-reserved') {
    const { agentIds, chanceRatio, insteadOfId } = event;
    story.reason = { code: 'reserved', agentIds, chanceRatio, insteadOfId };
    return;
  }
  story.agentId = event.agentId;
  story.reason = event.reason;
}

function release(story: Story, declined: Declined | undefined): void {
  forget(story);
  story.declined = declined;
  if (declined !== undefined) story.ends.set(declined.agentId, declined.code);
}

function forget(story: Story): void {
  story.agentId = undefined;
  story.reason = undefined;
  story.passedOver = [];
}

function explanationOf(story: Story) {
  const { status, since, agentId, reason, declined, metById } = story;
  return {
    status,
    since,
    passedOver: story.passedOver.map((each) => toldOf(each, story.ends)),
    ...(agentId !== undefined && { agentId }),
    ...(reason !== undefined && { reason }),
    ...(declined !== undefined && { declined }),
    ...(metById !== undefined && { metById }),
    ...termsOf(story),
  };
}

/** What was promised, and what became of that. */
function termsOf(story: Story) {
  const { status, agreed, credit, promisedAt, handedOn, relaxed, alert, dueAt } = story;
  const isUnanswered = status === 'waiting' || status === 'offered';
  return {
    ...(agreed !== undefined && { agreed }),
    ...(credit !== undefined && { credit }),
    ...(promisedAt !== undefined && { promisedAt }),
    ...(handedOn !== undefined && { handedOn }),
    ...(relaxed !== undefined && { relaxed }),
    ...(alert !== undefined && { alert }),
    ...(dueAt !== undefined && isUnanswered && { dueAt }),
  };
}

function nextOf({ status, agentId, reason, untilAt, callAt }: Story): NextStep {
  if (agentId === undefined) return nextOfNobodys(status, reason, untilAt);
  switch (status) {
    case 'offered':
      return { code: 'answer', agentId, byAt: untilAt };
    case 'deferred':
      if (reason?.code === 'paused') {
        return { code: 'return-after', agentId, byWorkId: reason.byWorkId };
      }
      return { code: callAt === untilAt ? 'call-back' : 'return', agentId, at: untilAt };
    case 'active':
    case 'on-hold':
      return { code: 'serve', agentId };
    case 'wrap-up':
      return { code: 'complete', agentId, ...(untilAt > 0 && { byAt: untilAt }) };
    default:
      return { code: 'none' };
  }
}

function nextOfNobodys(
  status: Story['status'],
  reason: Story['reason'],
  untilAt: Instant,
): NextStep {
  if (status !== 'waiting') return { code: 'none' };
  if (reason?.code === 'reserved' || reason?.code === 'chosen') {
    return { code: 'release', agentIds: reason.agentIds, byAt: untilAt };
  }
  return { code: reason?.code === 'nobody-able' ? 'somebody-able' : 'somebody-free' };
}
