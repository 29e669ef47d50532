import type { AlertRecord } from '../alerts/alert-record.ts';
import type { CallbackRecord } from '../callbacks/callback-record.ts';
import type { Requirement } from '../agents/skill.ts';
import type { Channel } from '../channel.ts';
import type { Reservation, WorkRecord } from '../desk-records.ts';
import type { AgentId, CustomerId, MatterId, PromiseId, WorkId } from '../id.ts';
import type { Instant } from '../time.ts';
import { memberSnapshot } from './snapshot-matters.ts';
import type { CustomersTurn } from '../work/turn-record.ts';
import type { WorkStatus } from '../work/work-messages.ts';

/** An open item as it is stored. */
export interface WorkSnapshot {
  readonly kind: 'work';
  readonly id: WorkId;
  readonly order: number;
  readonly customerId?: CustomerId;
  readonly topic?: string;
  readonly receivedAt: Instant;
  readonly waitingSince: Instant;
  readonly waitedMs: number;
  readonly waitedBeforeMs?: number;
  readonly channel: Channel;
  readonly requirements: readonly Requirement[];
  readonly isProficiencyFirst: boolean;
  readonly promiseId: PromiseId;
  /** What is promised since its last transfer, in place of the promise's own target. */
  readonly promisedMs?: number;
  readonly priority: number;
  readonly status: WorkStatus;
  readonly statusSince: Instant;
  readonly agentId?: AgentId;
  readonly offerExpiresAt: Instant;
  readonly deferredUntil?: Instant;
  readonly alert?: AlertRecord;
  readonly alertHeight?: number;
  readonly deferredForId?: AgentId;
  readonly wrapUpEndsAt?: Instant;
  readonly extensionCount?: number;
  readonly takenAt?: Instant;
  readonly asideForId?: WorkId;
  readonly callback?: CallbackRecord;
  readonly matterId?: MatterId;
  readonly pausedById?: WorkId;
  readonly turn?: CustomersTurn;
  readonly reservation?: {
    readonly fromAt: Instant;
    readonly untilAt: Instant;
    readonly agentIds: readonly AgentId[];
    readonly isChosen?: true;
  };
  readonly transferCount?: number;
  readonly loweredCount?: number;
  readonly wasReserved?: true;
  readonly preferredId?: AgentId;
  readonly exclusions: readonly { readonly agentId: AgentId; readonly until: Instant }[];
  /** Once for each time. */
  readonly missedByIds?: readonly AgentId[];
}

function reservationSnapshot({ fromAt, untilAt, agents, isChosen }: Reservation) {
  return { fromAt, untilAt, agentIds: agents.map(({ id }) => id), ...(isChosen && { isChosen }) };
}

function carriedSnapshot(
  work: WorkRecord,
): Pick<
  WorkSnapshot,
  | 'transferCount'
  | 'loweredCount'
  | 'wrapUpEndsAt'
  | 'extensionCount'
  | 'deferredForId'
  | 'takenAt'
  | 'callback'
  | 'asideForId'
  | 'turn'
  | 'promisedMs'
  | 'waitedBeforeMs'
> {
  const { promise } = work.class;
  return {
    ...(promise.original && { promisedMs: promise.targetMs }),
    ...(work.waitedBeforeMs > 0 && { waitedBeforeMs: work.waitedBeforeMs }),
    ...(work.transferCount > 0 && { transferCount: work.transferCount }),
    ...(work.loweredCount > 0 && { loweredCount: work.loweredCount }),
    ...(work.wrapUpEndsAt !== 0 && { wrapUpEndsAt: work.wrapUpEndsAt }),
    ...(work.extensionCount > 0 && { extensionCount: work.extensionCount }),
    ...(work.deferredFor && { deferredForId: work.deferredFor.id }),
    ...(work.takenAt !== 0 && { takenAt: work.takenAt }),
    ...(work.asideForId !== undefined && { asideForId: work.asideForId }),
    ...(work.callback && { callback: work.callback }),
    ...(work.turn && { turn: work.turn }),
  };
}

export function workSnapshot(work: WorkRecord): WorkSnapshot {
  const { need, promise, priority } = work.class;
  return {
    kind: 'work',
    id: work.id,
    order: work.order,
    ...(work.customer && { customerId: work.customer.id }),
    ...(work.topic !== undefined && { topic: work.topic }),
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
    ...(work.deferredUntil !== 0 &&
      work.deferredUntil !== Infinity && { deferredUntil: work.deferredUntil }),
    ...(work.alert && { alert: { ...work.alert } }),
    ...(work.alertHeight !== 0 && { alertHeight: work.alertHeight }),
    ...carriedSnapshot(work),
    ...memberSnapshot(work),
    ...(work.reservation && { reservation: reservationSnapshot(work.reservation) }),
    ...(work.wasReserved && { wasReserved: true }),
    ...(work.preferred && { preferredId: work.preferred.id }),
    exclusions: work.exclusions.map(({ agent, until }) => ({ agentId: agent.id, until })),
    ...(work.misses.length > 0 && { missedByIds: work.misses.map(({ id }) => id) }),
  };
}
