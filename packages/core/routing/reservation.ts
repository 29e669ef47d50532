import { handleAt, KNOWN_WIDTH, strengthAt } from '../bonds/known.ts';
import { isSynchronous } from '../channel.ts';
import type { Decision } from '../decision.ts';
import type { Desk } from '../desk.ts';
import type { AgentRecord, MembershipRecord, NeedRecord, WorkRecord } from '../desk-records.ts';
import { isEmergency } from '../emergency/is-emergency.ts';
import { arrivalMsOf } from '../promises/due-at.ts';
import { atServiceMs, serviceMsAt } from '../promises/service-hours.ts';
import { dayOf, type Instant } from '../time.ts';
import { isExcluded } from '../work/is-excluded.ts';
import { hasRungEnough } from '../work/misses.ts';
import { decay } from './decay.ts';
import { longWaitMs, meanHandleMs, patienceMs } from './estimate.ts';
import { backAt, freeChance } from './free-chance.ts';
import { firstOf, firstRankOf } from './indexed-heap.ts';
import { membershipOf } from './membership-of.ts';
import type { ReservationPolicy } from './policy.ts';
import { workOf } from './queues.ts';

/** Until when an item is worth keeping for whom, and how likely one of them is free by then. */
export interface ReservationTerms {
  readonly untilAt: Instant;
  readonly agents: readonly AgentRecord[];
  readonly chanceRatio: number;
}

/** At how many moments the rule looks, evenly spread over the longest that is allowed. */
const STEPS = 8;
/** Items that come in together are released one after the other, over this share of their time. */
const SPREAD_RATIO = 0.1;
const SPREAD_STEPS = 16;

/**
 * Whether an item that somebody else could take now is worth keeping for the agents who know its
 * customer, and until when: that of `STEPS` moments at which
 *
 * known · (1 − Π(1 − strength · chance)) − wait · E[wait] − abandoned · (1 − e^(−time / patience)) − idle · E[wait]
 *
 * is the most, if that is more than nothing. Undefined where it is not, or where a guard forbids it.
 *
 * Cost: O(agents known to the customer · waiting classes that they can serve).
 */
export function reservationFor(
  { desk, at }: Decision,
  work: WorkRecord,
): ReservationTerms | undefined {
  const { reservation: policy } = desk.policy;
  if (policy === undefined || work.wasReserved || work.known.length === 0) return undefined;
  const { need } = work.class;
  if (isEmergency(desk, need, at)) return undefined;
  const occupancyRatio = 1 - need.available.length / 2 / need.readyCount;
  if (occupancyRatio > policy.fullFromRatio) return undefined;
  const longestMs = longestMsOf(work, { policy, at });
  if (longestMs < STEPS) return undefined;
  const expected = expectedAgents(desk, work, {
    at,
    latestAt: at + longestMs,
    samplesMin: policy.samplesMin,
  });
  if (expected.length === 0) return undefined;
  const idleS = occupancyRatio > policy.busyFromRatio ? policy.idleS : 0;
  return bestTerms({ work, at, policy, longestMs, expected, idleS });
}

interface Expected {
  readonly membership: MembershipRecord;
  readonly strength: number;
  readonly aheadMs: number;
}

/** The longest that it may be reserved: what the policy allows, what the promise leaves, what the day has left. */
function longestMsOf(
  work: WorkRecord,
  { policy, at }: { policy: ReservationPolicy; at: Instant },
): number {
  const { need, promise } = work.class;
  const arrivalMs = arrivalMsOf(promise.hours, work);
  if (isSynchronous(need.channel)) {
    const { chatMsMax, liveMsMax } = policy;
    const waitedMs = serviceMsAt(promise.hours, at) - arrivalMs;
    return Math.min(
      need.channel === 'chat' ? chatMsMax : liveMsMax,
      promise.targetMs - waitedMs - longWaitMs(need, policy.samplesMin),
      policy.liveMsPerDay - reservedMsOn(need, dayOf(at)),
    );
  }
  const { samplesMin } = policy;
  const guardMs = longWaitMs(need, samplesMin) + (meanHandleMs(need, samplesMin) ?? Infinity);
  const budgetMs = Math.min(policy.shareOfPromise * promise.targetMs, promise.targetMs - guardMs);
  const latestAt = budgetMs > 0 ? atServiceMs(promise.hours, arrivalMs + budgetMs) : undefined;
  if (latestAt === undefined) return 0;
  return (latestAt - at) * (1 - ((work.order % SPREAD_STEPS) / SPREAD_STEPS) * SPREAD_RATIO);
}

function reservedMsOn({ estimate }: NeedRecord, day: number): number {
  return estimate?.reservedDay === day ? estimate.reservedMs : 0;
}

