import type { AgentId, Command, WorkId } from '@rapport/core';
import type { OpenItem } from './open-item.ts';

/**
 * The command that ends an exchange whose item is open, as an agent or, without one, for the customer;
 * undefined when it is over already. Before anybody answered the customer gave up; afterwards the
 * agent who carries it wraps up, and what he has put off is done with. What is put aside for another item of its
 * matter nobody has answered well.
 */
export function endCommand(
  workId: WorkId,
  { status, agentId: carrier, isPaused }: OpenItem,
  agentId: AgentId | undefined,
): Command | undefined {
  const by = agentId ?? carrier;
  if (status === 'wrap-up' && by === carrier) return undefined;
  const isUnanswered = status === 'waiting' || status === 'offered';
  if (by === undefined || (agentId === undefined && isUnanswered)) {
    return { type: 'abandon-work', workId };
  }
  if (status === 'deferred') {
    const isGivenUp = isPaused && agentId === undefined;
    return { type: 'complete-work', workId, agentId: by, ...(isGivenUp && { isPoor: true }) };
  }
  return { type: 'wrap-up-work', workId, agentId: by };
}
