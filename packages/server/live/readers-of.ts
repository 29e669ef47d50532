import type { AgentId } from '@rapport/core';
import type { Reader } from '../interactions/conversations-of.ts';
import type { Subscription } from './connection.ts';
import { interactionOf } from './conversation-feed.ts';

/** Who reads what, each agent once. */
export function readersOf(followers: readonly Subscription[]): readonly Reader[] {
  const byAgent = new Map<AgentId, Set<string>>();
  for (const subscription of followers) {
    const { agentId } = subscription.connection.caller.principal;
    if (agentId === undefined) continue;
    const ids = byAgent.get(agentId) ?? new Set();
    byAgent.set(agentId, ids.add(interactionOf(subscription)));
  }
  return [...byAgent].map(([agentId, ids]) => ({ agentId, interactionIds: [...ids] }));
}
