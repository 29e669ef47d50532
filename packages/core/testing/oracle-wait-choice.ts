import type { Instant } from '../time.ts';
import type { WaitChosen } from '../work/choice-messages.ts';
import { isAble, isLive, isRefused, teamOf } from './oracle-choice.ts';
import { openItem } from './oracle-model.ts';
import type { Model, ModelAgent, ModelItem } from './oracle-records.ts';
import { backAt } from './oracle-reservation.ts';

/** Whom a customer waits for knows him, can serve it and is expected, and it is kept for him no longer than that. */
export function waitChoiceFaults(
  { workId, agentId, keptUntilAt }: WaitChosen,
  model: Model,
  at: Instant,
): readonly string[] {
  const item = openItem(model, workId);
  if (item === undefined) return [`there is no ${workId} to choose for`];
  if (agentId === undefined) {
    return keptUntilAt === undefined ? [] : [`${workId} is for anybody and kept`];
  }
  const agent = model.agents.get(agentId);
  const expected = agent && keptUntil(model, { item, agent, at });
  return expected !== undefined && expected === keptUntilAt
    ? []
    : [`${workId} is kept for ${agentId} until ${keptUntilAt} instead of ${expected}`];
}

function keptUntil(
  model: Model,
  { item, agent, at }: { item: ModelItem; agent: ModelAgent; at: Instant },
): Instant | undefined {
  const { choiceMsSynchronous, choiceMsAsynchronous, knownRingsMax } = model.policy;
  const freeAt = backAt({ model, item, at }, agent);
  const missCount = item.missedBy.filter((id) => id === agent.id).length;
  const isChoosable =
    teamOf(model, item).some(({ agentId }) => agentId === agent.id) &&
    isAble(item, agent) &&
    !item.exclusions.has(agent.id) &&
    !isRefused(model, item, agent.id) &&
    missCount < knownRingsMax &&
    freeAt !== Infinity;
  if (!isChoosable) return undefined;
  return freeAt + (isLive(item) ? choiceMsSynchronous : choiceMsAsynchronous);
}
