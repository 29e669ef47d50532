import { type Desk, present } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { renewWindDowns } from '../roster/renew-wind-downs.ts';
import { dequeue } from '../routing/queues.ts';
import { scheduleWork } from '../routing/timers.ts';
import type { Instant } from '../time.ts';
import { NOBODY_EXCLUDED, setExclusions } from '../work/exclusions.ts';
import { unreserve } from '../work/evolve-reservation.ts';
import { NOBODY_MISSED } from '../work/misses.ts';
import { removeFrom } from '../work/remove-from.ts';
import type { CallbackEvent, CallbackMissed, CallbackPromised } from './callback-messages.ts';

/** Applies what happened to a promised callback. */
export function evolveCallback(
  desk: Desk,
  work: WorkRecord,
  event: CallbackEvent,
  at: Instant,
): void {
  if (event.type === 'callback-promised') putOff(desk, work, event, at);
  else if (event.type === 'callback-missed') miss(work, event);
}

/** What is promised has an age of its own: nobody has waited for a call before it was due. */
function putOff(desk: Desk, work: WorkRecord, event: CallbackPromised, at: Instant): void {
  const { dueAt, keptFreeFromAt } = event;
  const agent = present(desk.agents.get(event.agentId));
  leave(desk, work, at);
  setExclusions(desk, work, NOBODY_EXCLUDED);
  work.misses = NOBODY_MISSED;
  work.waitedMs = 0;
  work.alert = undefined;
  work.alertHeight = 0;
  work.status = 'deferred';
  work.statusSince = at;
  work.agent = agent;
  work.deferredFor = undefined;
  work.deferredUntil = dueAt;
  work.callback = { dueAt, keptFreeFromAt, attemptCount: 0 };
  agent.deferred.push(work);
  renewWindDowns(desk, agent, at);
  scheduleWork(desk, work);
}

/** Out of the queues, or out of the hands of whoever had promised it before. */
function leave(desk: Desk, work: WorkRecord, at: Instant): void {
  const { agent } = work;
  if (agent !== undefined) {
    removeFrom(agent.deferred, work);
    renewWindDowns(desk, agent, at);
  } else if (work.reservation === undefined) dequeue(desk, work);
  else unreserve(desk, work, at);
}

function miss(work: WorkRecord, { attemptCount, againAt, keptFreeFromAt }: CallbackMissed): void {
  const { callback } = work;
  work.callback = callback && {
    dueAt: againAt ?? callback.dueAt,
    keptFreeFromAt: keptFreeFromAt ?? callback.keptFreeFromAt,
    attemptCount,
  };
}
