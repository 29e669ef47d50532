import type { AgentPresence } from '@rapport/protocol';
import type { FloorItem } from './floor-item.ts';

/** An agent as the floor keeps him. */
export interface FloorAgent {
  presence: AgentPresence;
  /** Offered to him or carried by him. */
  readonly items: Set<FloorItem>;
  carriedCount: number;
}

/** By their ids, least first. */
export function sorted(agents: readonly FloorAgent[]): AgentPresence[] {
  const presences = agents.map(({ presence }) => presence);
  return presences.sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
}
