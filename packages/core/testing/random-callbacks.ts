import { canCall } from '../callbacks/decide-callbacks.ts';
import { isPromised } from '../callbacks/is-promised.ts';
import type { Desk } from '../desk.ts';
import type { Command } from '../messages.ts';
import type { Instant } from '../time.ts';
import { drawOne, drawWhole, type Random } from './seeded-random.ts';

/**
 * Somebody promises to call, mostly soon and mostly whom he may; or, of what was promised, calls and nobody answers, or
 * calls before the time, or the customer comes first.
 */
export function drawCallback(
  random: Random,
  moment: { readonly desk: Desk; readonly at: Instant; readonly step: number },
): Command | undefined {
  const { desk } = moment;
  const called = [...desk.work.values()].filter(
    ({ status, callback }) =>
      callback !== undefined && (status === 'active' || status === 'on-hold'),
  );
  const [item] = called;
  if (item?.agent !== undefined && random() < 0.95) {
    return { type: 'note-no-answer', workId: item.id, agentId: item.agent.id };
  }
  const promised = [...desk.work.values()].filter(isPromised);
  if (promised.length > 0 && random() < 0.4) {
    const { id: workId, agent } = drawOne(random, promised);
    if (agent !== undefined) return { type: 'resume-work', workId, agentId: agent.id };
  }
  return drawPromise(random, moment);
}

function drawPromise(
  random: Random,
  { desk, at }: { readonly desk: Desk; readonly at: Instant },
): Command | undefined {
  const items = [...desk.work.values()].filter(
    (work) => work.status === 'waiting' || isPromised(work),
  );
  const agents = [...desk.agents.values()];
  const pairs = items.flatMap((work) =>
    agents.filter((agent) => canCall(desk, work, agent)).map((agent) => ({ work, agent })),
  );
  if (items.length === 0 || agents.length === 0) return undefined;
  const isFitting = pairs.length > 0 && random() < 0.85;
  const { work, agent } = isFitting
    ? drawOne(random, pairs)
    : { work: drawOne(random, items), agent: drawOne(random, agents) };
  const dueAt = at + drawOne(random, [drawWhole(random, 1, 60_000), drawWhole(random, 1, 900_000)]);
  return { type: 'promise-callback', workId: work.id, agentId: agent.id, dueAt };
}
