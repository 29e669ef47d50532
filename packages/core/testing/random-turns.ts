import type { Desk } from '../desk.ts';
import type { Command } from '../messages.ts';
import { drawOne, type Random } from './seeded-random.ts';

/**
 * In a chat one of the two writes, mostly the one whose turn it is. Whoever is silent mostly stays so until his
 * agent is full, so that several come back to one who has no room for them.
 */
export function drawTurn(random: Random, { desk }: { readonly desk: Desk }): Command | undefined {
  const carried = [...desk.work.values()].filter(
    ({ status, class: { need } }) =>
      need.channel === 'chat' && (status === 'active' || status === 'on-hold'),
  );
  const pressing = carried.filter(
    ({ turn, agent }) =>
      turn?.isSilent === true && agent !== undefined && agent.loadUnits >= agent.capacity.units,
  );
  if (pressing.length > 0 && random() < 0.6) {
    return { type: 'hear-customer', workId: drawOne(random, pressing).id };
  }
  if (carried.length === 0) return undefined;
  const { id: workId, agent, turn } = drawOne(random, carried);
  if (turn?.isSilent === true && random() < 0.8) return undefined;
  if ((turn !== undefined) === random() < 0.9) return { type: 'hear-customer', workId };
  return agent && { type: 'await-customer', workId, agentId: agent.id };
}
