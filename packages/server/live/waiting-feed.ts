import type { WaitingItem, WaitingState } from '@rapport/protocol';
import { type Kysely, sql } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { Subscription } from './connection.ts';
import type { Feed } from './feed.ts';
import type { Floor } from './floor.ts';
import { inTurn } from './in-turn.ts';
import { Listeners } from './listeners.ts';
import { ownAgentOf } from './own-agent-of.ts';

interface WaitingRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly floor: Pick<Floor, 'position' | 'kept'>;
  readonly onFault: (error: unknown) => void;
}

const NOBODY: readonly WaitingItem[] = [];

/**
 * Topic `my-waiting`: looked at as often as the floor is, and sent whole where it has changed. What customers
 * are called is read only then.
 */
export class WaitingFeed implements Feed {
  readonly #rooms: WaitingRooms;
  readonly #listeners = new Listeners<Subscription>();
  /** By agent, what was seen last, without names. */
  readonly #seen = new Map<string, string>();
  /** What each was sent last. */
  readonly #sent = new Map<Subscription, string>();
  readonly #inTurn = inTurn();

  constructor(rooms: WaitingRooms) {
    this.#rooms = rooms;
  }

  async begin(subscription: Subscription): Promise<boolean> {
    const agentId = ownAgentOf(subscription);
    this.#listeners.add(agentId, subscription);
    await this.#inTurn(agentId, () => this.#tell(agentId));
    return true;
  }

  end(subscription: Subscription): void {
    const agentId = ownAgentOf(subscription);
    this.#listeners.remove(agentId, subscription);
    this.#sent.delete(subscription);
    if (this.#listeners.of(agentId).size === 0) this.#seen.delete(agentId);
  }

  publish(): void {
    const kept = this.#rooms.floor.kept();
    for (const agentId of this.#listeners.keys()) {
      const text = JSON.stringify(kept.get(agentId) ?? NOBODY);
      if (this.#seen.get(agentId) === text) continue;
      this.#seen.set(agentId, text);
      this.#inTurn(agentId, () => this.#tell(agentId)).catch((error: unknown) => {
        // Looked at again the next time.
        this.#seen.delete(agentId);
        this.#rooms.onFault(error);
      });
    }
  }

  async #tell(agentId: string): Promise<void> {
    const items = this.#rooms.floor.kept().get(agentId) ?? NOBODY;
    const names = await this.#namesOf(items);
    const state: WaitingState = {
      items: items.map((item) => {
        const piiName = names.get(item.customerId ?? '');
        return piiName === undefined ? item : { ...item, piiName };
      }),
    };
    const json = JSON.stringify(state);
    for (const subscription of this.#listeners.of(agentId)) {
      if (this.#sent.get(subscription) === json) continue;
      const { connection } = subscription;
      if (connection.sendSnapshot(subscription, this.#rooms.floor.position, json)) {
        this.#sent.set(subscription, json);
      }
    }
  }

  async #namesOf(items: readonly WaitingItem[]): Promise<ReadonlyMap<string, string>> {
    const ids = items.flatMap(({ customerId }) => customerId ?? []);
    if (ids.length === 0) return new Map();
    const { db, centre } = this.#rooms;
    const { rows } = await sql<{ id: string; name: string | null }>`
      select c.id, coalesce(c.pii_name, (
        select n.pii_value from customer_identity n
        where n.centre = c.centre and n.customer_id = c.id order by n.kind, n.pii_value limit 1
      )) as name
      from customer c where c.centre = ${centre} and c.id = any(${ids}::text[])`.execute(db);
    return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
  }
}
