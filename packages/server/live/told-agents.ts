import type { Instant } from '@rapport/core';
import type { AlertsState } from '@rapport/protocol';
import type { FloorItem } from './floor-item.ts';

/** Beyond so many nobody reads them. */
const ALERTS_MAX = 50;

/** By agent, what he was told of these items and nobody has seen yet, the first due first. */
export function toldAgents(
  items: Iterable<FloorItem>,
  dueAtOf: (item: FloorItem) => Instant | undefined,
): ReadonlyMap<string, AlertsState> {
  const byAgent = new Map<string, AlertsState['alerts']>();
  for (const item of items) {
    const { alert, facts, channel } = item;
    if (alert?.agentId === undefined || alert.isSeen) continue;
    const dueAt = dueAtOf(item);
    const due = dueAt === undefined ? {} : { dueAt };
    const told = { workId: facts.workId, channel, ...alert, ...due };
    const others = byAgent.get(alert.agentId);
    if (others === undefined) byAgent.set(alert.agentId, [told]);
    else others.push(told);
  }
  return new Map(Array.from(byAgent, ([agentId, alerts]) => [agentId, firstOf(alerts)]));
}

function firstOf(alerts: AlertsState['alerts']): AlertsState {
  alerts.sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0) || (a.workId < b.workId ? -1 : 1));
  return { alerts: alerts.slice(0, ALERTS_MAX) };
}
