import type { Desk } from '../desk.ts';
import type { Command } from '../messages.ts';
import { drawOne, type Random } from './seeded-random.ts';

/** Hands on what has been handed on most often already, so that some items are sent from one to the other. */
export function drawPassingOn(
  random: Random,
  { desk }: { readonly desk: Desk },
): Command | undefined {
  const carried = [...desk.work.values()].filter(({ status }) => status === 'active');
  const [first] = carried.toSorted((a, b) => b.transferCount - a.transferCount);
  if (first?.agent === undefined) return undefined;
  const { id: workId, agent } = first;
  const others = [...desk.agents.keys()].filter((id) => id !== agent.id);
  const isNamed = others.length > 0 && random() < 0.8;
  const toAgentId = isNamed ? drawOne(random, others) : undefined;
  return { type: 'transfer-work', workId, agentId: agent.id, ...(toAgentId && { toAgentId }) };
}
