import type { AgentId, DeskEvent, Instant } from '@rapport/core';
import {
  type AgentPresence,
  compareQueueItems,
  presenceAfter,
  type PresenceChange,
  type PresenceState,
  type QueueItem,
  type QueueState,
  type WallboardState,
} from '@rapport/protocol';
import { standingOf } from '../views/work-view.ts';
import type { DayFigures } from './day-figures.ts';
import type { Due, PromisedTimes } from './promised-times.ts';
import { ChangesOfRow, type HistoryRow, type ItemFacts, type RowChanges } from './row-changes.ts';
import { Unanswered } from './unanswered.ts';

/** An open item as the floor keeps it. */
export interface FloorItem {
  readonly facts: ItemFacts;
  readonly channel: ItemFacts['channel'];
  status: 'waiting' | QueueItem['status'];
  statusSince: Instant;
  waitingSince: Instant;
  /** Who is offered it or carries it. */
  agentId: AgentId | undefined;
  /** Only while it is offered. */
  expiresAt: Instant | undefined;
  /** Whether somebody has accepted it before. */
  isAnswered: boolean;
  /** For whom somebody named it. */
  preferredId: string | undefined;
  /** How whoever has it is known to its customer, as the offer said. */
  standing: string | undefined;
  /** Rises with each change. */
  revision: number;
}

/** Where a floor begins. */
export interface FloorStart {
  readonly position: number;
  /** In the order of `waitingSince`. They become the floor's own. */
  readonly items: readonly FloorItem[];
  readonly agents: readonly AgentPresence[];
  readonly promises: PromisedTimes;
  readonly day: DayFigures;
}

interface FloorAgent {
  presence: AgentPresence;
  /** Offered to him or carried by him. */
  readonly items: Set<FloorItem>;
  carriedCount: number;
}

/**
 * What is going on at this moment, as live updates show it: open items, agents, the day's figures.
 *
 * It follows the history row by row; a row costs what its events cost, however much is open. Memory
 * is that of the open items and the agents.
 */
