import type { Desk } from '../desk.ts';
import type { AgentRecord, NeedRecord, WorkRecord } from '../desk-records.ts';
import { isSynchronous } from '../channel.ts';
import { samplesMinOf } from '../routing/estimate.ts';
import { quantileMs } from '../routing/sample-window.ts';
import type { Instant, Interval } from '../time.ts';
import { CALLBACK_AHEAD_MS, CALLBACK_UNPLANNED_MS } from './callback-record.ts';
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
 * Whether an agent can promise to call at a moment: he is not away; by what is planned of his days he is on duty
 * and has no break, or, where nothing is planned, is here now and it is soon; he is in no meeting; and he has
 * promised nobody else a call so near that one of the two would slip.
 */
export function isFreeToCall(
  desk: Desk,
  { work, agent, at }: CallbackQuestion,
  dueAt: Instant,
): boolean {
  if (dueAt - at > CALLBACK_AHEAD_MS || !isAtWork(agent, dueAt, at)) return false;
  if (agent.busyIntervals.some((busy) => holds(busy, dueAt))) return false;
  const guardMs = callbackGuardMs(desk, work.class.need);
  return !agent.deferred.some(
    (other) =>
      other !== work && isPromised(other) && Math.abs(other.deferredUntil - dueAt) < guardMs,
  );
}

/** Moments offered are that much apart, on a clock of five minutes. */
const STEP_MS = 300_000;
const APART_STEPS = 6;

/** The first moments at which an agent could promise to call. Cost: O(moments looked at · his days). */
export function callbackMoments(
  desk: Desk,
  question: CallbackQuestion,
  countMax: number,
): readonly Instant[] {
  const moments: Instant[] = [];
  const lastAt = lastMoment(question);
  let dueAt = (Math.floor(question.at / STEP_MS) + 2) * STEP_MS;
  while (dueAt <= lastAt && moments.length < countMax) {
    const isFree = isFreeToCall(desk, question, dueAt);
    if (isFree) moments.push(dueAt);
    dueAt += isFree ? APART_STEPS * STEP_MS : STEP_MS;
  }
  return moments;
}

/** Beyond it nobody need look: nothing is planned of him there. */
function lastMoment({ agent: { roster }, at }: CallbackQuestion): Instant {
  if (roster === undefined) return at + CALLBACK_UNPLANNED_MS;
  const untilAt = roster.dutyIntervals.reduce((last, duty) => Math.max(last, duty.untilAt), at);
  return Math.min(untilAt, at + CALLBACK_AHEAD_MS);
}

function isAtWork({ absence, roster, state }: AgentRecord, dueAt: Instant, at: Instant): boolean {
  if (absence !== undefined && absence.untilAt > dueAt) return false;
  if (roster === undefined) return state !== 'signed-out' && dueAt - at <= CALLBACK_UNPLANNED_MS;
  const { dutyIntervals, breakIntervals } = roster;
  return (
    dutyIntervals.some((duty) => holds(duty, dueAt)) &&
    !breakIntervals.some((pause) => holds(pause, dueAt))
  );
}

function holds({ fromAt, untilAt }: Interval, moment: Instant): boolean {
  return fromAt <= moment && moment < untilAt;
}
