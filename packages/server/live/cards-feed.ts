import type { Kysely } from 'kysely';
import { cardsOf } from '../interactions/cards-of.ts';
import type { Tables } from '../store/tables.ts';
import type { Subscription } from './connection.ts';
import type { Feed } from './feed.ts';
import type { Floor } from './floor.ts';
import { inTurn } from './in-turn.ts';
import { Listeners } from './listeners.ts';
import type { RowChanges } from './row-changes.ts';

/** What happens at once is read at once. */
const PAUSE_MS = 25;

interface CardRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly floor: Floor;
  readonly onFault: (error: unknown) => void;
}

/** Topic `my-cards`: read anew for an agent whenever something of his changes, and sent whole. */
export class CardsFeed implements Feed {
  readonly #rooms: CardRooms;
  readonly #listeners = new Listeners<Subscription>();
  /** Interactions on the cards that an agent was sent last. */
  readonly #shown = new Map<string, ReadonlySet<string>>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();
  readonly #inTurn = inTurn();

  constructor(rooms: CardRooms) {
    this.#rooms = rooms;
  }

  async begin(subscription: Subscription): Promise<boolean> {
    this.#listeners.add(agentOf(subscription), subscription);
    const agentId = agentOf(subscription);
    await this.#inTurn(agentId, () => this.#send(agentId, [subscription]));
    return true;
  }

  end(subscription: Subscription): void {
    const agentId = agentOf(subscription);
    this.#listeners.remove(agentId, subscription);
    if (this.#listeners.of(agentId).size === 0) this.#shown.delete(agentId);
  }

  /** Sends what a row brought about. */
  row({ queues }: RowChanges): void {
    for (const agentId of queues.keys()) this.#renew(agentId);
  }

  /** Something of this interaction is new, also for an agent who may not have had it. */
  poke(interactionId: string, agentId?: string): void {
    if (agentId !== undefined) this.#renew(agentId);
    for (const [agentId, ids] of this.#shown) if (ids.has(interactionId)) this.#renew(agentId);
  }

  /** Reads the cards of an agent in a moment, if he listens. */
  #renew(agentId: string): void {
    if (this.#waiting.has(agentId) || this.#listeners.of(agentId).size === 0) return;
    const read = (): void => {
      this.#waiting.delete(agentId);
      const send = () => this.#send(agentId, [...this.#listeners.of(agentId)]);
      this.#inTurn(agentId, send).catch(this.#rooms.onFault);
    };
    this.#waiting.set(agentId, setTimeout(read, PAUSE_MS).unref());
  }

  async #send(agentId: string, subscriptions: readonly Subscription[]): Promise<void> {
    const { floor } = this.#rooms;
    const { items } = floor.queue(agentId);
    const dueAt = floor.dueAt.bind(floor);
    const cards = await cardsOf({ ...this.#rooms, dueAt }, agentId, items);
    this.#shown.set(agentId, new Set(cards.flatMap(({ interactionId }) => interactionId ?? [])));
    const json = JSON.stringify({ cards });
    for (const subscription of subscriptions) {
      if (!this.#listeners.of(agentId).has(subscription)) continue;
      subscription.connection.sendSnapshot(subscription, floor.position, json);
    }
  }
}

/** The caller himself: nobody names another agent. */
function agentOf({ connection }: Subscription): string {
  const { agentId } = connection.caller.principal;
  if (agentId === undefined) throw new Error('cards were opened for no agent');
  return agentId;
}
