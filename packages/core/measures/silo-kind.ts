import type { Requirement } from '../agents/skill.ts';
import type { Channel } from '../channel.ts';
import type { AgentId } from '../id.ts';
import type { Instant } from '../time.ts';
import {
  type ExclusionReason,
  SILO_REASONS,
  type SiloMs,
  type SiloReason,
  type TieReason,
  type Ties,
} from './silo-reasons.ts';

/** An item that waits although it is not for everybody: some have let it go, or it is reserved. */
export interface ExcludingItem {
  readonly isReserved: boolean;
  /** Who is not asked for a while, and why. */
  readonly exclusions: ReadonlyMap<AgentId, ExclusionReason>;
  /** Who is never asked for its customer. */
  readonly apart: readonly AgentId[];
}

/** Items that ask for the same, and who is free for them. Time passes for all of them at once. */
export interface SiloKind {
  readonly channel: Channel;
  /** The abilities asked for. */
  readonly requirements: readonly Requirement[];
  /** The borders among what is asked for. */
  readonly tieRequirements: readonly Requirement[];
  readonly tie: TieReason | undefined;
  /** Those who are able, on the right side of its borders, and free. */
  readonly free: Set<AgentId>;
  /** How many are so, but that they wind down, of a live channel. */
  windingDownCount: number;
  /** How many are able and free beyond a border. */
  freeBeyondCount: number;
  /** Items that wait and are for everybody. */
  plainCount: number;
  /** The others that wait. */
  readonly excluding: Set<ExcludingItem>;
  settledAt: Instant;
}

export function siloKind(
  channel: Channel,
  requirements: readonly Requirement[],
  ties: Ties,
): SiloKind {
  const tieRequirements = requirements.filter(({ skill }) => ties(skill) !== undefined);
  const [first] = tieRequirements;
  return {
    channel,
    requirements: requirements.filter(({ skill }) => ties(skill) === undefined),
    tieRequirements,
    tie: first === undefined ? undefined : ties(first.skill),
    free: new Set(),
    windingDownCount: 0,
    freeBeyondCount: 0,
    plainCount: 0,
    excluding: new Set(),
    settledAt: 0,
  };
}

/** Adds the time that has passed for the items of a kind to what it is owed to, and counts it as passed. */
export function settleKind(
  kind: SiloKind,
  at: Instant,
  totals: { -readonly [Reason in keyof SiloMs]: number },
): void {
  addPassed(kind, at, totals);
  kind.settledAt = Math.max(kind.settledAt, at);
}

/** Adds the time that has passed for the items of a kind to what it is owed to. Cost: its excluding items. */
export function addPassed(
  kind: SiloKind,
  at: Instant,
  totals: { -readonly [Reason in keyof SiloMs]: number },
): void {
  const ms = at - kind.settledAt;
  if (ms <= 0) return;
  if (kind.plainCount > 0) {
    const reason = kind.free.size > 0 ? 'unexplained' : beyond(kind);
    if (reason !== undefined) totals[reason] += ms * kind.plainCount;
  }
  for (const item of kind.excluding) {
    const reason = reasonOf(kind, item);
    if (reason !== undefined) totals[reason] += ms;
  }
}

/** Who is kept by no item of theirs: somebody who winds down, or somebody beyond a border. */
function beyond({ tie, freeBeyondCount, windingDownCount }: SiloKind): SiloReason | undefined {
  if (windingDownCount > 0) return 'break-near';
  return freeBeyondCount > 0 ? tie : undefined;
}

/**
 * Of several that keep somebody from an item, the first of `SILO_REASONS` counts. What is reserved is kept from
 * everybody else, also from whoever is never asked for its customer.
 */
function reasonOf(
  kind: SiloKind,
  { exclusions, apart, isReserved }: ExcludingItem,
): SiloReason | 'unexplained' | undefined {
  const found = new Map<AgentId, SiloReason>();
  for (const [agentId, reason] of exclusions)
    if (kind.free.has(agentId)) found.set(agentId, reason);
  const never = isReserved ? NOBODY : apart;
  for (const agentId of never) if (kind.free.has(agentId)) found.set(agentId, 'kept-apart');
  if (kind.free.size > found.size) return isReserved ? 'reserved' : 'unexplained';
  const reasons = new Set(found.values());
  return SILO_REASONS.find((reason) => reasons.has(reason)) ?? beyond(kind);
}

const NOBODY: readonly AgentId[] = [];
