import { isFree } from '../agents/is-available.ts';
import { knownAt, standingAt, strengthAt } from '../bonds/known.ts';
import { isSynchronous } from '../channel.ts';
import type { Decision } from '../decision.ts';
import type { Desk } from '../desk.ts';
import type { AgentRecord, ClassRecord, MembershipRecord } from '../desk-records.ts';
import { interruptingReason, pressingFor } from '../interruption/pressing-work.ts';
import { endInterruption } from '../interruption/put-aside.ts';
import { stopWindingDown } from '../roster/stop-winding-down.ts';
import { serviceMsAt } from '../promises/service-hours.ts';
import type { OfferReason } from '../work/reasons.ts';
import { firstRankOf, isInHeap } from './indexed-heap.ts';
import { bestSuited } from './memberships.ts';
import { firstFreeKnown, offerWork } from './place-work.ts';
import { arrivalOf, firstWaiting, knownPlaceOf, workOf } from './queues.ts';

/** From here on an item without a credit goes before one with it that is not yet due. Source: docs/decisions/0024-the-other-rules-of-offering.md */
const LATE_URGENCY = 1.5;

/**
 * Offers an agent who became free, or gained room, the most urgent item that he can take:
 *
 * score = min(urgency, cap) + β · strength · [he is known to the customer] + priority
 *
 * over the first of each class in the pool and in his personal queue. Within a class the urgency is
 * not capped, so that nobody is overtaken by a later arrival beyond what a bond is worth. Equal
 * scores: the live channel first, then the earlier arrival. Where one without a credit of priority is late by
 * half its promise, those with one that are not yet due wait.
 *
 * Cost: O(waiting classes that he can serve + log n).
 */
export function feedAgent(decision: Decision, agent: AgentRecord): void {
  const { desk } = decision;
  endInterruption(decision, agent);
  if (agent.isWindingDown) stopWindingDown(decision, agent);
  const entry = chooseEntry(decision, agent);
  if (offerPressing(decision, agent, entry) || entry === undefined) return;
  const work = workOf(desk, entry);
  const place = knownPlaceOf(entry);
  const urgencyRatio = Math.round(urgencyOf(decision, work.class, entry) * 1000) / 1000;
  const reason: OfferReason =
    place === undefined
      ? { code: 'most-urgent', urgencyRatio }
      : { code: 'most-urgent', urgencyRatio, standing: standingAt(work.known, place) };
  offerWork(decision, { work, agent, reason });
}

/** Offers him what he is to be interrupted for, unless he is wanted for something live. Whether there is such an item. */
function offerPressing(decision: Decision, agent: AgentRecord, entry: number | undefined): boolean {
  const { desk } = decision;
  const isLive = entry !== undefined && isSynchronous(workOf(desk, entry).class.need.channel);
  const pressing = isLive ? undefined : pressingFor(decision, agent);
  // Somebody who is free and has not been fed yet goes before; see `feedAgents`.
  if (pressing === undefined || bestSuited(desk, pressing) !== undefined) return false;
  const reason = interruptingReason(decision, pressing, agent);
  offerWork(decision, { work: pressing, agent, reason });
  return true;
}

/** The same for several who were freed at once: nobody is asked for the customer of another of them who is free for him. */
export function feedAgents(decision: Decision, agents: readonly AgentRecord[]): void {
  const unfed = new Set(agents);
  for (const agent of agents) feedInTurn(decision, agent, unfed);
  // Somebody is interrupted only for what those who were fed after him have left.
  for (const agent of agents) if (agent.isInterruptible) feedAgent(decision, agent);
}

/** Feeds an agent, and before him whoever else is to be fed and comes before him for what he would be asked for. */
function feedInTurn(decision: Decision, agent: AgentRecord, unfed: Set<AgentRecord>): void {
  if (!unfed.delete(agent)) return;
  while (unfed.size > 0) {
    endInterruption(decision, agent);
    if (agent.isWindingDown) stopWindingDown(decision, agent);
    const entry = chooseEntry(decision, agent);
    const first = entry === undefined ? undefined : firstOfKnown(decision.desk, entry);
    if (first === undefined || !unfed.has(first)) break;
    feedInTurn(decision, first, unfed);
  }
  feedAgent(decision, agent);
}

/** Who is asked first of those who know the customer of an item and are free; undefined where nobody is. */
function firstOfKnown(desk: Desk, entry: number): AgentRecord | undefined {
  const work = workOf(desk, entry);
  const place = firstFreeKnown(desk, work);
  return place === -1 ? undefined : knownAt(desk, work.known, place);
}

/** The queue entry of the item that wants him most: in his personal queue where he is known for it. */
function chooseEntry(decision: Decision, agent: AgentRecord): number | undefined {
  const { desk } = decision;
  if (!isFree(agent)) return undefined;
  const best: Best = { entry: undefined, score: -Infinity };
  const bestDue: Best = { entry: undefined, score: -Infinity };
  let isAnyLate = false;
  for (const membership of agent.memberships) {
    const { waitingClasses } = membership.need;
    if (waitingClasses.length === 0) continue;
    if (!isInHeap(desk.index.availability, membership.handle)) continue;
    for (const workClass of waitingClasses) {
      const entry = firstOfClass(desk, workClass, membership);
      if (entry === undefined) continue;
      const urgency = urgencyOf(decision, workClass, entry);
      const score = scoreOf(decision, { workClass, entry, urgency });
      take(desk, best, { entry, score });
      isAnyLate ||= workClass.priority <= 0 && urgency >= LATE_URGENCY;
      if (workClass.priority <= 0 || urgency >= 1) take(desk, bestDue, { entry, score });
    }
  }
  return isAnyLate ? bestDue.entry : best.entry;
}

/** The best so far, and its score. */
interface Best {
  entry: number | undefined;
  score: number;
}

function take(desk: Desk, best: Best, { entry, score }: { entry: number; score: number }): void {
  if (score < best.score) return;
  const isEqual = score === best.score && best.entry !== undefined;
  if (isEqual && !goesBefore(desk, entry, best.entry ?? entry)) return;
  best.entry = entry;
  best.score = score;
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

function scoreOf(
  decision: Decision,
  scored: { readonly workClass: ClassRecord; readonly entry: number; readonly urgency: number },
): number {
  const { workClass, entry } = scored;
  const { policy } = decision.desk;
  const urgency = Math.min(scored.urgency, policy.urgencyCap);
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
