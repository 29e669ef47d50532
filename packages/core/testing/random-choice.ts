import type { Desk } from '../desk.ts';
import type { Command } from '../messages.ts';
import type { Instant } from '../time.ts';
import { choosableAgents } from '../work/choose-wait.ts';
import { drawOne, type Random } from './seeded-random.ts';

/** A customer says for whom he waits: mostly for somebody whom he may wait for; now and then for whoever is free. */
export function drawChoice(
  random: Random,
  { desk, at }: { readonly desk: Desk; readonly at: Instant },
): Command | undefined {
  const waiting = [...desk.work.values()].filter(({ status }) => status === 'waiting');
  const free = waiting.filter((work) => choosableAgents(desk, work, at).length > 0);
  const isFitting = free.length > 0 && random() < 0.8;
  const items = isFitting ? free : waiting;
  if (items.length === 0) return undefined;
  const work = drawOne(random, items);
  const workId = work.id;
  const choosable = choosableAgents(desk, work, at).map(({ agent }) => agent.id);
  const named = choosable.length > 0 ? choosable : [...desk.agents.keys()];
  if (named.length === 0 || random() < 0.2) return { type: 'choose-wait', workId };
  return { type: 'choose-wait', workId, agentId: drawOne(random, named) };
}
