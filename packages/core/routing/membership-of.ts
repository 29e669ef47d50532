import { type Desk, membershipAt } from '../desk.ts';
import type { MembershipRecord, NeedRecord } from '../desk-records.ts';

/** The handle of an agent's membership of a need, by his own; -1 where he lacks what it asks for. */
export function membershipHandleOf({ memberByAgent }: NeedRecord, agentHandle: number): number {
  return agentHandle < memberByAgent.length ? (memberByAgent[agentHandle] as number) : -1;
}

/** An agent's membership of a need; undefined where he lacks what it asks for. */
export function membershipOf(
  desk: Desk,
  need: NeedRecord,
  agentHandle: number,
): MembershipRecord | undefined {
  const handle = membershipHandleOf(need, agentHandle);
  return handle === -1 ? undefined : membershipAt(desk, handle);
}
