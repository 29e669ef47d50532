import type { AgentId, DeskEvent, Instant } from '@rapport/core';
import type { PresenceChange, QueueChange, QueueItem } from '@rapport/protocol';
import { isPutOff, type PutOff, putOffUntil } from './put-off.ts';

/** A row of history as live updates see it. */
export interface HistoryRow {
  readonly seq: number;
  readonly at: Instant;
  readonly events: readonly DeskEvent[];
}

/** What stays of an item wherever it goes; only its promise may become another. */
export type ItemFacts = Pick<
  QueueItem,
  'workId' | 'customerId' | 'channel' | 'promiseId' | 'priority' | 'receivedAt'
>;

/** Changes that may go to many, written down once, when the first asks for them. */
class Shared<Change> {
  readonly changes: readonly Change[];
  #json: string | undefined;

  constructor(changes: readonly Change[]) {
    this.changes = changes;
  }

  get json(): string {
    return (this.#json ??= JSON.stringify(this.changes));
  }
}

/** What one row of history brought about. */
export interface RowChanges {
  readonly position: number;
  /** By the agent whom they concern. */
  readonly queues: ReadonlyMap<string, Shared<QueueChange>>;
  readonly presence: Shared<PresenceChange> | undefined;
  /** Items whose customer fell silent, or wrote after that, and those put aside for a live one, or taken up again. */
  readonly turned: readonly string[];
}

const TURNING: ReadonlySet<DeskEvent['type']> = new Set([
  'customer-fell-silent',
  'customer-heard',
  'work-interrupted',
  'interruption-ended',
]);

/** Collects the changes of a row, event by event. */
export class ChangesOfRow {
  readonly #queues = new Map<string, QueueChange[]>();
  readonly #presence: PresenceChange[] = [];
  readonly #turned: string[] = [];

  /**
   * Adds what an event brings about, and returns that part of it which is about an agent. It follows from the event, when it happened, and the facts of its
   * item alone; `heldBy` is asked only when an item is abandoned or recalled, because those events do not
   * say whom it was being offered to, or who had put it off.
   */
  add(
    event: DeskEvent,
    at: Instant,
    item: {
      readonly facts: (workId: string) => ItemFacts;
      readonly heldBy: (workId: string) => AgentId | undefined;
    },
  ): PresenceChange | undefined {
    if (event.type === 'work-abandoned' || event.type === 'work-recalled') {
      const agentId = item.heldBy(event.workId);
      const reason = event.type === 'work-abandoned' ? 'abandoned' : 'returned';
      if (agentId !== undefined) this.#toQueue(agentId, gone(event.workId, reason));
      return undefined;
    }
    if (event.type === 'work-promised') {
      const { workId, promiseId } = event;
      const agentId = item.heldBy(workId);
      if (agentId !== undefined) this.#toQueue(agentId, { type: 'promised', workId, promiseId });
      return undefined;
    }
    if (isPutOff(event)) {
      this.#putOff(event, at, item);
      return undefined;
    }
    const presence = presenceChange(event, at) ?? dayChange(event);
    if (presence !== undefined) this.#presence.push(presence);
    const change = queueChange(event, at, item.facts);
    if (change !== undefined && 'agentId' in event) this.#toQueue(event.agentId, change);
    return presence;
  }

  /** Adds that whoever carries an item has nothing to do for it at the moment, or has again. */
  addTurn(event: DeskEvent): void {
    if (TURNING.has(event.type) && 'workId' in event) this.#turned.push(event.workId);
  }

