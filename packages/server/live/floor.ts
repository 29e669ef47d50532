import type { AgentId, DeskEvent, Instant } from '@rapport/core';
import {
  type AgentPresence,
  type AlertsState,
  compareQueueItems,
  presenceAfter,
  type PresenceChange,
  type PresenceState,
  type QueueState,
  type WaitingItem,
  type WallboardState,
} from '@rapport/protocol';
import { standingOf } from '../views/work-view.ts';
import type { DayFigures } from './day-figures.ts';
import type { Due, PromisedTimes } from './promised-times.ts';
import { type FloorAgent, sorted } from './floor-agent.ts';
import {
  arrivedItem,
  changesTerms,
  changeTerms,
  existing,
  keepWait,
  handOn,
  COMING_BACK,
  type FloorItem,
  isCarried,
  queueItem,
  putOff,
  setStatus,
  STATUS_AFTER,
  takeNote,
  wasInTime,
} from './floor-item.ts';
import type { FloorStart } from './floor-start.ts';
import { keptByAgent, NotedItems } from './kept-items.ts';
import { toldAgents } from './told-agents.ts';
import { isPutOff, type PutOff } from './put-off.ts';
import { ChangesOfRow, type HistoryRow, type ItemFacts, type RowChanges } from './row-changes.ts';
import { Unanswered } from './unanswered.ts';

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
  readonly #noted = new NotedItems();
  readonly #stateCounts = { 'signed-out': 0, ready: 0, 'not-ready': 0 };
  #workingCount = 0;
  /** Items that somebody is offered or carries. */
  #heldCount = 0;
  readonly #promises: PromisedTimes;
  readonly #day: DayFigures;
  readonly #lookUp = {
    facts: (workId: string): ItemFacts => this.#item(workId).facts,
    heldBy: (workId: string): AgentId | undefined => this.#item(workId).agentId,
  };

  constructor({ position, items, agents, promises, day }: FloorStart) {
    this.#position = position;
    this.#promises = promises;
    this.#day = day;
    for (const presence of agents) this.#setPresence(presence);
    for (const item of items) {
      this.#items.set(item.facts.workId, item);
      this.#noted.take(item);
      if (item.agentId !== undefined) this.#hold(item, item.agentId);
      if (item.status === 'waiting' || item.status === 'offered') this.#unanswered.add(item);
      if (item.status === 'offered') this.#unanswered.offered(item, true);
      else if (isCarried(item)) this.#carry(item.agentId, 1);
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
      this.#define(event, at);
      changes.addTurn(event);
      this.#promise(event, at);
      this.#evolve(event, at);
      const item = 'workId' in event ? this.#items.get(event.workId) : undefined;
      if (item !== undefined) this.#noted.take(item);
    }
    this.#position = seq;
    return changes.end(seq);
  }

  /** What an agent has in his hands; nothing for somebody who is none. */
  queue(agentId: string): QueueState {
    const items = [...(this.#agents.get(agentId)?.items ?? [])].map(queueItem);
    return { items: items.sort(compareQueueItems) };
  }

  /** By agent, what he was told of items that are late or going to be, and nobody has seen. */
  alerts(): ReadonlyMap<string, AlertsState> {
    return toldAgents(this.#noted.alerted, (item) => this.due(item).dueAt);
  }

  /** By agent, who waits for him and is being offered to nobody. */
  kept(): ReadonlyMap<string, readonly WaitingItem[]> {
    return keptByAgent(this.#noted.kept, (item) => this.due(item));
  }

  /** Whether this item is open. */
  has(workId: string): boolean {
    return this.#items.has(workId);
  }

  /** By when a wait that began then is promised to end; undefined where that cannot be said. */
  dueAt(wait: { readonly promiseId: string; readonly fromAt: Instant }): Instant | undefined {
    const { promiseId, fromAt: waitingSince } = wait;
    return this.#promises.dueOf({ promiseId, waitingSince, waitedMs: 0 }).dueAt;
  }

  /** For when an open item was put off, if that still counts; what call was promised, what was chosen, whose turn it is, what it is put aside for. */
  saidOf(workId: string): Readonly<FloorItem> | undefined {
    return this.#items.get(workId);
  }

  /** Since when an item waits to be taken, and by when it is to be; undefined once somebody has it. */
  waitOf(workId: string): { readonly since: Instant; readonly dueAt?: Instant } | undefined {
    const item = this.#items.get(workId);
    if (item?.status !== 'waiting' && item?.status !== 'offered') return undefined;
    const { dueAt } = this.due(item);
    return { since: item.waitingSince, ...(dueAt !== undefined && { dueAt }) };
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

  /** How many open items there are that nobody has, or one of these; all of them where nobody is named. */
  openCount(agentIds: ReadonlySet<string> | undefined): number {
    if (agentIds === undefined) return this.#items.size;
    let count = this.#items.size - this.#heldCount;
    for (const agentId of agentIds) count += this.#agents.get(agentId)?.items.size ?? 0;
    return count;
  }

  /** Every agent, in no order; one that has changed is another object. */
  *presences(): IterableIterator<AgentPresence> {
    for (const { presence } of this.#agents.values()) yield presence;
  }

  /** By when an item is to be answered. */
  due({ facts: { promiseId }, promisedMs, waitingSince, waitedMs }: FloorItem): Due {
    return this.#promises.dueOf({ promiseId, promisedMs, waitingSince, waitedMs });
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
      today: this.#day.state(at),
    };
  }

  /** Open items that are due otherwise now have changed. Cost: twice each of them. */
  #define(event: DeskEvent, at: Instant): void {
    if (event.type !== 'promise-defined' && event.type !== 'calendar-defined') return;
    const before = new Map([...this.#items.values()].map((item) => [item, this.due(item)]));
    this.#promises.take(event, at);
    for (const [item, { dueAt, targetMs }] of before) {
      const due = this.due(item);
      if (due.dueAt !== dueAt || due.targetMs !== targetMs) item.revision += 1;
    }
  }

  #promise(event: DeskEvent, at: Instant): void {
    const item = 'workId' in event ? this.#items.get(event.workId) : undefined;
    if (item !== undefined) takeNote(item, event, at);
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
    } else if (isPutOff(event)) this.#putOff(event, at);
    else if (COMING_BACK.has(event.type) && 'workId' in event) {
      this.#comeBack(this.#item(event.workId), at);
    } else this.#take(event, at);
  }

  #take(event: DeskEvent, at: Instant): void {
    if (changesTerms(event)) {
      changeTerms(this.#item(event.workId), event);
      return;
    }
    const status = STATUS_AFTER[event.type];
    if (status === undefined || !('workId' in event)) return;
    const item = this.#item(event.workId);
    const wasCarried = isCarried(item);
    if (event.type === 'work-resumed') this.#settle(item);
    setStatus(item, status, at);
    if (event.type === 'work-deferred') item.deferredUntil = event.untilAt;
    if (event.type === 'work-wrapped-up') item.expiresAt = event.endsAt;
    if (item.agentId !== undefined && isCarried(item) !== wasCarried) {
      this.#carry(item.agentId, wasCarried ? -1 : 1);
    }
  }

  /** Another has put it off, or has promised to call its customer, who waits no more. */
  #putOff(event: PutOff, at: Instant): void {
    const item = this.#item(event.workId);
    if (event.type === 'work-paused') keepWait(item, this.#promises, at);
    if (item.agentId === undefined) this.#unanswered.remove(item);
    else this.#letGo(item, at);
    this.#hold(item, putOff(item, event, at));
  }

  /** It waits again, for whoever had put it off first. */
  #comeBack(item: FloorItem, at: Instant): void {
    const { agentId } = item;
    this.#letGo(item, at);
    item.preferredId = agentId;
    item.waitingSince = at;
    this.#unanswered.add(item);
  }

  #receive(event: Extract<DeskEvent, { type: 'work-received' }>, at: Instant): void {
    const item = arrivedItem(event, at);
    this.#items.set(event.workId, item);
    this.#unanswered.add(item);
    this.#day.arrived(at);
  }

  #offer(item: FloorItem, event: Extract<DeskEvent, { type: 'work-offered' }>, at: Instant): void {
    const { agentId, expiresAt } = event;
    item.standing = standingOf(event) ?? undefined;
    setStatus(item, 'offered', at);
    item.agentId = agentId;
    item.expiresAt = expiresAt;
    this.#hold(item, agentId);
    this.#unanswered.offered(item, true);
  }

  #accept(item: FloorItem, at: Instant): void {
    this.#unanswered.offered(item, false);
    this.#unanswered.remove(item);
    keepWait(item, this.#promises, at);
    setStatus(item, 'active', at);
    if (item.agentId !== undefined) this.#carry(item.agentId, 1);
    this.#answer(item, item.standing, at);
  }

  /** What was put aside was answered by whoever answered the other item. */
  #settle(item: FloorItem): void {
    if (item.pausedById !== undefined) this.#answer(item, 'handler', item.statusSince);
  }

  #answer(item: FloorItem, standing: string | undefined, at: Instant): void {
    const isInTime = wasInTime(item, this.#promises, at);
    if (!item.isAnswered) this.#day.answered(item.facts.receivedAt, { isInTime, standing });
    item.isAnswered = true;
  }

  /** It is for somebody, or for nobody any more; whoever transfers it has it no more. */
  #move(
    item: FloorItem,
    event: Extract<DeskEvent, { type: 'work-transferred' | 'work-assigned' }>,
    at: Instant,
  ): void {
    item.preferredId = event.toAgentId;
    item.revision += 1;
    if (event.type === 'work-assigned') return;
    handOn(item, event);
    this.#letGo(item, at);
    item.waitingSince = at;
    this.#unanswered.add(item);
  }

  #close(item: FloorItem, at: Instant): void {
    const { status } = item;
    this.#settle(item);
    this.#letGo(item, at);
    this.#items.delete(item.facts.workId);
    this.#noted.drop(item);
    if (status !== 'waiting' && status !== 'offered') return;
    this.#unanswered.remove(item);
    if (!item.isAnswered)
      this.#day.abandoned(item.facts.receivedAt, !wasInTime(item, this.#promises, at));
  }

  /** Whoever has it has it no more. */
  #letGo(item: FloorItem, at: Instant): void {
    const { agentId, status } = item;
    if (agentId !== undefined) {
      this.#agent(agentId).items.delete(item);
      this.#heldCount -= 1;
    }
    if (status === 'offered') this.#unanswered.offered(item, false);
    else if (isCarried(item)) this.#carry(item.agentId, -1);
    item.agentId = undefined;
    setStatus(item, 'waiting', at);
  }

  #hold(item: FloorItem, agentId: AgentId): void {
    this.#agent(agentId).items.add(item);
    this.#heldCount += 1;
  }

  #carry(agentId: AgentId, difference: 1 | -1): void {
    const agent = this.#agent(agentId);
    const wasWorking = agent.carriedCount > 0;
    agent.carriedCount += difference;
    const isWorking = agent.carriedCount > 0;
    if (isWorking !== wasWorking) this.#workingCount += difference;
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
    if (agent !== undefined) {
      this.#stateCounts[agent.presence.state] -= 1;
      agent.presence = presence;
    } else this.#agents.set(presence.agentId, { presence, items: new Set(), carriedCount: 0 });
  }

  #item(workId: string): FloorItem {
    return existing(this.#items.get(workId), 'an item that is not open');
  }

  #agent(agentId: string): FloorAgent {
    return existing(this.#agents.get(agentId), 'an agent who is none');
  }
}
