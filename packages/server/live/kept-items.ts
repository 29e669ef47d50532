import type { WaitingItem } from '@rapport/protocol';
import type { FloorItem } from './floor-item.ts';
import type { Due } from './promised-times.ts';

/** Beyond so many nobody reads them. */
const KEPT_MAX = 50;

/** Whether an item waits for somebody in particular: kept for him, or named. */
export function isKept({ status, reservation, preferredId }: FloorItem): boolean {
  return status === 'waiting' && (reservation !== undefined || preferredId !== undefined);
}

/** Of the open items, those of which something is to be told. */
export class NotedItems {
  readonly alerted = new Set<FloorItem>();
  /** Those that wait for somebody in particular. */
  readonly kept = new Set<FloorItem>();

  /** Takes an item as it is now. */
  take(item: FloorItem): void {
    if (item.alert === undefined) this.alerted.delete(item);
    else this.alerted.add(item);
    if (isKept(item)) this.kept.add(item);
    else this.kept.delete(item);
  }

  /** It is not open any more. */
  drop(item: FloorItem): void {
    this.alerted.delete(item);
    this.kept.delete(item);
  }
}

/** By agent, who waits for him, the first due first. What is kept for several waits for each of them. */
export function keptByAgent(
  items: Iterable<FloorItem>,
  dueOf: (item: FloorItem) => Due,
): ReadonlyMap<string, readonly WaitingItem[]> {
  const byAgent = new Map<string, WaitingItem[]>();
  for (const item of items) {
    const { facts, reservation, preferredId, waitingSince, choice } = item;
    const { workId, customerId, channel } = facts;
    const known = customerId === undefined ? {} : { customerId };
    const told = { workId, ...known, channel, waitingSince, ...dueOf(item) };
    const { agentIds = [], untilAt, isChosen = false } = reservation ?? {};
    for (const agentId of agentIds) {
      const alone = choice === undefined ? 'promised' : 'chosen';
      const why = isChosen ? alone : 'reserved';
      add(agentId, { ...told, why, ...(untilAt !== undefined && { untilAt }) });
    }
    if (preferredId !== undefined && reservation === undefined) {
      add(preferredId, { ...told, why: 'named' });
    }
  }
  return new Map(Array.from(byAgent, ([agentId, kept]) => [agentId, firstOf(kept)]));

  function add(agentId: string, item: WaitingItem): void {
    const others = byAgent.get(agentId);
    if (others === undefined) byAgent.set(agentId, [item]);
    else others.push(item);
  }
}

function firstOf(items: WaitingItem[]): readonly WaitingItem[] {
  const dueAt = (item: WaitingItem): number => item.dueAt ?? Number.MAX_SAFE_INTEGER;
  return items
    .sort((a, b) => dueAt(a) - dueAt(b) || (a.workId < b.workId ? -1 : 1))
    .slice(0, KEPT_MAX);
}
