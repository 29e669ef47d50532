import { type Desk, present } from '../desk.ts';
import type { MatterRecord, WorkRecord } from '../desk-records.ts';
import type { AgentId, MatterId, WorkId } from '../id.ts';

/** An open matter; its items say that they belong to it. */
export interface MatterSnapshot {
  readonly kind: 'matter';
  readonly id: MatterId;
  readonly handlerId?: AgentId;
  readonly isShared?: true;
}

export function* matterSnapshots({ matters }: Desk): Generator<MatterSnapshot> {
  for (const { id, handler, isShared } of matters.values()) {
    yield {
      kind: 'matter',
      id,
      ...(handler && { handlerId: handler.id }),
      ...(isShared && { isShared }),
    };
  }
}

/** Makes a matter anew before its items are. */
export function restoreMatter(desk: Desk, record: MatterSnapshot): void {
  const { id, handlerId, isShared = false } = record;
  const handler =
    handlerId && present(desk.agents.get(handlerId) ?? desk.retiredAgents.get(handlerId));
  desk.matters.set(id, { id, items: new Set(), handler, isShared });
}

/** The matter that an item says it belongs to. */
export function matterAt(desk: Desk, id: MatterId | undefined): MatterRecord | undefined {
  return id === undefined ? undefined : present(desk.matters.get(id));
}

/** Makes an item that was restored one of its matter again. */
export function keepMember(work: WorkRecord): void {
  work.matter?.items.add(work);
}

/** What an item says of its matter. */
export function memberSnapshot({ matter, pausedById }: WorkRecord): {
  readonly matterId?: MatterId;
  readonly pausedById?: WorkId;
} {
  return {
    ...(matter && { matterId: matter.id }),
    ...(pausedById !== undefined && { pausedById }),
  };
}