  /** All of them; undefined when there were none. */
  end(position: number): RowChanges | undefined {
    const isNothing = this.#queues.size + this.#presence.length + this.#turned.length === 0;
    if (isNothing) return undefined;
    const queues = new Map<string, Shared<QueueChange>>();
    for (const [agentId, changes] of this.#queues) queues.set(agentId, new Shared(changes));
    const presence = this.#presence.length === 0 ? undefined : new Shared(this.#presence);
    return { position, queues, presence, turned: this.#turned };
  }

  /** What somebody has put off for another, or has promised to call back, is with him from then on. */
  #putOff(event: PutOff, at: Instant, item: Parameters<ChangesOfRow['add']>[2]): void {
    const { workId } = event;
    const isHanded = event.type === 'deferral-handed';
    const from = isHanded ? event.agentId : item.heldBy(workId);
    const facts = { ...item.facts(workId), status: 'deferred', statusSince: at } as const;
    const deferredUntil = putOffUntil(event);
    const put = {
      ...(deferredUntil !== undefined && { deferredUntil }),
      ...(event.type === 'work-paused' && { pausedById: event.byWorkId }),
    };
    if (from !== undefined) this.#toQueue(from, gone(workId, 'returned'));
    const to = isHanded ? event.toAgentId : event.agentId;
    this.#toQueue(to, { type: 'handed', item: { ...facts, ...put } });
  }

  #toQueue(agentId: AgentId, change: QueueChange): void {
    const changes = this.#queues.get(agentId);
    if (changes === undefined) this.#queues.set(agentId, [change]);
    else changes.push(change);
  }
}

/** What became of an item in the hands of the event's agent; undefined when nothing did. */
function queueChange(
  event: DeskEvent,
  at: Instant,
  factsOf: (workId: string) => ItemFacts,
): QueueChange | undefined {
  switch (event.type) {
    case 'work-offered': {
      const { workId, expiresAt } = event;
      const item = { ...factsOf(workId), status: 'offered', statusSince: at, expiresAt } as const;
      return { type: 'offered', item };
    }
    case 'offer-accepted':
    case 'work-resumed':
      return { type: 'moved', workId: event.workId, status: 'active', statusSince: at };
    case 'work-deferred': {
      const { workId, untilAt: deferredUntil } = event;
      return { type: 'moved', workId, status: 'deferred', statusSince: at, deferredUntil };
    }
    case 'work-held':
      return { type: 'moved', workId: event.workId, status: 'on-hold', statusSince: at };
    case 'work-wrapped-up': {
      const { workId, endsAt: expiresAt } = event;
      const moved = { type: 'moved', workId, status: 'wrap-up', statusSince: at } as const;
      return expiresAt === undefined ? moved : { ...moved, expiresAt };
    }
    case 'wrap-up-extended':
      return { type: 'extended', workId: event.workId, expiresAt: event.endsAt };
    default: {
      const reason = GONE_BY[event.type];
      return reason !== undefined && 'workId' in event ? gone(event.workId, reason) : undefined;
    }
  }
}

type GoneReason = Extract<QueueChange, { type: 'gone' }>['reason'];

/** Events that take an item out of the hands of the agent whom they name, and why it is gone. */
const GONE_BY: Readonly<Partial<Record<DeskEvent['type'], GoneReason>>> = {
  'offer-declined': 'declined',
  'offer-expired': 'expired',
  'offer-withdrawn': 'withdrawn',
  'work-transferred': 'transferred',
  'work-completed': 'completed',
  'deferral-ended': 'returned',
  'pause-ended': 'returned',
  'work-released': 'returned',
};

function gone(workId: string, reason: GoneReason): QueueChange {
  return { type: 'gone', workId, reason };
}

/** What became of an agent's day; undefined when nothing did. */
function dayChange(event: DeskEvent): PresenceChange | undefined {
  switch (event.type) {
    case 'agent-reachability-changed': {
      const { agentId, isReachable } = event;
      return { type: 'reachability', agentId, isReachable };
    }
    case 'wind-down-began': {
      const { agentId, reason, startsAt, untilAt } = event;
      return { type: 'wind-down', agentId, windDown: { reason, startsAt, untilAt } };
    }
    case 'wind-down-ended':
      return { type: 'wind-down', agentId: event.agentId };
    case 'absence-declared': {
      const { agentId, untilAt, deputyId } = event;
      const absence = deputyId === undefined ? { untilAt } : { untilAt, deputyId };
      return { type: 'absence', agentId, absence };
    }
    case 'absence-cancelled':
    case 'absence-ended':
      return { type: 'absence', agentId: event.agentId };
    default:
      return undefined;
  }
}

/** What became of an agent; undefined when nothing did. */
function presenceChange(event: DeskEvent, at: Instant): PresenceChange | undefined {
  switch (event.type) {
    case 'agent-registered':
      return { type: 'registered', agentId: event.agentId, stateSince: at };
    case 'agent-state-changed': {
      const { agentId, state, reason, returnAt } = event;
      return {
        type: 'state',
        agentId,
        state,
        ...(reason !== undefined && { reason }),
        ...(returnAt !== undefined && { returnAt }),
        stateSince: at,
      };
    }
    case 'busy-intervals-set': {
      const isBusy = event.intervals.some(({ fromAt, untilAt }) => fromAt <= at && at < untilAt);
      return { type: 'busy', agentId: event.agentId, isBusy };
    }
    case 'agent-busy-began':
      return { type: 'busy', agentId: event.agentId, isBusy: true };
    case 'agent-busy-ended':
      return { type: 'busy', agentId: event.agentId, isBusy: false };
    case 'agent-retired':
      return { type: 'retired', agentId: event.agentId };
    default:
      return undefined;
  }
}
