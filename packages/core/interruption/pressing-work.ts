import { placeOf, standingAt } from '../bonds/known.ts';
import type { Decision } from '../decision.ts';
import type { AgentRecord, ClassRecord, WorkRecord } from '../desk-records.ts';
import { arrivalMsOf } from '../promises/due-at.ts';
import { serviceMsAt } from '../promises/service-hours.ts';
import { firstInHeap, firstRankOf, isInHeap } from '../routing/indexed-heap.ts';
import { workOf } from '../routing/queues.ts';
import { isExcluded } from '../work/is-excluded.ts';
import type { OfferReason } from '../work/reasons.ts';
import { isPressing } from './can-interrupt.ts';

/**
 * The item for which an agent is interrupted: of the first pressing one of each class in the pool the one with the
 * most urgency and priority; of equals the one that came first.
 *
 * Cost: nothing for whoever may never be interrupted; else O(waiting classes that he can serve), and what of each
 * is past the share of its promise from which it presses but may not be offered to him.
 */
export function pressingFor(decision: Decision, agent: AgentRecord): WorkRecord | undefined {
  if (!agent.isInterruptible) return undefined;
  const { desk } = decision;
  const { interruptibility } = desk.index;
  let best: WorkRecord | undefined;
  let bestScore = -Infinity;
  for (const { handle, need } of agent.memberships) {
    if (need.waitingClasses.length === 0 || !isInHeap(interruptibility, handle)) continue;
    for (const workClass of need.waitingClasses) {
      const work = firstPressing(decision, workClass, agent);
      if (work === undefined) continue;
      const score = scoreOf(decision, work);
      const isEqual = score === bestScore && best !== undefined;
      if (isEqual ? work.order > (best?.order ?? 0) : score < bestScore) continue;
      best = work;
      bestScore = score;
    }
  }
  return best;
}

/** The first in the pool of a class that presses, and that he may be offered. */
function firstPressing(
  decision: Decision,
  workClass: ClassRecord,
  agent: AgentRecord,
): WorkRecord | undefined {
  const { desk } = decision;
  const { queues } = desk.index;
  const lastArrivalMs = lastToPress(decision, workClass);
  // Nobody who came in later than that presses, so that the search ends there.
  const entry = firstInHeap(queues, workClass.pool, (each) => {
    const work = workOf(desk, each);
    if (isExcluded(work, agent)) return false;
    return isPressing(work) || firstRankOf(queues, each) > lastArrivalMs;
  });
  const work = entry === undefined ? undefined : workOf(desk, entry);
  return work !== undefined && isPressing(work) ? work : undefined;
}

/** The latest arrival, in service time, that can be near its promise by now. A change of the policy tells of nobody anew. */
function lastToPress({ desk, at }: Decision, { promise }: ClassRecord): number {
  const shareMs = Math.floor(promise.targetMs * desk.policy.approachingShare);
  return serviceMsAt(promise.hours, at) - shareMs;
}

/** Why an item is offered to somebody who is interrupted for it. */
export function interruptingReason(
  { at }: Decision,
  work: WorkRecord,
  agent: AgentRecord,
): OfferReason {
  const urgencyRatio = Math.round(urgencyOf(work, at) * 1000) / 1000;
  const place = placeOf(work.known, agent);
  const reason = { code: 'interrupting', urgencyRatio } as const;
  return place === -1 ? reason : { ...reason, standing: standingAt(work.known, place) };
}

function scoreOf({ desk, at }: Decision, work: WorkRecord): number {
  return Math.min(urgencyOf(work, at), desk.policy.urgencyCap) + work.class.priority;
}

function urgencyOf(work: WorkRecord, at: number): number {
  const { hours, targetMs } = work.class.promise;
  return (serviceMsAt(hours, at) - arrivalMsOf(hours, work)) / targetMs;
}
