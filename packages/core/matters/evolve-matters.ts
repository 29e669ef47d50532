import { renewKnown } from '../bonds/renew-known.ts';
import { type Desk, present } from '../desk.ts';
import type { WorkRecord } from '../desk-records.ts';
import { dequeue } from '../routing/queues.ts';
import { scheduleWork } from '../routing/timers.ts';
import type { Instant } from '../time.ts';
import { NOBODY_EXCLUDED, setExclusions } from '../work/exclusions.ts';
import { unreserve } from '../work/evolve-reservation.ts';
import { keepWait } from '../work/learn-times.ts';
import { NOBODY_MISSED } from '../work/misses.ts';
import type { WorkLinked, WorkPaused, WorkUnlinked } from './matter-messages.ts';
import { addMember, removeMember } from './members.ts';

/** Applies what happened to an item as one of a matter. How a pause ends is `evolveWork`'s. */
export function evolveMatter(
  desk: Desk,
  work: WorkRecord,
  event: WorkLinked | WorkUnlinked | WorkPaused,
  at: Instant,
): void {
  switch (event.type) {
    case 'work-linked':
      for (const each of addMember(desk, event.matterId, work)) renewKnown(desk, each);
      return;
    case 'work-unlinked':
      removeMember(desk, work);
      renewKnown(desk, work);
      return;
    case 'work-paused':
      pause(desk, work, event, at);
  }
}

/** It leaves the queues with the age that it has, and nobody is passed over for it any more. */
function pause(desk: Desk, work: WorkRecord, { agentId, byWorkId }: WorkPaused, at: Instant): void {
  const agent = present(desk.agents.get(agentId));
  if (work.reservation === undefined) dequeue(desk, work);
  else unreserve(desk, work, at);
  keepWait(work, at);
  setExclusions(desk, work, NOBODY_EXCLUDED);
  work.misses = NOBODY_MISSED;
  work.alert = undefined;
  work.status = 'deferred';
  work.statusSince = at;
  work.agent = agent;
  work.deferredFor = undefined;
  work.deferredUntil = Infinity;
  work.pausedById = byWorkId;
  agent.deferred.push(work);
  scheduleWork(desk, work);
}
