import type { EmergenciesState } from '@rapport/protocol';
import type { Subscription } from './connection.ts';
import type { Feed } from './feed.ts';
import type { Floor } from './floor.ts';

/** It is asked at every fourth tick: once a second. */
const ASKED_TICKS = 4;

/**
 * Topic `emergencies`: the desk is asked once a second what stands, while anybody follows it, and all of it
 * is sent to everybody where it has changed. An end comes by time alone, without a row of history.
 */
export class EmergenciesFeed implements Feed {
  readonly #subscriptions = new Set<Subscription>();
  readonly #floor: Pick<Floor, 'position'>;
  readonly #standing: () => Promise<EmergenciesState>;
  readonly #onFault: (error: unknown) => void;
  /** As it was sent last. */
  #json = '';
  #tickCount = 0;
  #isAsking = false;

  constructor(
    floor: Pick<Floor, 'position'>,
    standing: () => Promise<EmergenciesState>,
    onFault: (error: unknown) => void,
  ) {
    this.#floor = floor;
    this.#standing = standing;
    this.#onFault = onFault;
  }

  async begin(subscription: Subscription): Promise<boolean> {
    const json = JSON.stringify(await this.#standing());
    this.#tell(json);
    this.#subscriptions.add(subscription);
    this.#send(subscription, json);
    return true;
  }

  end(subscription: Subscription): void {
    this.#subscriptions.delete(subscription);
  }

  publish(): void {
    this.#tickCount += 1;
    if (this.#tickCount % ASKED_TICKS !== 0) return;
    if (this.#subscriptions.size === 0 || this.#isAsking) return;
    this.#isAsking = true;
    this.#look()
      .catch(this.#onFault)
      .finally(() => (this.#isAsking = false));
  }

  async #look(): Promise<void> {
    this.#tell(JSON.stringify(await this.#standing()));
  }

  #tell(json: string): void {
    if (json === this.#json) return;
    this.#json = json;
    for (const subscription of this.#subscriptions) this.#send(subscription, json);
  }

  #send(subscription: Subscription, json: string): void {
    subscription.connection.sendSnapshot(subscription, this.#floor.position, json);
  }
}
