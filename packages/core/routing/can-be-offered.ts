import type { Desk } from '../desk.ts';
import type { NeedRecord } from '../desk-records.ts';
import { isInHeap } from './indexed-heap.ts';
import { membershipHandleOf } from './membership-of.ts';

/** Whether the agent with this handle has what a need asks for, and may be offered such an item now. */
export function canBeOffered(desk: Desk, need: NeedRecord, agentHandle: number): boolean {
  const handle = membershipHandleOf(need, agentHandle);
  return handle !== -1 && isInHeap(desk.index.availability, handle);
}
