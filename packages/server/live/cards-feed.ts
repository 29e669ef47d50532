import type { Card, CardChange } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import { cardsOf } from '../interactions/cards-of.ts';
import type { Tables } from '../store/tables.ts';
import type { Subscription } from './connection.ts';
import type { Feed } from './feed.ts';
import type { Floor } from './floor.ts';
import { inTurn } from './in-turn.ts';
import { Listeners } from './listeners.ts';
import { ownAgentOf } from './own-agent-of.ts';
import type { RowChanges } from './row-changes.ts';

/** What happens at once is read at once. */
const PAUSE_MS = 25;
/** After what could not be read. */
const RETRY_MS = 1_000;
/** With these something may be put off, or no longer. */
const MOVES_SHOWN: ReadonlySet<string> = new Set(['active', 'deferred']);
/** Names, bonds and promises change without a word to this feed: each desk is renewed once in so many turns. */
const RENEW_TURNS = 20;

interface CardRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly floor: Floor;
  readonly onFault: (error: unknown) => void;
}

/** A card as it was sent. */
interface SentCard {
  readonly workId: string;
  readonly json: string;
  readonly interactionId: string | undefined;
}

/** The cards of one agent, for as long as somebody follows them. */
interface Desk {
  readonly agentId: string;
  /** In whose turn it is renewed. */
  readonly number: number;
  /** Whether each has had its snapshot. */
  readonly subscriptions: Map<Subscription, boolean>;
  /** As they were sent last, by item; undefined until they have been read. */
  cards: Map<string, SentCard> | undefined;
  /** What is to be read again. */
  stale: Stale;
  timer: NodeJS.Timeout | undefined;
}

interface Stale {
  isAll: boolean;
  readonly workIds: Set<string>;
  /** Also of items that were not the agent's. */
  readonly interactionIds: Set<string>;
}

/**
 * Topic `my-cards`: a snapshot to whoever begins, then the cards that have changed. Only those are read
 * which something has happened to.
 *
 * Cost: a change one statement over the items that changed, however many there are.
 */
export class CardsFeed implements Feed {
  readonly #rooms: CardRooms;
  readonly #desks = new Map<string, Desk>();
  /** Desks that show a card, by its item and by its interaction; and those that are still read. */
  readonly #byWork = new Listeners<Desk>();
  readonly #byInteraction = new Listeners<Desk>();
  readonly #beginning = new Set<Desk>();
  #deskCount = 0;
  #turn = 0;
  readonly #inTurn = inTurn();

  constructor(rooms: CardRooms) {
    this.#rooms = rooms;
  }

