import type { AlertsState } from '@rapport/protocol';
import type { Subscription } from './connection.ts';
import type { Feed } from './feed.ts';
import type { Floor } from './floor.ts';
import { Listeners } from './listeners.ts';
import { ownAgentOf } from './own-agent-of.ts';

/** Topic `my-alerts`: looked at as often as the floor is, and sent whole where it has changed. */
export class AlertsFeed implements Feed {
  readonly #listeners = new Listeners<Subscription>();
  /** What each was sent last. */
  readonly #sent = new Map<Subscription, string>();
  readonly #floor: Pick<Floor, 'position' | 'alerts'>;

  constructor(floor: Pick<Floor, 'position' | 'alerts'>) {
    this.#floor = floor;
  }

  begin(subscription: Subscription): boolean {
    const agentId = ownAgentOf(subscription);
    this.#listeners.add(agentId, subscription);
    this.#send(subscription, jsonOf(this.#floor.alerts().get(agentId)));
    return true;
  }

  end(subscription: Subscription): void {
    this.#listeners.remove(ownAgentOf(subscription), subscription);
    this.#sent.delete(subscription);
  }

  publish(): void {
    const alerts = this.#floor.alerts();
    for (const agentId of this.#listeners.keys()) {
      const json = jsonOf(alerts.get(agentId));
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

const NONE = JSON.stringify({ alerts: [] });

function jsonOf(state: AlertsState | undefined): string {
  return state === undefined ? NONE : JSON.stringify(state);
}
