import type { ConversationMessage, TopicParams } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import { messageAnswer } from '../interactions/message-answer.ts';
import type { Tables } from '../store/tables.ts';
import type { Subscription } from './connection.ts';
import type { Feed } from './feed.ts';
import { Listeners } from './listeners.ts';

/** How much of a conversation a snapshot shows, and how much a client may have missed. */
const MESSAGES_MAX = 200;

/**
 * Topic `conversation`: messages in the order of their ordinals, read from their table after each
 * `poke`, once for all who follow that interaction.
 */
export class ConversationFeed implements Feed {
  readonly #listeners = new Listeners<Subscription>();
  /** Interactions that are being read, and whether to read them once more. */
  readonly #reading = new Map<string, { isAgain: boolean }>();
  /** The last attempt to begin of each subscription. */
  readonly #attempts = new WeakMap<Subscription, object>();
  readonly #messages: MessageReader;

  constructor(db: Kysely<Tables>, centre: string) {
    this.#messages = messageReader(db, centre);
  }

  async begin(subscription: Subscription): Promise<boolean> {
    const { connection } = subscription;
    const interactionId = interactionOf(subscription);
    // Until it has begun it is sent nothing else, or it would be sent the same twice.
    this.end(subscription);
    const attempt = {};
    this.#attempts.set(subscription, attempt);
    const isOvertaken = (): boolean => this.#attempts.get(subscription) !== attempt;
    const count = (await this.#messages.counts([interactionId])).get(interactionId);
    if (count === undefined) return false;
    if (isOvertaken()) return true;
    const { position } = subscription;
    if (position === undefined || position > count || count - position > MESSAGES_MAX) {
      const last = await this.#messages.after(interactionId, Math.max(0, count - MESSAGES_MAX));
      if (isOvertaken()) return true;
      const at = last.at(-1)?.ordinal ?? 0;
      connection.sendSnapshot(subscription, at, JSON.stringify({ messages: last }));
    } else connection.sendResync(subscription, position);
    // While this was read, more may have been said.
    this.#listeners.add(interactionId, subscription);
    await this.poke(interactionId);
    return true;
  }

  end(subscription: Subscription): void {
    this.#listeners.remove(interactionOf(subscription), subscription);
  }

  /** All who follow something. */
  followers(): readonly Subscription[] {
    return [...this.#listeners.keys()].flatMap((id) => [...this.#listeners.of(id)]);
  }

  /** There is something new in this interaction. Settles when it has been sent. */
  async poke(interactionId: string): Promise<void> {
    const underway = this.#reading.get(interactionId);
    if (underway !== undefined) {
      underway.isAgain = true;
      return;
    }
    const mine = { isAgain: true };
    this.#reading.set(interactionId, mine);
    try {
      while (mine.isAgain) {
        mine.isAgain = false;
        await this.#sendNew(interactionId);
      }
    } finally {
      this.#reading.delete(interactionId);
    }
  }

  /** Sends whatever nobody poked for, such as what another process wrote. */
  async pokeChanged(): Promise<void> {
    const ids = [...this.#listeners.keys()];
    if (ids.length === 0) return;
    const counts = await this.#messages.counts(ids);
    const changed = ids.filter((id) =>
      [...this.#listeners.of(id)].some(({ position = 0 }) => position < (counts.get(id) ?? 0)),
    );
    await Promise.all(changed.map((id) => this.poke(id)));
  }

  async #sendNew(interactionId: string): Promise<void> {
    for (;;) {
      const positions = [...this.#listeners.of(interactionId)].flatMap(
        ({ connection, position }) =>
          connection.isInStep && position !== undefined ? [position] : [],
      );
      if (positions.length === 0) return;
      const from = Math.min(...positions);
      const added = await this.#messages.after(interactionId, from);
      const texts = added.map((message) => JSON.stringify([message]));
      for (const subscription of this.#listeners.of(interactionId)) {
        // He came while this was read, and begins further back: he has asked for the next round.
        if ((subscription.position ?? Infinity) < from) continue;
        for (const [index, { ordinal }] of added.entries()) {
          if ((subscription.position ?? Infinity) >= ordinal) continue;
          // Whoever is behind is told when he has caught up.
          if (!subscription.connection.sendDelta(subscription, ordinal, texts[index] ?? '[]'))
            break;
        }
      }
      if (added.length < MESSAGES_MAX) return;
    }
  }
}

interface MessageReader {
  /** The messages after that ordinal, in order, at most `MESSAGES_MAX`. */
  readonly after: (
    interactionId: string,
    ordinal: number,
  ) => Promise<readonly ConversationMessage[]>;
  /** How many messages there are, by interaction; without those that do not exist. */
  readonly counts: (interactionIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
}

function messageReader(db: Kysely<Tables>, centre: string): MessageReader {
  return {
    after: async (interactionId, ordinal) => {
      const rows = await db
        .selectFrom('message')
        .selectAll()
        .where('centre', '=', centre)
        .where('interaction_id', '=', interactionId)
        .where('ordinal', '>', ordinal)
        .orderBy('ordinal')
        .limit(MESSAGES_MAX)
        .execute();
      return rows.map(messageAnswer);
    },
    counts: async (interactionIds) => {
      const rows = await db
        .selectFrom('interaction')
        .select(['id', 'message_count'])
        .where('centre', '=', centre)
        .where('id', 'in', interactionIds)
        .execute();
      return new Map(rows.map(({ id, message_count }) => [id, message_count]));
    },
  };
}

/** Which interaction a subscription follows. */
export function interactionOf({ params }: Subscription): string {
  return (params as TopicParams<'conversation'>).interactionId;
}
