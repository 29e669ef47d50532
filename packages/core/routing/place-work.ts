import { predictAlert } from '../alerts/raise-alerts.ts';
import { refusedBy } from '../bonds/customers.ts';
import { handleAt, KNOWN_WIDTH, knownAt, standingAt } from '../bonds/known.ts';
import { type Decision, emit } from '../decision.ts';
import { dueAtOf } from '../promises/due-at.ts';
import type { Desk } from '../desk.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import type { Instant } from '../time.ts';
import { isPressing } from '../interruption/can-interrupt.ts';
import { interruptibleFor } from '../interruption/interruptible-agents.ts';
import { interruptingReason } from '../interruption/pressing-work.ts';
import { isExcluded } from '../work/is-excluded.ts';
import { hasRungEnough } from '../work/misses.ts';
import type { OfferReason } from '../work/reasons.ts';
import { canBeOffered } from './can-be-offered.ts';
import { bestSuited } from './memberships.ts';
import { passedOver } from './passed-over.ts';
import { ringMs } from './policy.ts';
import { type ReservationTerms, reservationFor } from './reservation.ts';

const BEST_SUITED: OfferReason = { code: 'best-suited' };

/**
 * Offers a waiting item to somebody who can take it now: to the first available of the agents known
 * to its customer, in their order; else to the best-suited, unless it is worth keeping for those who know
 * the customer. Where nobody can, it waits, and is told why.
 */
export function placeWork(decision: Decision, work: WorkRecord): void {
  const { desk } = decision;
  const { known } = work;
  const place = firstFreeKnown(desk, work);
  if (place !== -1) {
    const agent = knownAt(desk, known, place);
    const standing = standingAt(known, place);
    offerWork(decision, { work, agent, reason: { code: 'known-agent', standing } });
    return;
  }
  // What is reserved already waits on for them alone.
  if (work.reservation !== undefined) return;
  const agent = bestSuited(desk, work);
  if (agent === undefined) {
    if (!interruptFor(decision, work)) queueWork(decision, work);
    return;
  }
  const terms = reservationFor(decision, work);
  if (terms === undefined) offerWork(decision, { work, agent, reason: BEST_SUITED });
  else reserveWork(decision, { work, terms, insteadOf: agent });
}

/** Offers a pressing item to somebody who may be interrupted for it. Returns whether there is anybody. */
export function interruptFor(decision: Decision, work: WorkRecord): boolean {
  if (!isPressing(work) || bestSuited(decision.desk, work) !== undefined) return false;
  const agent = interruptibleFor(decision.desk, work);
  if (agent === undefined) return false;
  offerWork(decision, { work, agent, reason: interruptingReason(decision, work, agent) });
  return true;
}

/** The place of the first who knows the customer and can be offered the item now; -1 where none can. */
export function firstFreeKnown(desk: Desk, work: WorkRecord): number {
  const { known } = work;
  for (let place = 0; place < known.length; place += KNOWN_WIDTH) {
    if (!canBeOffered(desk, work.class.need, handleAt(known, place))) continue;
    const agent = knownAt(desk, known, place);
    if (!isExcluded(work, agent) && !hasRungEnough(desk, work, agent)) return place;
  }
  return -1;
}

function reserveWork(
  decision: Decision,
  { work, terms, insteadOf }: { work: WorkRecord; terms: ReservationTerms; insteadOf: AgentRecord },
): void {
  const { untilAt, agents, chanceRatio } = terms;
  const refusedIds = refusedBy(work.customer);
  emit(decision, {
    type: 'work-reserved',
    v: 1,
    workId: work.id,
    agentIds: agents.map(({ id }) => id),
    untilAt,
    chanceRatio,
    insteadOfId: insteadOf.id,
    ...dueOf(work),
    passedOver: passedOver(decision.desk, work, { asked: undefined, at: decision.at }),
    ...(refusedIds.length > 0 && { refusedIds }),
  });
}

function queueWork(decision: Decision, work: WorkRecord): void {
  const passed = passedOver(decision.desk, work, { asked: undefined, at: decision.at });
  const event = {
    type: 'work-queued',
    v: 1,
    workId: work.id,
    reason: work.class.need.memberCount === 0 ? 'nobody-able' : 'nobody-free',
    ...dueOf(work),
  } as const;
  const told = passed.length === 0 ? event : { ...event, passedOver: passed };
  const refusedIds = refusedBy(work.customer);
  emit(decision, refusedIds.length === 0 ? told : { ...told, refusedIds });
  predictAlert(decision, work);
}

/** Puts an item to an agent, who has the ring time of its channel to answer. */
export function offerWork(
  decision: Decision,
  { work, agent, reason }: { work: WorkRecord; agent: AgentRecord; reason: OfferReason },
): void {
  const { desk, at } = decision;
  const passed = passedOver(desk, work, { asked: agent, at });
  const event = {
    type: 'work-offered',
    v: 1,
    workId: work.id,
    agentId: agent.id,
    expiresAt: at + ringMs(desk.policy, work.class.need.channel),
    reason,
    ...dueOf(work),
  } as const;
  emit(decision, passed.length === 0 ? event : { ...event, passedOver: passed });
}

/** By when its promise ends, as a decision about it saw that. */
function dueOf(work: WorkRecord): { readonly dueAt?: Instant } {
  const dueAt = dueAtOf(work.class.promise, work);
  return dueAt === undefined ? {} : { dueAt };
}
