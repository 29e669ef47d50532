import { isFree } from '../agents/is-available.ts';
import { standingAt, strengthAt } from '../bonds/known.ts';
import { isSynchronous } from '../channel.ts';
import type { Decision } from '../decision.ts';
import type { Desk } from '../desk.ts';
import type { AgentRecord, ClassRecord, MembershipRecord } from '../desk-records.ts';
import { serviceMsAt } from '../promises/service-hours.ts';
import type { OfferReason } from '../work/reasons.ts';
import { firstRankOf, isInHeap } from './indexed-heap.ts';
import { offerWork } from './place-work.ts';
import { arrivalOf, firstWaiting, knownPlaceOf, workOf } from './queues.ts';

/**
 * Offers an agent who became free, or gained room, the most urgent item that he can take:
 *
 * score = min(urgency, cap) + β · strength · [he is known to the customer] + priority
 *
 * over the first of each class in the pool and in his personal queue. Within a class the urgency is
 * not capped, so that nobody is overtaken by a later arrival beyond what a bond is worth. Equal
 * scores: the live channel first, then the earlier arrival.
 *
 * Cost: O(waiting classes that he can serve + log n).
 */
export function feedAgent(decision: Decision, agent: AgentRecord): void {
  const { desk } = decision;
  const entry = chooseEntry(decision, agent);
  if (entry === undefined) return;
  const work = workOf(desk, entry);
  const place = knownPlaceOf(entry);
  const urgencyRatio = Math.round(urgencyOf(decision, work.class, entry) * 1000) / 1000;
  const reason: OfferReason =
    place === undefined
      ? { code: 'most-urgent', urgencyRatio }
      : { code: 'most-urgent', urgencyRatio, standing: standingAt(work.known, place) };
  offerWork(decision, { work, agent, reason });
}

/** The queue entry of the item that wants him most: in his personal queue where he is known for it. */
function chooseEntry(decision: Decision, agent: AgentRecord): number | undefined {
  const { desk } = decision;
  if (!isFree(agent)) return undefined;
  let best: number | undefined;
  let bestScore = -Infinity;
  for (const membership of agent.memberships) {
    const { waitingClasses } = membership.need;
    if (waitingClasses.length === 0) continue;
    if (!isInHeap(desk.index.availability, membership.handle)) continue;
    for (const workClass of waitingClasses) {
      const entry = firstOfClass(desk, workClass, membership);
      if (entry === undefined) continue;
      const score = scoreOf(decision, workClass, entry);
      if (score < bestScore) continue;
      if (score === bestScore && best !== undefined && !goesBefore(desk, entry, best)) continue;
      best = entry;
      bestScore = score;
    }
  }
  return best;
}

/**
 * Of the pool's first and his personal queue's first, the one that counts as the earlier arrival. An item
 * that stands in both comes out of his personal queue, where it ranks no later.
 */
function firstOfClass(
  desk: Desk,
  { pool, place }: ClassRecord,
  { agent, personal, firstRanks }: MembershipRecord,
): number | undefined {
  const pooled = firstWaiting(desk, pool, agent);
  const { queues } = desk.index;
  // Of a class of which all is reserved, his personal queue alone counts.
  const pooledRank = pooled === undefined ? Number.MAX_VALUE : firstRankOf(queues, pooled);
  // The queue itself lies far off in memory, and is seldom needed.
  if ((firstRanks[place] ?? Infinity) > pooledRank) return pooled;
  const known = firstWaiting(desk, personal[place] ?? [], agent);
  return known !== undefined && firstRankOf(queues, known) <= pooledRank ? known : pooled;
}

function scoreOf(decision: Decision, workClass: ClassRecord, entry: number): number {
  const { policy } = decision.desk;
  const urgency = Math.min(urgencyOf(decision, workClass, entry), policy.urgencyCap);
  const place = knownPlaceOf(entry);
  if (place === undefined) return urgency + workClass.priority;
  const { known, receivedAt } = workOf(decision.desk, entry);
  const strength = strengthAt(decision.desk, known, place, receivedAt);
  return urgency + policy.bondBonus * strength + workClass.priority;
}

function urgencyOf({ desk, at }: Decision, { promise }: ClassRecord, entry: number): number {
  return (serviceMsAt(promise.hours, at) - arrivalOf(desk, entry)) / promise.targetMs;
}

function goesBefore(desk: Desk, entry: number, other: number): boolean {
  const [a, b] = [workOf(desk, entry), workOf(desk, other)];
  const isLive = isSynchronous(a.class.need.channel);
  if (isLive !== isSynchronous(b.class.need.channel)) return isLive;
  return a.order < b.order;
}
