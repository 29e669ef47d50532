import { isAvailable } from '../agents/is-available.ts';
import type { Requirement } from '../agents/skill.ts';
import type { Channel } from '../channel.ts';
import type { Desk } from '../desk.ts';
import type { MembershipRecord, NeedRecord } from '../desk-records.ts';
import type { AgentId } from '../id.ts';

/** What waiting items ask for, and who has it. */
export interface WaitingKind {
  readonly channel: Channel;
  /** Sorted by skill, each skill once. */
  readonly requirements: readonly Requirement[];
  /** Agents who have what it asks for, on duty or not. */
  readonly ableCount: number;
  /** Of these, those who are ready, however much they carry. */
  readonly readyCount: number;
  /** Of these, those who may be offered such an item now. Where something waits, they are passed over for it. */
  readonly freeCount: number;
  /** Those of the able who are on duty and not ready. */
  readonly awayIds: readonly AgentId[];
}

interface Counted extends WaitingKind {
  ableCount: number;
  readyCount: number;
  freeCount: number;
  readonly awayIds: AgentId[];
}

/**
 * Every kind of which something waits, with how many could take it, by the rule that makes the offers.
 *
 * Cost: O(memberships), nothing while nothing waits.
 */
export function waitingKinds(desk: Desk): readonly WaitingKind[] {
  const kinds = new Map<NeedRecord, Counted>();
  for (const need of desk.index.needs) {
    if (need.waitingClasses.length === 0) continue;
    const { channel, requirements } = need;
    kinds.set(need, {
      channel,
      requirements,
      ableCount: 0,
      readyCount: 0,
      freeCount: 0,
      awayIds: [],
    });
  }
  if (kinds.size === 0) return [];
  for (const agent of desk.agents.values()) {
    for (const membership of agent.memberships) {
      const kind = kinds.get(membership.need);
      if (kind !== undefined) count(kind, membership);
    }
  }
  return [...kinds.values()];
}

function count(kind: Counted, membership: MembershipRecord): void {
  const { agent } = membership;
  kind.ableCount += 1;
  if (agent.state === 'ready') kind.readyCount += 1;
  else if (agent.state === 'not-ready') kind.awayIds.push(agent.id);
  if (isAvailable(agent, membership)) kind.freeCount += 1;
}
