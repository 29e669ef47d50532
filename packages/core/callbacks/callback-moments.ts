import type { Desk } from '../desk.ts';
import type { AgentRecord, NeedRecord, WorkRecord } from '../desk-records.ts';
import { isSynchronous } from '../channel.ts';
import { type Roster, type WindDown, windDownsOf } from '../roster/wind-downs.ts';
import { samplesMinOf } from '../routing/estimate.ts';
import { quantileMs } from '../routing/sample-window.ts';
import type { Instant, Interval } from '../time.ts';
import {
  CALLBACK_AHEAD_MS,
  CALLBACK_UNPLANNED_MS,
  type CallbackRecord,
} from './callback-record.ts';
import { isPromised } from './is-promised.ts';

/** Of whom, for what, and when. */
export interface CallbackQuestion {
  readonly work: WorkRecord;
  readonly agent: AgentRecord;
  readonly at: Instant;
}

/** Eight of ten items of a need take no longer than this: so much before a callback, whoever promised it takes up nothing else. */
export function callbackGuardMs(desk: Desk, { channel, estimate }: NeedRecord): number {
  const { policy } = desk;
  if (estimate !== undefined && estimate.handles.size >= samplesMinOf(desk)) {
    return quantileMs(estimate.handles, 0.8);
  }
  return isSynchronous(channel) ? policy.handleMsSynchronous : policy.handleMsAsynchronous;
}

/**
 * Whether an agent can promise to call at a moment: he is not away, and back by then where he has said when he
 * is back; by what is planned of his days he is on duty, and neither has a break nor winds down for one or for
 * the end of his shift, or, where nothing is planned, is here now and it is soon; he is in no meeting; and he has
 * promised nobody else a call so near that one of the two would slip.
 */
export function isFreeToCall(desk: Desk, question: CallbackQuestion, dueAt: Instant): boolean {
  return isFree(desk, lookedAt(desk, question), dueAt);
}

interface LookedAt extends CallbackQuestion {
  /** What is planned of his days as far as a call can be promised; of a year, he has hundreds. */
  readonly roster: Roster | undefined;
  /** When he is offered nothing live by that: a call that came due then would not be his. */
  readonly stops: readonly WindDown[];
}

function lookedAt({ policy }: Desk, question: CallbackQuestion): LookedAt {
  const { agent, at } = question;
  if (agent.roster === undefined) return { ...question, roster: undefined, stops: [] };
  const { windDownMs } = policy;
  const lastAt = at + CALLBACK_AHEAD_MS + windDownMs;
  const isNear = ({ fromAt, untilAt }: Interval): boolean =>
    untilAt + windDownMs > at && fromAt <= lastAt;
  const roster = {
    dutyIntervals: agent.roster.dutyIntervals.filter(isNear),
    breakIntervals: agent.roster.breakIntervals.filter(isNear),
  };
  return { ...question, roster, stops: windDownsOf(roster, windDownMs) };
}

function isFree(desk: Desk, looked: LookedAt, dueAt: Instant): boolean {
  const { work, agent, at, stops } = looked;
  if (dueAt - at > CALLBACK_AHEAD_MS || !isAtWork(looked, dueAt)) return false;
  if ([...agent.busyIntervals, ...stops].some((stop) => holds(stop, dueAt))) return false;
  const guardMs = callbackGuardMs(desk, work.class.need);
  return !agent.deferred.some(
    (other) => other !== work && isPromised(other) && isNear(other.callback, { dueAt, guardMs }),
  );
}

/**
 * Whichever comes first lasts into the other, or comes due when he is kept free for the other already, and is
 * offered nothing live.
 */
function isNear(
  promised: CallbackRecord | undefined,
  { dueAt, guardMs }: { readonly dueAt: Instant; readonly guardMs: number },
): boolean {
  if (promised === undefined) return false;
  const otherMs = promised.dueAt - promised.keptFreeFromAt;
  return Math.abs(promised.dueAt - dueAt) <= Math.max(guardMs, otherMs);
}

/** Moments offered are that much apart, on a clock of five minutes. */
const STEP_MS = 300_000;
const APART_STEPS = 6;

/** The first moments at which an agent could promise to call. Cost: O(his roster + moments looked at · days of two weeks). */
export function callbackMoments(
  desk: Desk,
  question: CallbackQuestion,
  countMax: number,
): readonly Instant[] {
  const moments: Instant[] = [];
  const looked = lookedAt(desk, question);
  const lastAt = lastMoment(looked);
  let dueAt = (Math.floor(question.at / STEP_MS) + 2) * STEP_MS;
  while (dueAt <= lastAt && moments.length < countMax) {
    const isHis = isFree(desk, looked, dueAt);
    if (isHis) moments.push(dueAt);
    dueAt += isHis ? APART_STEPS * STEP_MS : STEP_MS;
  }
  return moments;
}

/** Beyond it nobody need look: nothing is planned of him there. */
function lastMoment({ roster, at }: LookedAt): Instant {
  if (roster === undefined) return at + CALLBACK_UNPLANNED_MS;
  const untilAt = roster.dutyIntervals.reduce((last, duty) => Math.max(last, duty.untilAt), at);
  return Math.min(untilAt, at + CALLBACK_AHEAD_MS);
}

function isAtWork({ agent, roster, at }: LookedAt, dueAt: Instant): boolean {
  const { absence, returnAt = at, state } = agent;
  if (returnAt > dueAt || (absence !== undefined && absence.untilAt > dueAt)) return false;
  if (roster === undefined) return state !== 'signed-out' && dueAt - at <= CALLBACK_UNPLANNED_MS;
  return roster.dutyIntervals.some((duty) => holds(duty, dueAt));
}

function holds({ fromAt, untilAt }: Interval, moment: Instant): boolean {
  return fromAt <= moment && moment < untilAt;
}