  async begin(subscription: Subscription): Promise<boolean> {
    const agentId = ownAgentOf(subscription);
    const desk = this.#desks.get(agentId) ?? this.#newDesk(agentId);
    desk.subscriptions.set(subscription, false);
    await this.#inTurn(agentId, async () => {
      desk.cards ??= await this.#firstCards(desk);
      // One that has ended meanwhile is told nothing.
      if (!desk.subscriptions.has(subscription)) return;
      desk.subscriptions.set(subscription, true);
      const json = `{"cards":[${[...desk.cards.values()].map((card) => card.json).join(',')}]}`;
      subscription.connection.sendSnapshot(subscription, this.#rooms.floor.position, json);
    });
    return true;
  }

  end(subscription: Subscription): void {
    const agentId = ownAgentOf(subscription);
    const desk = this.#desks.get(agentId);
    if (desk?.subscriptions.delete(subscription) !== true || desk.subscriptions.size > 0) return;
    clearTimeout(desk.timer);
    this.#desks.delete(agentId);
    this.#beginning.delete(desk);
    for (const card of desk.cards?.values() ?? []) this.#hide(desk, card);
  }

  /** Renews what a row brought about. That an item is put on hold, or written down, is on no card. */
  row({ queues, turned }: RowChanges): void {
    for (const workId of turned) {
      for (const desk of this.#shown(this.#byWork.of(workId))) {
        this.#renew(desk, ({ workIds }) => workIds.add(workId));
      }
    }
    for (const [agentId, { changes }] of queues) {
      for (const change of changes) {
        if (change.type === 'moved' && !MOVES_SHOWN.has(change.status)) continue;
        const workId = 'item' in change ? change.item.workId : change.workId;
        const mine = this.#desks.get(agentId);
        // Whoever helps with it is shown the same.
        const shown = change.type === 'offered' ? [] : this.#shown(this.#byWork.of(workId));
        for (const desk of new Set([...(mine === undefined ? [] : [mine]), ...shown])) {
          this.#renew(desk, ({ workIds }) => workIds.add(workId));
        }
      }
    }
  }

  /** Something of this interaction is new, also for an agent who may not have had it. */
  poke(interactionId: string, agentId?: string): void {
    const desks = new Set(this.#shown(this.#byInteraction.of(interactionId)));
    const named = agentId === undefined ? undefined : this.#desks.get(agentId);
    if (named !== undefined) desks.add(named);
    for (const desk of desks) {
      this.#renew(desk, ({ interactionIds }) => interactionIds.add(interactionId));
    }
  }

  /** Reads some again, in turns: each after so many calls, and not all at once. */
  renewSome(): void {
    this.#turn = (this.#turn + 1) % RENEW_TURNS;
    for (const desk of this.#desks.values()) {
      if (desk.number % RENEW_TURNS !== this.#turn) continue;
      this.#renew(desk, (stale) => (stale.isAll = true));
    }
  }

  /** These, and those of which nobody knows yet what they will show. */
  #shown(desks: ReadonlySet<Desk>): readonly Desk[] {
    return [...desks, ...this.#beginning];
  }

  #newDesk(agentId: string): Desk {
    const reading = { cards: undefined, stale: nothing(), timer: undefined };
    const number = (this.#deskCount += 1);
    const desk: Desk = { agentId, number, subscriptions: new Map(), ...reading };
    this.#desks.set(agentId, desk);
    this.#beginning.add(desk);
    return desk;
  }

  async #firstCards(desk: Desk): Promise<Map<string, SentCard>> {
    const read = await this.#read(desk, { ...nothing(), isAll: true });
    const cards = new Map(read.map((card) => [card.workId, sentCard(card)]));
    this.#beginning.delete(desk);
    // One that has ended meanwhile shows nothing.
    if (this.#desks.get(desk.agentId) === desk) {
      for (const card of cards.values()) this.#show(desk, card);
    }
    return cards;
  }

  #show(desk: Desk, { workId, interactionId }: SentCard): void {
    this.#byWork.add(workId, desk);
    if (interactionId !== undefined) this.#byInteraction.add(interactionId, desk);
  }

  #hide(desk: Desk, { workId, interactionId }: SentCard): void {
    this.#byWork.remove(workId, desk);
    if (interactionId !== undefined) this.#byInteraction.remove(interactionId, desk);
  }

  /** Reads what is stale of an agent in a moment. */
  #renew(desk: Desk, mark: (stale: Stale) => unknown, pauseMs = PAUSE_MS): void {
    mark(desk.stale);
    desk.timer ??= setTimeout(() => {
      desk.timer = undefined;
      void this.#inTurn(desk.agentId, () => this.#sendChanges(desk));
    }, pauseMs).unref();
  }

  async #sendChanges(desk: Desk): Promise<void> {
    const { stale } = desk;
    if (this.#desks.get(desk.agentId) !== desk || desk.cards === undefined) return;
    desk.stale = nothing();
    try {
      const changes = this.#changed(desk, stale, await this.#read(desk, stale));
      if (changes.length > 0) this.#send(desk, JSON.stringify(changes));
    } catch (error) {
      this.#rooms.onFault(error);
      this.#renew(desk, (again) => addTo(again, stale), RETRY_MS);
    }
  }

  /** Brings the cards up to what was read of them, and returns what that changes. */
  #changed(desk: Desk, stale: Stale, read: readonly Card[]): readonly CardChange[] {
    // One that has ended meanwhile shows nothing.
    const { cards } = desk;
    if (cards === undefined || this.#desks.get(desk.agentId) !== desk) return [];
    const changes: CardChange[] = [];
    const isThere = new Set(read.map(({ workId }) => workId));
    for (const workId of stale.isAll ? [...cards.keys()] : stale.workIds) {
      const gone = isThere.has(workId) ? undefined : cards.get(workId);
      if (gone === undefined) continue;
      cards.delete(workId);
      this.#hide(desk, gone);
      changes.push({ type: 'gone', workId });
    }
    for (const card of read) {
      const sent = sentCard(card);
      const before = cards.get(card.workId);
      if (before?.json === sent.json) continue;
      if (before !== undefined) this.#hide(desk, before);
      cards.set(card.workId, sent);
      this.#show(desk, sent);
      changes.push({ type: 'put', card });
    }
    return changes;
  }

  #send({ subscriptions }: Desk, json: string): void {
    const { position } = this.#rooms.floor;
    for (const [subscription, isBegun] of subscriptions) {
      if (isBegun) subscription.connection.sendDelta(subscription, position, json);
    }
  }

  async #read(desk: Desk, stale: Stale): Promise<readonly Card[]> {
    const { floor } = this.#rooms;
    const { agentId, cards } = desk;
    for (const [workId, { interactionId }] of cards ?? []) {
      if (interactionId === undefined) continue;
      // An item that leaves my hands may be one with which I help.
      if (stale.workIds.has(workId)) stale.interactionIds.add(interactionId);
      else if (stale.interactionIds.has(interactionId)) stale.workIds.add(workId);
    }
    const mine = floor.queue(agentId).items;
    const isMine = new Set(mine.map(({ workId }) => workId));
    const items = stale.isAll ? mine : mine.filter(({ workId }) => stale.workIds.has(workId));
    const helpWith = stale.isAll ? 'all' : [...stale.interactionIds];
    if (items.length === 0 && helpWith.length === 0) return [];
    const rooms = {
      ...this.#rooms,
      dueAt: floor.dueAt.bind(floor),
      saidOf: floor.saidOf.bind(floor),
      waitOf: floor.waitOf.bind(floor),
    };
    const read = await cardsOf(rooms, { agentId, items, helpWith });
    return read.filter(
      ({ askedBy, workId }) => askedBy === undefined || (!isMine.has(workId) && floor.has(workId)),
    );
  }
}

function nothing(): Stale {
  return { isAll: false, workIds: new Set(), interactionIds: new Set() };
}

function addTo(stale: Stale, { isAll, workIds, interactionIds }: Stale): void {
  stale.isAll ||= isAll;
  for (const id of workIds) stale.workIds.add(id);
  for (const id of interactionIds) stale.interactionIds.add(id);
}

function sentCard(card: Card): SentCard {
  const { workId, interactionId } = card;
  return { workId, json: JSON.stringify(card), interactionId };
}
