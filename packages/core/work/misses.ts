import type { Desk } from '../desk.ts';
import type { AgentRecord, WorkRecord } from '../desk-records.ts';

/** Of nearly all items, which share it. */
export const NOBODY_MISSED: readonly AgentRecord[] = [];

/** Notes that an agent was asked and did not take the item. */
export function addMiss(work: WorkRecord, agent: AgentRecord): void {
  work.misses = [...work.misses, agent];
}

/** Forgets what an agent has missed, who is meant to be asked all the same. */
export function forgiveMisses(work: WorkRecord, agent: AgentRecord | undefined): void {
  if (work.misses.length > 0) work.misses = work.misses.filter((each) => each !== agent);
}

/**
 * Whether an agent was asked often enough in this wait for the item to go before him no more: from then on
 * it is his like anybody’s.
 */
export function hasRungEnough(
  { policy }: Desk,
  { misses }: WorkRecord,
  agent: AgentRecord,
): boolean {
  if (misses.length < policy.knownRingsMax) return false;
  let count = 0;
  for (const each of misses) if (each === agent) count += 1;
  return count >= policy.knownRingsMax;
}
