import type { Desk } from '../desk.ts';
import type { Standing } from '../work/reasons.ts';
import {
  type AgentRecord,
  type Bond,
  type CustomerRecord,
  type Known,
  KNOWN_MAX,
  type WorkRecord,
} from '../desk-records.ts';
import { dayOf, type Instant } from '../time.ts';
import { careTeam, hasNewPreferred, isPlain } from './care-team.ts';
import { groupOf } from './customers.ts';
import { onlyChosen } from '../work/only-chosen.ts';
import { withStandIn } from '../roster/stand-in.ts';
import {
  addKnown,
  copyKnown,
  handleAt,
  isForgotten,
  KNOWN_WIDTH,
  knownAt,
  placeOf,
  standingAt,
  strengthAt,
} from './known.ts';

/** How far each good contact moves an earned bond towards 1, and less for whoever covers. Source: ADR 6. */
const EARNED_STEP = 0.2;
const COVERING_STEP = 0.05;

const NOBODY: Known = [];

/**
 * The agents who know the customer of an item, in the order in which they are asked: whoever a transfer
 * named; who handles the open matter that it belongs to; who owns the bond with the person on this topic and his deputies; who owns it in general and
 * his deputies; those who earned it, strongest first; then the account's. At most `KNOWN_MAX`, and one
 * more where somebody was named or handles the matter. Whoever is retired is passed over, and a bond counts as it was on the day on
 * which the item came in, so that no clock can change the order of what waits.
 *
 * Of the first who is away, the deputy comes next. A customer who waits for one of them has him alone. A customer who wants somebody new is known to nobody but whoever was named or handles the matter.
 */
export function knownAgents(desk: Desk, work: WorkRecord): Known {
  return onlyChosen(withStandIn(desk, acquaintances(desk, work)), work);
}

function acquaintances(desk: Desk, work: WorkRecord): Known {
  const { customer, preferred, matter } = work;
  const team = teamOf(desk, work, customer);
  const known: number[] = [];
  addFirst(known, preferred, 'preferred');
  addFirst(known, matter?.handler, 'handler');
  if (known.length === 0) return team;
  for (let place = 0; place < team.length; place += KNOWN_WIDTH) {
    if (known.length === (KNOWN_MAX + 1) * KNOWN_WIDTH) break;
    if (placeOf(known, knownAt(desk, team, place)) === -1) copyKnown(known, team, place);
  }
  return known;
}

/** Puts somebody before those who have a bond, unless he is retired or stands there already. */
function addFirst(known: number[], agent: AgentRecord | undefined, standing: Standing): void {
  if (agent === undefined || agent.isRetired || placeOf(known, agent) !== -1) return;
  addKnown(known, { agent, standing, strength: 1 });
}

/** Those who know the customer, whoever else was named. */
function teamOf(desk: Desk, work: WorkRecord, customer: CustomerRecord | undefined): Known {
  if (customer === undefined) return NOBODY;
  if (!isPlain(customer)) {
    return hasNewPreferred(customer) ? NOBODY : careTeam(desk, customer, work);
  }
  return askedOf(desk, customer.bond ?? NOBODY, work.receivedAt);
}

/** Whom a bond alone names, in its order: nobody who is retired or forgotten by then, nobody twice, nobody beyond `KNOWN_MAX`. */
function askedOf(desk: Desk, bond: Bond, at: Instant): Known {
  const day = dayOf(at);
  // As it stands, nearly always; copied from the first who is left out.
  let asked: number[] | undefined;
  for (let place = 0; place < bond.length; place += KNOWN_WIDTH) {
    const isAsked =
      (asked?.length ?? place) < KNOWN_MAX * KNOWN_WIDTH &&
      !isForgotten(desk, bond, place, day) &&
      !standsBefore(bond, place) &&
      (desk.retiredAgents.size === 0 || !knownAt(desk, bond, place).isRetired);
    if (!isAsked) asked ??= bond.slice(0, place);
    else if (asked !== undefined) copyKnown(asked, bond, place);
  }
  return asked ?? bond;
}

/** Whether somebody stands at an earlier place already. */
function standsBefore(bond: Bond, place: number): boolean {
  for (let other = 0; other < place; other += KNOWN_WIDTH) {
    if (handleAt(bond, other) === handleAt(bond, place)) return true;
  }
  return false;
}

/**
 * The strength of an agent's earned bond after one more good contact: what is left of it by then moves
 * a fifth of the way towards 1, or a twentieth where somebody else owns the customer or this topic of his,
 * because covering is not owning. An owner who is retired owns nothing.
 */
export function strengthAfterService(
  desk: Desk,
  work: WorkRecord,
  { agent, at }: { agent: AgentRecord; at: Instant },
): number {
  const { customer } = work;
  const strength = customer === undefined ? 0 : earnedStrength(desk, customer, { agent, at });
  const step = isOwnedByAnother(desk, work, agent) ? COVERING_STEP : EARNED_STEP;
  return Math.round((strength + (1 - strength) * step) * 10_000) / 10_000;
}

/** The most that is left of what he has earned of this person, under whatever name. */
function earnedStrength(
  desk: Desk,
  customer: CustomerRecord,
  { agent, at }: { agent: AgentRecord; at: Instant },
): number {
  let strength = 0;
  const records = customer.terms === undefined ? undefined : groupOf(customer);
  const count = records === undefined ? 1 : records.length;
  for (let index = 0; index < count; index += 1) {
    const { bond = NOBODY } = records === undefined ? customer : (records[index] as CustomerRecord);
    for (let place = 0; place < bond.length; place += KNOWN_WIDTH) {
      if (handleAt(bond, place) !== agent.handle || standingAt(bond, place) !== 'earned') continue;
      strength = Math.max(strength, strengthAt(desk, bond, place, at));
    }
  }
  return strength;
}

function isOwnedByAnother(desk: Desk, work: WorkRecord, agent: AgentRecord): boolean {
  const team = teamOf(desk, work, work.customer);
  for (let place = 0; place < team.length; place += KNOWN_WIDTH) {
    const standing = standingAt(team, place);
    const isOwner = standing === 'owner' || standing === 'topic-owner';
    if (isOwner && handleAt(team, place) !== agent.handle) return true;
  }
  return false;
}
