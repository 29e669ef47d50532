import { type Desk, present } from '../desk.ts';
import type { AgentId } from '../id.ts';
import type { Instant } from '../time.ts';

/** Who missed what is live, and whether that looks like an outage; absent where nobody did. It comes after all agents. */
export interface OutageSnapshot {
  readonly kind: 'outage';
  readonly lastMissAt: Instant;
  readonly sinceAt?: Instant;
  /** In the order in which they did so. */
  readonly misses: readonly { readonly agentId: AgentId; readonly at: Instant }[];
}

export function* outageSnapshots({ outage }: Desk): Generator<OutageSnapshot> {
  const { misses, lastMissAt, sinceAt } = outage;
  if (misses.size === 0 && sinceAt === undefined) return;
  yield {
    kind: 'outage',
    lastMissAt,
    ...(sinceAt !== undefined && { sinceAt }),
    misses: Array.from(misses, ([{ id: agentId }, at]) => ({ agentId, at })),
  };
}

export function restoreOutage(desk: Desk, { lastMissAt, sinceAt, misses }: OutageSnapshot): void {
  const { outage } = desk;
  outage.lastMissAt = lastMissAt;
  outage.sinceAt = sinceAt;
  for (const { agentId, at } of misses) {
    outage.misses.set(present(desk.agents.get(agentId) ?? desk.retiredAgents.get(agentId)), at);
  }
}
