import type { TopicParams } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Signs } from '../interactions/signs.ts';
import type { Tables } from '../store/tables.ts';
import type { Subscription } from './connection.ts';
import type { Feed } from './feed.ts';
import { inTurn } from './in-turn.ts';
import { Listeners } from './listeners.ts';

interface SignRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly signs: Signs;
  readonly position: () => number;
  readonly onFault: (error: unknown) => void;
}

/** Topic `signs`: who looks at a conversation follows from who listens here. */
export class SignsFeed implements Feed {
  readonly #rooms: SignRooms;
  readonly #listeners = new Listeners<Subscription>();
  readonly #inTurn = inTurn();

  constructor(rooms: SignRooms) {
    this.#rooms = rooms;
  }

  async begin(subscription: Subscription): Promise<boolean> {
    const interactionId = interactionOf(subscription);
    this.#listeners.add(interactionId, subscription);
    let isThere = false;
    await this.#inTurn(interactionId, async () => (isThere = await this.#send(interactionId)));
    return isThere;
  }

  end(subscription: Subscription): void {
    const interactionId = interactionOf(subscription);
    const before = this.#viewers(interactionId);
    this.#listeners.remove(interactionId, subscription);
    if (this.#viewers(interactionId).length !== before.length) this.poke(interactionId);
  }

  /** All who follow something. */
  followers(): readonly Subscription[] {
    return [...this.#listeners.keys()].flatMap((id) => [...this.#listeners.of(id)]);
  }

  /** Something about this interaction is new. */
  poke(interactionId: string): void {
    if (this.#listeners.of(interactionId).size === 0) return;
    this.#inTurn(interactionId, () => this.#send(interactionId)).catch(this.#rooms.onFault);
  }

  /** False when there is no such interaction. */
  async #send(interactionId: string): Promise<boolean> {
    const { db, centre, signs, position } = this.#rooms;
    const row = await db
      .selectFrom('interaction')
      .select('customer_read_ordinal')
      .where('centre', '=', centre)
      .where('id', '=', interactionId)
      .executeTakeFirst();
    if (row === undefined) return false;
    const helpers = await db
      .selectFrom('help_request')
      .select('agent_id')
      .where('centre', '=', centre)
      .where('interaction_id', '=', interactionId)
      .orderBy('agent_id')
      .execute();
    const json = JSON.stringify({
      viewing: this.#viewers(interactionId),
      typing: signs.typing(interactionId),
      helping: helpers.map(({ agent_id }) => agent_id),
      customerReadOrdinal: row.customer_read_ordinal,
    });
    for (const subscription of this.#listeners.of(interactionId)) {
      subscription.connection.sendSnapshot(subscription, position(), json);
    }
    return true;
  }

  #viewers(interactionId: string): readonly string[] {
    const ids = [...this.#listeners.of(interactionId)].flatMap(
      ({ connection }) => connection.caller.principal.agentId ?? [],
    );
    return [...new Set(ids)].sort();
  }
}

function interactionOf({ params }: Subscription): string {
  return (params as TopicParams<'signs'>).interactionId;
}
