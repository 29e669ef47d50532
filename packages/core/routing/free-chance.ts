import { carriedWeight } from '../agents/load.ts';
import { isSynchronous } from '../channel.ts';
import type { AgentRecord, MembershipRecord, NeedRecord, WorkRecord } from '../desk-records.ts';
import { windDownAt } from '../roster/wind-downs.ts';
import type { Instant } from '../time.ts';
import type { Estimate } from './estimate.ts';
import { busyUntil } from './passed-over.ts';
import { shareWithin } from './sample-window.ts';

/**
 * The chance that an agent will have room for one more item of a need by a moment, as things are: none
 * while he is away, being offered something, or in a meeting that lasts longer; else that of the
 * items he carries one whose end makes room for it ends by then. How long they go on follows from how
 * long the last of their need took, given that they have lasted so far.
 */
export function freeChance(
  { agent, weight, need }: MembershipRecord,
  { at, byAt, aheadMs, samplesMin }: Prospect,
): number {
  if (agent.offered !== undefined || backAt(agent, need, at) > byAt) return 0;
  const shortUnits = agent.loadUnits + weight - agent.capacity.units;
  const withinMs = byAt - at - aheadMs;
  if (withinMs < 0) return 0;
  if (shortUnits <= 0) return 1;
  let noneEnds = 1;
  for (const work of agent.carried) {
    const itsWeight = carriedWeight(agent, work);
    if (itsWeight >= shortUnits) noneEnds *= 1 - endChance(work, { at, withinMs, samplesMin });
  }
  return 1 - noneEnds;
}

/** What is asked about. */
export interface Prospect {
  readonly at: Instant;
  readonly byAt: Instant;
  /** How long he is taken up first. */
  readonly aheadMs: number;
  /** Below how many samples nothing is known. */
  readonly samplesMin: number;
}

/** When he is there again for items of a need; `at` if he is, and never if nobody knows. */
export function backAt(agent: AgentRecord, { channel }: NeedRecord, at: Instant): Instant {
  if (agent.state === 'signed-out' || agent.isUnreachable) return Infinity;
  const windDown = isSynchronous(channel) ? windDownAt(agent.windDowns, at) : undefined;
  const untilAt = Math.max(busyUntil(agent, at), windDown?.untilAt ?? at);
  return agent.state === 'ready' ? untilAt : Math.max(untilAt, agent.returnAt ?? Infinity);
}

function endChance(
  work: WorkRecord,
  { at, withinMs, samplesMin }: { at: Instant; withinMs: number; samplesMin: number },
): number {
  const { estimate } = work.class.need;
  if (estimate === undefined) return 0;
  const { samples, sinceAt } = lastingOf(work, estimate, samplesMin);
  if (samples.size < samplesMin) return 0;
  const before = shareWithin(samples, at - sinceAt);
  if (before === 1) return 0;
  return (shareWithin(samples, at - sinceAt + withinMs) - before) / (1 - before);
}

/** Wrap-up is told apart, because it ends so much sooner. */
function lastingOf(work: WorkRecord, { handles, wrapUps }: Estimate, samplesMin: number) {
  return work.status === 'wrap-up' && wrapUps.size >= samplesMin
    ? { samples: wrapUps, sinceAt: work.statusSince }
    : { samples: handles, sinceAt: work.takenAt };
}