export class Floor {
  #position: number;
  readonly #items = new Map<string, FloorItem>();
  readonly #agents = new Map<string, FloorAgent>();
  readonly #unanswered = new Unanswered();
  readonly #stateCounts = { 'signed-out': 0, ready: 0, 'not-ready': 0 };
  #workingCount = 0;
  readonly #promises: PromisedTimes;
  readonly #day: DayFigures;
  readonly #lookUp = {
    facts: (workId: string): ItemFacts => this.#item(workId).facts,
    offeredTo: (workId: string): AgentId | undefined => this.#item(workId).agentId,
  };

  constructor({ position, items, agents, promises, day }: FloorStart) {
    this.#position = position;
    this.#promises = promises;
    this.#day = day;
    for (const presence of agents) this.#setPresence(presence);
    for (const item of items) {
      this.#items.set(item.facts.workId, item);
      if (item.agentId !== undefined) this.#agent(item.agentId).items.add(item);
      if (item.status === 'waiting' || item.status === 'offered') this.#unanswered.add(item);
      if (item.status === 'offered') this.#unanswered.offered(item, true);
      else if (item.agentId !== undefined) this.#carry(item.agentId, 1);
    }
  }

  /** The position up to which it has taken in the history. */
  get position(): number {
    return this.#position;
  }

  /**
   * Takes in the next row and returns what it brought about, undefined where that was nothing.
   *
   * @throws {Error} the row does not follow, or contradicts what came before.
   */
  apply({ seq, at, events }: HistoryRow): RowChanges | undefined {
    if (seq !== this.#position + 1) {
      throw new Error(`the floor is at position ${this.#position} and cannot take in ${seq}`);
    }
    this.#day.passTime(at);
    const changes = new ChangesOfRow();
    for (const event of events) {
      const presence = changes.add(event, at, this.#lookUp);
      if (presence !== undefined) this.#changePresence(presence);
      this.#promises.take(event, at);
      this.#evolve(event, at);
    }
    this.#position = seq;
    return changes.end(seq);
  }

  /** What an agent has in his hands; nothing for somebody who is none. */
  queue(agentId: string): QueueState {
    const items = [...(this.#agents.get(agentId)?.items ?? [])].map(queueItem);
    return { items: items.sort(compareQueueItems) };
  }

  /** By when a wait that began then is promised to end; undefined where that cannot be said. */
  dueAt(wait: { readonly promiseId: string; readonly fromAt: Instant }): Instant | undefined {
    return this.#promises.dueOf(wait).dueAt;
  }

  /** Every agent. */
  presence(): PresenceState {
    return { agents: sorted([...this.#agents.values()]) };
  }

  /** Those of these who are agents. */
  people(agentIds: readonly string[]): PresenceState {
    return { agents: sorted(agentIds.flatMap((id) => this.#agents.get(id) ?? [])) };
  }

  /** Every open item, as they came in. */
  items(): IterableIterator<FloorItem> {
    return this.#items.values();
  }

  get openCount(): number {
    return this.#items.size;
  }

  /** Every agent, in no order; one that has changed is another object. */
  *presences(): IterableIterator<AgentPresence> {
    for (const { presence } of this.#agents.values()) yield presence;
  }

  /** By when an item is to be answered: the target from its receipt, and anew from a transfer. */
  due({ facts: { promiseId }, waitingSince }: FloorItem): Due {
    return this.#promises.dueOf({ promiseId, fromAt: waitingSince });
  }

  /** The centre's figures; the day's are those of the day of `at`. */
  wallboard(at: Instant): WallboardState {
    this.#day.passTime(at);
    return {
      waiting: this.#unanswered.state(),
      agents: {
        signedOutCount: this.#stateCounts['signed-out'],
        readyCount: this.#stateCounts.ready,
        notReadyCount: this.#stateCounts['not-ready'],
        workingCount: this.#workingCount,
      },
      today: this.#day.state(),
    };
  }

  #evolve(event: DeskEvent, at: Instant): void {
    switch (event.type) {
      case 'work-received':
        this.#receive(event, at);
        return;
      case 'work-offered':
        this.#offer(this.#item(event.workId), event, at);
        return;
      case 'offer-accepted':
        this.#accept(this.#item(event.workId), at);
        return;
      case 'offer-declined':
      case 'offer-expired':
      case 'offer-withdrawn':
        this.#letGo(this.#item(event.workId), at);
        return;
      case 'work-completed':
      case 'work-abandoned':
        this.#close(this.#item(event.workId), at);
        return;
      default:
        this.#carryOn(event, at);
    }
  }

  #carryOn(event: DeskEvent, at: Instant): void {
    if (event.type === 'work-transferred' || event.type === 'work-assigned') {
      this.#move(this.#item(event.workId), event, at);
      return;
    }
    const status = STATUS_AFTER[event.type];
    if (status !== undefined && 'workId' in event) setStatus(this.#item(event.workId), status, at);
  }

  #receive(event: Extract<DeskEvent, { type: 'work-received' }>, at: Instant): void {
    const { workId, customerId, channel, promiseId, priority = 0 } = event;
    const known = customerId === undefined ? {} : { customerId };
    const item: FloorItem = {
      facts: { workId, ...known, channel, promiseId, priority, receivedAt: at },
      channel,
      status: 'waiting',
      statusSince: at,
      waitingSince: at,
      agentId: undefined,
      expiresAt: undefined,
      isAnswered: false,
      preferredId: undefined,
      standing: undefined,
      revision: 0,
    };
    this.#items.set(workId, item);
    this.#unanswered.add(item);
    this.#day.arrived(at);
  }

  #offer(item: FloorItem, event: Extract<DeskEvent, { type: 'work-offered' }>, at: Instant): void {
    const { agentId, expiresAt } = event;
    item.standing = standingOf(event) ?? undefined;
    setStatus(item, 'offered', at);
    item.agentId = agentId;
    item.expiresAt = expiresAt;
    this.#agent(agentId).items.add(item);
    this.#unanswered.offered(item, true);
  }

  #accept(item: FloorItem, at: Instant): void {
    this.#unanswered.offered(item, false);
    this.#unanswered.remove(item);
    setStatus(item, 'active', at);
    if (item.agentId !== undefined) this.#carry(item.agentId, 1);
    if (!item.isAnswered) {
      const { facts, standing } = item;
      const { customerId, receivedAt } = facts;
      this.#day.answered(receivedAt, { isInTime: this.#isInTime(item, at), customerId, standing });
    }
    item.isAnswered = true;
  }

  /** It is for somebody, or for nobody any more; whoever transfers it has it no more. */
  #move(
    item: FloorItem,
    { type, toAgentId }: Extract<DeskEvent, { type: 'work-transferred' | 'work-assigned' }>,
    at: Instant,
  ): void {
    item.preferredId = toAgentId;
    item.revision += 1;
    if (type === 'work-assigned') return;
    this.#letGo(item, at);
    item.waitingSince = at;
    this.#unanswered.add(item);
  }

  #close(item: FloorItem, at: Instant): void {
    const { status } = item;
    this.#letGo(item, at);
    this.#items.delete(item.facts.workId);
    if (status !== 'waiting' && status !== 'offered') return;
    this.#unanswered.remove(item);
    if (!item.isAnswered) this.#day.abandoned(item.facts.receivedAt, !this.#isInTime(item, at));
  }

  /** Whoever has it has it no more. */
  #letGo(item: FloorItem, at: Instant): void {
    const { agentId, status } = item;
    if (agentId !== undefined) {
      this.#agent(agentId).items.delete(item);
      if (status === 'offered') this.#unanswered.offered(item, false);
      else this.#carry(agentId, -1);
    }
    item.agentId = undefined;
    setStatus(item, 'waiting', at);
  }

  #carry(agentId: AgentId, difference: 1 | -1): void {
    const agent = this.#agent(agentId);
    const wasWorking = agent.carriedCount > 0;
    agent.carriedCount += difference;
    const isWorking = agent.carriedCount > 0;
    if (isWorking !== wasWorking) this.#workingCount += difference;
  }

  #isInTime({ facts: { promiseId, receivedAt } }: FloorItem, untilAt: Instant): boolean {
    return this.#promises.isInTime({ promiseId, fromAt: receivedAt, untilAt });
  }

  #changePresence(change: PresenceChange): void {
    const before = this.#agents.get(change.agentId)?.presence;
    const after = presenceAfter(before, change);
    if (after !== undefined) this.#setPresence(after);
    else if (before !== undefined) {
      // Only who is signed out and carries nothing retires.
      this.#agents.delete(change.agentId);
      this.#stateCounts[before.state] -= 1;
    }
  }

  #setPresence(presence: AgentPresence): void {
    const agent = this.#agents.get(presence.agentId);
    this.#stateCounts[presence.state] += 1;
    if (agent === undefined) {
      this.#agents.set(presence.agentId, { presence, items: new Set(), carriedCount: 0 });
      return;
    }
    this.#stateCounts[agent.presence.state] -= 1;
    agent.presence = presence;
  }

  #item(workId: string): FloorItem {
    const item = this.#items.get(workId);
    if (item === undefined) throw new Error('the history speaks of an item that is not open');
    return item;
  }

  #agent(agentId: string): FloorAgent {
    const agent = this.#agents.get(agentId);
    if (agent === undefined) throw new Error('the history speaks of an agent who is none');
    return agent;
  }
}

const STATUS_AFTER: Readonly<Partial<Record<DeskEvent['type'], FloorItem['status']>>> = {
  'work-held': 'on-hold',
  'work-resumed': 'active',
  'work-wrapped-up': 'wrap-up',
};

function setStatus(item: FloorItem, status: FloorItem['status'], at: Instant): void {
  item.status = status;
  item.statusSince = at;
  item.expiresAt = undefined;
  item.revision += 1;
}

function queueItem({ facts, status, statusSince, expiresAt }: FloorItem): QueueItem {
  if (status === 'waiting') throw new Error('an item that waits is in nobody’s hands');
  return { ...facts, status, statusSince, ...(expiresAt !== undefined && { expiresAt }) };
}

function sorted(agents: readonly FloorAgent[]): AgentPresence[] {
  const presences = agents.map(({ presence }) => presence);
  return presences.sort((a, b) => (a.agentId < b.agentId ? -1 : 1));
}
