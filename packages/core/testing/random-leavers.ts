import type { Desk } from '../desk.ts';
import type { Command } from '../messages.ts';
import { drawOne, type Random } from './seeded-random.ts';

/** Somebody's bonds go to others, or back to him whose were moved last. */
export function drawLeaver(random: Random, { desk }: { readonly desk: Desk }): Command | undefined {
  const there = [...desk.agents.keys()];
  const moved = [...desk.rehomings.keys()];
  if (moved.length > 0 && random() < 0.5) {
    return { type: 'restore-bonds', agentId: drawOne(random, moved) };
  }
  const all = [...there, ...desk.retiredAgents.keys()];
  if (all.length === 0 || there.length === 0) return undefined;
  const isNamed = random() < 0.8;
  return {
    type: 'rehome-bonds',
    agentId: drawOne(random, all),
    ...(isNamed && { toAgentId: drawOne(random, there) }),
  };
}