function expectedAgents(
  desk: Desk,
  work: WorkRecord,
  { at, latestAt, samplesMin }: { at: Instant; latestAt: Instant; samplesMin: number },
): readonly Expected[] {
  const { need } = work.class;
  const expected: Expected[] = [];
  for (let place = 0; place < work.known.length; place += KNOWN_WIDTH) {
    const membership = membershipOf(desk, need, handleAt(work.known, place));
    if (membership === undefined || isExcluded(work, membership.agent)) continue;
    const { agent } = membership;
    if (hasRungEnough(desk, work, agent)) continue;
    if (agent.offered !== undefined || backAt(agent, need, at) > latestAt) continue;
    if (isWantedElsewhere(desk, { work, agent, at })) continue;
    const aheadCount = agent.reserved.length;
    const aheadMs =
      aheadCount === 0 ? 0 : aheadCount * (meanHandleMs(need, samplesMin) ?? Infinity);
    expected.push({
      membership,
      strength: strengthAt(desk, work.known, place, work.receivedAt),
      aheadMs,
    });
  }
  return expected;
}

/**
 * Whether he has something else to do first. Of a live item: whatever waits in the pool for him, and any
 * other live item that is reserved for him. Of others: what is late already.
 */
function isWantedElsewhere(
  desk: Desk,
  { work, agent, at }: { work: WorkRecord; agent: AgentRecord; at: Instant },
): boolean {
  const isLive = isSynchronous(work.class.need.channel);
  if (isLive && agent.reserved.some((other) => isSynchronous(other.class.need.channel)))
    return true;
  for (const { need } of agent.memberships) {
    for (const { pool, promise } of need.waitingClasses) {
      const first = firstOf(pool);
      if (first === undefined) continue;
      if (workOf(desk, first) === work && !(isLive && pool.length > 2)) continue;
      const waitedMs = serviceMsAt(promise.hours, at) - firstRankOf(desk.index.queues, first);
      if (isLive || waitedMs >= promise.targetMs) return true;
    }
  }
  return false;
}

interface Weighing {
  readonly work: WorkRecord;
  readonly at: Instant;
  readonly policy: ReservationPolicy;
  readonly longestMs: number;
  readonly expected: readonly Expected[];
  readonly idleS: number;
}

function bestTerms(weighing: Weighing): ReservationTerms | undefined {
  const { work, at, policy, longestMs, expected, idleS } = weighing;
  const isLive = isSynchronous(work.class.need.channel);
  const worthS = isLive ? policy.knownLiveS : policy.knownOtherwiseS;
  const waitS = (isLive ? 1 : policy.waitOtherwiseS) + idleS;
  const abandonedS = isLive ? policy.abandonedS : 0;
  const patience = patienceMs(work.class.need, policy);
  let best: ReservationTerms | undefined;
  let bestGainS = 0;
  let waitMs = 0;
  let nobodyBefore = 1;
  for (let step = 1; step <= STEPS; step += 1) {
    const untilAt = at + Math.floor((longestMs * step) / STEPS);
    const { nobody, unmet } = chancesBy(weighing, untilAt);
    waitMs += ((nobodyBefore + nobody) / 2) * (longestMs / STEPS);
    nobodyBefore = nobody;
    const gaveUp = 1 - decay((untilAt - at) / patience);
    const gainS = worthS * (1 - unmet) - (waitS * waitMs) / 1000 - abandonedS * gaveUp;
    if (gainS <= bestGainS || !isLikelyEnough(weighing, nobody)) continue;
    bestGainS = gainS;
    const chanceRatio = Math.round((1 - nobody) * 1000) / 1000;
    best = { untilAt, agents: agentsBackBy(expected, at, untilAt), chanceRatio };
  }
  return best;
}

/** That nobody is free by then, and that nobody is counting each for as much as he is known. */
function chancesBy(
  { expected, at, policy }: Weighing,
  byAt: Instant,
): { nobody: number; unmet: number } {
  let nobody = 1;
  let unmet = 1;
  for (const { membership, strength, aheadMs } of expected) {
    const chance = freeChance(membership, {
      at,
      byAt,
      aheadMs,
      samplesMin: policy.samplesMin,
    });
    nobody *= 1 - chance;
    unmet *= 1 - strength * chance;
  }
  return { nobody, unmet };
}

/** Whoever waits on the line or at the counter is kept only where it is nearly sure. */
function isLikelyEnough({ work, policy, expected }: Weighing, nobody: number): boolean {
  const { channel } = work.class.need;
  if (channel === 'chat' || !isSynchronous(channel)) return true;
  if (1 - nobody >= policy.liveChanceMin) return true;
  return expected.some(({ membership: { agent } }) =>
    agent.carried.some(({ status }) => status === 'wrap-up'),
  );
}

function agentsBackBy(
  expected: readonly Expected[],
  at: Instant,
  untilAt: Instant,
): readonly AgentRecord[] {
  return expected
    .filter(({ membership: { agent, need } }) => backAt(agent, need, at) <= untilAt)
    .map(({ membership: { agent } }) => agent);
}
