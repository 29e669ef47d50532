import { isAvailable } from '../agents/is-available.ts';
import { isSynchronous } from '../channel.ts';
import type { Decision } from '../decision.ts';
import type { Desk } from '../desk.ts';
import type { AgentRecord, ClassRecord, KnownAgent, WorkRecord } from '../desk-records.ts';
import { serviceMsAt } from '../promises/service-hours.ts';
import type { Instant } from '../time.ts';
import { offerWork } from './place-work.ts';
import { firstWaiting } from './queues.ts';

/** A waiting item that an agent could take, and how much it wants him. */
interface Candidate {
  readonly work: WorkRecord;
  readonly known: KnownAgent | undefined;
  readonly urgencyRatio: number;
  readonly score: number;
}

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
  const best = chooseWork(decision, agent);
  if (best === undefined) return;
  const { work, known } = best;
  const urgencyRatio = Math.round(best.urgencyRatio * 1000) / 1000;
  const reason = { code: 'most-urgent' as const, urgencyRatio };
  offerWork(decision, {
    work,
    agent,
    reason: known === undefined ? reason : { ...reason, standing: known.standing },
  });
}

function chooseWork({ desk, at }: Decision, agent: AgentRecord): Candidate | undefined {
  let best: Candidate | undefined;
  for (const { need } of agent.memberships) {
    if (need.waitingClasses.length === 0 || !isAvailable(agent, need.channel)) continue;
    for (const workClass of need.waitingClasses) {
      const work = firstOfClass(desk, workClass, agent);
      if (work === undefined) continue;
      const candidate = rate(desk, { work, agent, at });
      if (best === undefined || goesBefore(candidate, best)) best = candidate;
    }
  }
  return best;
}

/** Of the pool's first and his personal queue's first, the one that counts as the earlier arrival. */
function firstOfClass(
  desk: Desk,
  workClass: ClassRecord,
  agent: AgentRecord,
): WorkRecord | undefined {
  const pooled = firstWaiting(desk, workClass.pool, agent);
  const heap = agent.personal.get(workClass);
  const personal = heap === undefined ? undefined : firstWaiting(desk, heap, agent);
  if (personal === undefined || pooled === undefined) return pooled;
  const bonusMs = bonusOf(desk, knownOf(personal, agent)) * workClass.promise.targetMs;
  return personal.arrivalMs - bonusMs <= pooled.arrivalMs ? personal : pooled;
}

function rate(
  desk: Desk,
  { work, agent, at }: { work: WorkRecord; agent: AgentRecord; at: Instant },
): Candidate {
  const { promise, priority } = work.class;
  const known = knownOf(work, agent);
  const urgencyRatio = (serviceMsAt(promise.hours, at) - work.arrivalMs) / promise.targetMs;
  const score = Math.min(urgencyRatio, desk.policy.urgencyCap) + bonusOf(desk, known) + priority;
  return { work, known, urgencyRatio, score };
}

function goesBefore(a: Candidate, b: Candidate): boolean {
  if (a.score !== b.score) return a.score > b.score;
  const isLive = isSynchronous(a.work.class.need.channel);
  if (isLive !== isSynchronous(b.work.class.need.channel)) return isLive;
  return a.work.order < b.work.order;
}

function knownOf(work: WorkRecord, agent: AgentRecord): KnownAgent | undefined {
  return work.known.find((known) => known.agent === agent);
}

function bonusOf(desk: Desk, known: KnownAgent | undefined): number {
  return known === undefined ? 0 : desk.policy.bondBonus * known.strength;
}
