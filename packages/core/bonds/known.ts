import { agentAt, type Desk } from '../desk.ts';
import type { AgentRecord, Known } from '../desk-records.ts';
import { dayOf, type Instant } from '../time.ts';
import type { Standing } from '../work/reasons.ts';
import { faded } from './fading.ts';

// Who knows a customer is kept as plain numbers, because there may be hundreds of thousands of
// customers, and each item that comes in reads those of one who has not been thought of for hours: one
// place in memory in place of many. This file alone knows what the numbers mean.

/** How many numbers an agent takes: what follows from one place to the next. */
export const KNOWN_WIDTH = 2;
/** What a strength of 1 is kept as. Earned strengths have four decimals, so that nothing is lost. */
const WHOLE_STRENGTH = 10_000;

/** By what the last four bits of an agent's first number say; the bits before are his handle. */
const STANDINGS: readonly Standing[] = [
  'preferred',
  'topic-owner',
  'topic-deputy',
  'owner',
  'deputy',
  'earned',
  'account-owner',
  'account-deputy',
  'handler',
];
const STANDING_BITS = 4;
const STANDING_MASK = (1 << STANDING_BITS) - 1;
const EARNED = STANDINGS.indexOf('earned');

/** The last bits of the second number are the strength; the bits before are the day on which it was that. */
const STRENGTH_BITS = 14;
const STRENGTH_MASK = (1 << STRENGTH_BITS) - 1;

/** One agent, his standing, and how well he is known, from 0 to 1. */
export interface KnownAgent {
  readonly agent: AgentRecord;
  readonly standing: Standing;
  readonly strength: number;
  /** Of who has earned it: the day on which it was that strong, by `dayOf`; of all others 0. */
  readonly day?: number;
}

/** Puts an agent behind all others. */
export function addKnown(
  known: number[],
  { agent, standing, strength, day = 0 }: KnownAgent,
): void {
  const code = (agent.handle << STANDING_BITS) | STANDINGS.indexOf(standing);
  known.push(code, (day << STRENGTH_BITS) | Math.round(strength * WHOLE_STRENGTH));
}

/** Puts an agent of another list behind all others, as he stands there. */
export function copyKnown(known: number[], from: Known, place: number): void {
  known.push(from[place] as number, from[place + 1] as number);
}

/** Who stands at a place. Places go from 0 to the length, by `KNOWN_WIDTH`. */
export function knownAt(desk: Desk, known: Known, place: number): AgentRecord {
  return agentAt(desk, handleAt(known, place));
}

/** The handle of who stands at a place. */
export function handleAt(known: Known, place: number): number {
  return (known[place] as number) >> STANDING_BITS;
}

export function standingAt(known: Known, place: number): Standing {
  return STANDINGS[(known[place] as number) & STANDING_MASK] as Standing;
}

/** How well somebody is known at that moment: what was earned fades, what was declared does not. */
export function strengthAt({ policy }: Desk, known: Known, place: number, at: Instant): number {
  return leftAt(known, place, dayOf(at), policy.bondHalfLifeDays) / WHOLE_STRENGTH;
}

/** Whether so little is left of what somebody has earned that he counts as unknown on that day. */
export function isForgotten({ policy }: Desk, known: Known, place: number, day: number): boolean {
  if (((known[place] as number) & STANDING_MASK) !== EARNED) return false;
  const left = leftAt(known, place, day, policy.bondHalfLifeDays);
  return left < policy.bondStrengthMin * WHOLE_STRENGTH;
}

function leftAt(known: Known, place: number, day: number, halfLifeDays: number): number {
  const code = known[place + 1] as number;
  const strength = code & STRENGTH_MASK;
  if (((known[place] as number) & STANDING_MASK) !== EARNED) return strength;
  return faded(strength, day - (code >> STRENGTH_BITS), halfLifeDays);
}

/** The first place at which an agent stands; -1 where he does not. */
export function placeOf(known: Known, { handle }: AgentRecord): number {
  for (let place = 0; place < known.length; place += KNOWN_WIDTH) {
    if (handleAt(known, place) === handle) return place;
  }
  return -1;
}

/** All of them with what they are kept with, for whoever has time to read. */
export function listKnown(desk: Desk, known: Known): readonly Required<KnownAgent>[] {
  const agents: Required<KnownAgent>[] = [];
  for (let place = 0; place < known.length; place += KNOWN_WIDTH) {
    const code = known[place + 1] as number;
    agents.push({
      agent: knownAt(desk, known, place),
      standing: standingAt(known, place),
      strength: (code & STRENGTH_MASK) / WHOLE_STRENGTH,
      day: code >> STRENGTH_BITS,
    });
  }
  return agents;
}
