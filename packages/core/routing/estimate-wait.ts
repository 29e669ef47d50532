import type { Desk } from '../desk.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';
import { arrivalMsOf } from '../promises/due-at.ts';
import type { Instant } from '../time.ts';
import { meanHandleMs, samplesMinOf } from './estimate.ts';
import { backAt, freeChance } from './free-chance.ts';
import { countBelow } from './indexed-heap.ts';
import { membershipOf } from './membership-of.ts';

/** A wait for somebody: even chances that it is over by the first, nine of ten by the second. */
export interface WaitEstimate {
  readonly evenMs: number;
  readonly longMs: number;
}

/** Beyond this, nobody says for how long. */
const LONGEST_MS = 14_400_000;
const STEP_MS = 15_000;

/**
 * How long the customer of an item waits for one agent: until he is there, by his calendar, his pause or his
 * breaks; then for what was reserved for him before, by how long such items take; and for room beside what
 * he carries, by how long that has lasted already. Undefined where nobody knows: he is away without a word, too
 * few items have been seen, or it is beyond four hours.
 */
export function waitForAgent(
  desk: Desk,
  { work, agent, at }: { work: WorkRecord; agent: AgentRecord; at: Instant },
): WaitEstimate | undefined {
  const { need } = work.class;
  const membership = membershipOf(desk, need, agent.handle);
  if (membership === undefined) return undefined;
  const samplesMin = samplesMinOf(desk);
  const before = agent.reserved.filter((other) => other !== work && other.order < work.order);
  const aheadCount = before.length + (agent.offered === undefined ? 0 : 1);
  const handleMs = aheadCount === 0 ? 0 : meanHandleMs(need, samplesMin);
  if (handleMs === undefined) return undefined;
  const aheadMs = aheadCount * handleMs;
  // Whoever is being asked about something else has it before; that is in `aheadMs`.
  const asIfFree = { ...membership, agent: { ...agent, offered: undefined } };
  const chanceBy = (byAt: Instant): number =>
    freeChance(asIfFree, { at, byAt, aheadMs, samplesMin });
  const firstMs = backAt(agent, need, at) - at + aheadMs;
  const evenMs = firstMoment(chanceBy, { at, firstMs, chanceRatio: 0.5 });
  const longMs = firstMoment(chanceBy, { at, firstMs, chanceRatio: 0.9 });
  return evenMs === undefined || longMs === undefined ? undefined : { evenMs, longMs };
}

/**
 * How long until somebody, whoever it is, can take an item: at once where anybody could; else what came in
 * before it of its kind, times what such an item takes, shared by those who are ready. Undefined where nobody is
 * ready, too few items have been seen, or it is beyond four hours.
 *
 * Cost: O(what goes before it and is served by then).
 */
export function waitForAnybody(desk: Desk, work: WorkRecord): number | undefined {
  const { need, pool, promise } = work.class;
  if (need.available.length > 0) return 0;
  const handleMs = meanHandleMs(need, samplesMinOf(desk));
  if (need.readyCount === 0 || handleMs === undefined) return undefined;
  const arrivalMs = arrivalMsOf(promise.hours, work);
  const countMax = Math.ceil((LONGEST_MS * need.readyCount) / handleMs);
  const waitMs = Math.round(
    ((countBelow(pool, arrivalMs, countMax) + 1) * handleMs) / need.readyCount,
  );
  return waitMs > LONGEST_MS ? undefined : waitMs;
}

function firstMoment(
  chanceBy: (byAt: Instant) => number,
  { at, firstMs, chanceRatio }: { at: Instant; firstMs: number; chanceRatio: number },
): number | undefined {
  for (let ms = firstMs; ms <= LONGEST_MS; ms += STEP_MS) {
    if (chanceBy(at + ms) >= chanceRatio) return ms;
  }
  return undefined;
}
