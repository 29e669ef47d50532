import type { Capacity } from '../agents/capacity.ts';
import type { AgentState } from '../agents/agent-messages.ts';
import type { Requirement, SkillLevel } from '../agents/skill.ts';
import type { Channel } from '../channel.ts';
import type { Desk } from '../desk.ts';
import type { AgentRecord, BondRecord, WorkRecord } from '../desk-records.ts';
import type { AgentId, CalendarId, CustomerId, PromiseId, WorkId } from '../id.ts';
import type { Instant, Interval } from '../time.ts';
import type { WorkStatus } from '../work/work-messages.ts';

/** The shape of the records. A release that finds another number folds the history instead. */
export const SNAPSHOT_FORMAT = 2;

export interface AgentSnapshot {
  readonly kind: 'agent';
  readonly id: AgentId;
  readonly skills: readonly SkillLevel[];
  readonly capacity: Capacity;
  readonly state: AgentState;
  readonly reason?: string;
  readonly busyIntervals: readonly Interval[];
  readonly isBusy: boolean;
  readonly lastAssignedAt: Instant;
}

export interface BondSnapshot {
  readonly kind: 'bond';
  readonly customerId: CustomerId;
  readonly ownerId?: AgentId;
  readonly deputyIds: readonly AgentId[];
  readonly earned: readonly { readonly agentId: AgentId; readonly strength: number }[];
}

export interface WorkSnapshot {
  readonly kind: 'work';
  readonly id: WorkId;
  readonly order: number;
  readonly customerId?: CustomerId;
  readonly receivedAt: Instant;
  readonly waitingSince: Instant;
  readonly waitedMs: number;
  readonly channel: Channel;
  readonly requirements: readonly Requirement[];
  readonly isProficiencyFirst: boolean;
  readonly promiseId: PromiseId;
  readonly priority: number;
  readonly status: WorkStatus;
  readonly statusSince: Instant;
  readonly agentId?: AgentId;
  readonly offerExpiresAt: Instant;
  readonly preferredId?: AgentId;
  readonly exclusions: readonly { readonly agentId: AgentId; readonly until: Instant }[];
}

/** One piece of a desk as it is stored: plain, and small enough to be written one at a time. */
export type SnapshotRecord =
  | { readonly kind: 'desk'; readonly lastAt: Instant; readonly nextOrder: number }
  | {
      readonly kind: 'calendar';
      readonly id: CalendarId;
      readonly openIntervals: readonly Interval[];
    }
  | {
      readonly kind: 'promise';
      readonly id: PromiseId;
      readonly targetMs: number;
      readonly shareRatio: number;
      readonly calendarId?: CalendarId;
    }
  | AgentSnapshot
  | { readonly kind: 'retired-agent'; readonly id: AgentId }
  | BondSnapshot
  | WorkSnapshot;

/**
 * Gives a desk's records, one after the other; `restoreDesk` makes the same desk of them. Equal desks
 * give equal records in the same order, so that two desks are compared by comparing these.
 */
export function* snapshotDesk(desk: Desk): Generator<SnapshotRecord> {
  yield { kind: 'desk', lastAt: desk.lastAt, nextOrder: desk.nextOrder };
  for (const [id, { openIntervals }] of desk.calendars) {
    yield { kind: 'calendar', id, openIntervals };
  }
  for (const { id, targetMs, shareRatio, calendarId } of desk.promises.values()) {
    yield {
      kind: 'promise',
      id,
      targetMs,
      shareRatio,
      ...(calendarId !== undefined && { calendarId }),
    };
  }
  for (const agent of desk.agentList) {
    yield agent.isRetired ? { kind: 'retired-agent', id: agent.id } : agentSnapshot(agent);
  }
  for (const [customerId, bond] of desk.bonds) yield bondSnapshot(customerId, bond);
  for (const work of desk.work.values()) yield workSnapshot(work);
}

function agentSnapshot(agent: AgentRecord): AgentSnapshot {
  return {
    kind: 'agent',
    id: agent.id,
    skills: Array.from(agent.skills, ([skill, level]) => ({ skill, level })),
    capacity: agent.capacity,
    state: agent.state,
    ...(agent.reason !== undefined && { reason: agent.reason }),
    busyIntervals: agent.busyIntervals,
    isBusy: agent.isBusy,
    lastAssignedAt: agent.lastAssignedAt,
  };
}

function bondSnapshot(customerId: CustomerId, bond: BondRecord): BondSnapshot {
  return {
    kind: 'bond',
    customerId,
    ...(bond.owner && { ownerId: bond.owner.id }),
    deputyIds: bond.deputies.map(({ id }) => id),
    earned: bond.earned.map(({ agent, strength }) => ({ agentId: agent.id, strength })),
  };
}

function workSnapshot(work: WorkRecord): WorkSnapshot {
  const { need, promise, priority } = work.class;
  return {
    kind: 'work',
    id: work.id,
    order: work.order,
    ...(work.customerId !== undefined && { customerId: work.customerId }),
    receivedAt: work.receivedAt,
    waitingSince: work.waitingSince,
    waitedMs: work.waitedMs,
    channel: need.channel,
    requirements: need.requirements,
    isProficiencyFirst: need.isProficiencyFirst,
    promiseId: promise.id,
    priority,
    status: work.status,
    statusSince: work.statusSince,
    ...(work.agent && { agentId: work.agent.id }),
    offerExpiresAt: work.offerExpiresAt,
    ...(work.preferred && { preferredId: work.preferred.id }),
    exclusions: work.exclusions.map(({ agent, until }) => ({ agentId: agent.id, until })),
  };
}
