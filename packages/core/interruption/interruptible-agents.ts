import { type Desk, membershipAt } from '../desk.ts';
import type { AgentRecord, MembershipRecord, WorkRecord } from '../desk-records.ts';
import {
  firstInHeap,
  isInHeap,
  pushToHeap,
  removeFromHeap,
  setRank,
  updateInHeap,
} from '../routing/indexed-heap.ts';
import { suitability } from '../routing/suitability.ts';
import { isExcluded } from '../work/is-excluded.ts';
import { mayInterrupt } from './can-interrupt.ts';

/** Makes the index of those who may be interrupted follow from one agent. Costs nothing for whoever may never be. */
export function renewInterruptible(desk: Desk, agent: AgentRecord): void {
  if (!agent.isInterruptible) return;
  for (const membership of agent.memberships) listInterruptible(desk, agent, membership);
}

/** The same for one of his memberships. */
export function listInterruptible(
  desk: Desk,
  agent: AgentRecord,
  membership: MembershipRecord,
): void {
  if (!agent.isInterruptible) return;
  const { handle, need } = membership;
  const space = desk.index.interruptibility;
  const isListed = isInHeap(space, handle);
  if (!mayInterrupt(agent, membership)) {
    if (isListed) removeFromHeap(space, need.interruptible, handle);
    return;
  }
  setRank(space, handle, suitability(agent, membership), agent.lastAssignedAt);
  if (isListed) updateInHeap(space, need.interruptible, handle);
  else pushToHeap(space, need.interruptible, handle);
}

/** Takes a membership that ends out of it. */
export function unlistInterruptible(desk: Desk, { handle, need }: MembershipRecord): void {
  const space = desk.index.interruptibility;
  if (isInHeap(space, handle)) removeFromHeap(space, need.interruptible, handle);
}

/** Who is interrupted for an item, best-suited first; undefined where nobody may be. */
export function interruptibleFor(desk: Desk, work: WorkRecord): AgentRecord | undefined {
  const { interruptible } = work.class.need;
  if (interruptible.length === 0) return undefined;
  const handle = firstInHeap(
    desk.index.interruptibility,
    interruptible,
    (each) => !isExcluded(work, membershipAt(desk, each).agent),
  );
  return handle === undefined ? undefined : membershipAt(desk, handle).agent;
}
