import type { Kysely } from 'kysely';
import { unreadNotices } from '../notices/notices.ts';
import type { Tables } from '../store/tables.ts';
import type { Subscription } from './connection.ts';
import type { Feed } from './feed.ts';
import type { Floor } from './floor.ts';
import { Listeners } from './listeners.ts';
import { ownAgentOf } from './own-agent-of.ts';

const NONE = JSON.stringify({ notices: [] });

/**
 * Topic `my-notices`: read from their table at each `poke`, in one statement for all who listen, and sent
 * whole where they have changed.
 */
export class NoticesFeed implements Feed {
  readonly #listeners = new Listeners<Subscription>();
  /** What each was sent last. */
  readonly #sent = new Map<Subscription, string>();
  readonly #db: Kysely<Tables>;
  readonly #centre: string;
  readonly #floor: Pick<Floor, 'position'>;

  constructor(db: Kysely<Tables>, centre: string, floor: Pick<Floor, 'position'>) {
    this.#db = db;
    this.#centre = centre;
    this.#floor = floor;
  }

  async begin(subscription: Subscription): Promise<boolean> {
    const agentId = ownAgentOf(subscription);
    const unread = await unreadNotices(this.#db, this.#centre, [agentId]);
    this.#listeners.add(agentId, subscription);
    this.#send(subscription, JSON.stringify(unread.get(agentId) ?? { notices: [] }));
    return true;
  }

  end(subscription: Subscription): void {
    this.#listeners.remove(ownAgentOf(subscription), subscription);
    this.#sent.delete(subscription);
  }

  /** Sends what has changed since the last time. */
  async poke(): Promise<void> {
    const agentIds = [...this.#listeners.keys()];
    const unread = await unreadNotices(this.#db, this.#centre, agentIds);
    for (const agentId of agentIds) {
      const state = unread.get(agentId);
      const json = state === undefined ? NONE : JSON.stringify(state);
      for (const subscription of this.#listeners.of(agentId)) {
        if (this.#sent.get(subscription) !== json) this.#send(subscription, json);
      }
    }
  }

  #send(subscription: Subscription, json: string): void {
    const { connection } = subscription;
    if (connection.sendSnapshot(subscription, this.#floor.position, json)) {
      this.#sent.set(subscription, json);
    }
  }
}
