import type { AgentRecord, BondRecord, EarnedBond, KnownAgent } from '../desk-records.ts';
import { KNOWN_MAX } from '../desk-records.ts';
import type { Standing } from '../work/work-messages.ts';

/** How strong a declared bond is. Source: docs/decisions/0006-routing-in-its-first-form.md. */
const OWNER_STRENGTH = 1;
const DEPUTY_STRENGTH = 0.8;
/** How far each completed item moves an earned bond towards 1, and less for whoever covers. */
const EARNED_STEP = 0.2;
const COVERING_STEP = 0.05;

/**
 * The agents who know a customer, in the order in which they are asked: whoever a transfer named,
 * the owner, the deputies in their order, then those who earned it, strongest first. At most
 * `KNOWN_MAX`, and the one whom a transfer named. Whoever is retired is passed over.
 */
export function knownAgents(
  bond: BondRecord | undefined,
  preferred: AgentRecord | undefined,
): readonly KnownAgent[] {
  const known: KnownAgent[] = [];
  const add = (agent: AgentRecord, standing: Standing, strength: number): void => {
    if (agent.isRetired || known.some((other) => other.agent === agent)) return;
    known.push({ agent, standing, strength });
  };
  if (preferred !== undefined) add(preferred, 'preferred', OWNER_STRENGTH);
  if (bond === undefined) return known;
  if (bond.owner !== undefined) add(bond.owner, 'owner', OWNER_STRENGTH);
  for (const deputy of bond.deputies) add(deputy, 'deputy', DEPUTY_STRENGTH);
  for (const { agent, strength } of bond.earned) add(agent, 'earned', strength);
  const isPreferring = preferred !== undefined && !preferred.isRetired;
  return known.slice(0, isPreferring ? KNOWN_MAX + 1 : KNOWN_MAX);
}

/**
 * The strength of an agent's earned bond after one more completed item: it moves a fifth of the way
 * towards 1, or a twentieth where somebody else owns the customer, because covering is not owning.
 * An owner who is retired owns nothing.
 */
export function strengthAfterService(bond: BondRecord | undefined, agent: AgentRecord): number {
  const strength = bond?.earned.find((earned) => earned.agent === agent)?.strength ?? 0;
  const owner = bond?.owner;
  const isCovering = owner !== undefined && !owner.isRetired && owner !== agent;
  const step = isCovering ? COVERING_STEP : EARNED_STEP;
  return Math.round((strength + (1 - strength) * step) * 10_000) / 10_000;
}

/** Earned bonds after one of them took this strength; the weakest beyond `KNOWN_MAX` is forgotten. */
export function withEarned(
  earned: readonly EarnedBond[],
  changed: EarnedBond,
): readonly EarnedBond[] {
  const others = earned.filter(({ agent }) => agent !== changed.agent);
  const place = others.findIndex(({ strength }) => strength <= changed.strength);
  const sorted = others.toSpliced(place === -1 ? others.length : place, 0, changed);
  // The newcomer stays even where he is the weakest: else nobody could ever become known.
  return sorted.length <= KNOWN_MAX
    ? sorted
    : sorted.filter((_, index) => index !== lastBut(sorted, changed));
}

/** The index of the last earned bond that is not `kept`. */
function lastBut(earned: readonly EarnedBond[], kept: EarnedBond): number {
  return earned.at(-1) === kept ? earned.length - 2 : earned.length - 1;
}
