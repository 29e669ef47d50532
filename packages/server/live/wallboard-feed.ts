import type { Instant } from '@rapport/core';
import type { WallboardState } from '@rapport/protocol';
import type { Subscription } from './connection.ts';
import type { Feed } from './feed.ts';
import type { Floor } from './floor.ts';

/** The figures as they were last sent, part by part. */
interface Published {
  readonly position: number;
  readonly beganAt: Instant;
  readonly json: Readonly<Record<keyof WallboardState, string>>;
}

/**
 * Topic `wallboard`: figures of the whole floor, made and written down once for everybody, at the pace
 * at which `publish` is called, and only while somebody follows them.
 */
export function wallboardFeed(
  floor: Pick<Floor, 'position' | 'wallboard'>,
  now: () => Instant,
): Feed & { readonly publish: () => void } {
  const subscriptions = new Set<Subscription>();
  let published: Published | undefined;
  const sendAll = ({ position, json }: Published, subscription: Subscription): void => {
    subscription.connection.sendSnapshot(subscription, position, textOf(json));
  };
  return {
    begin: (subscription) => {
      if (subscriptions.size === 0 || published === undefined) published = figures(floor, now());
      subscriptions.add(subscription);
      sendAll(published, subscription);
      return true;
    },
    end: (subscription) => subscriptions.delete(subscription),
    publish: () => {
      if (subscriptions.size === 0 || published === undefined) return;
      const before = published;
      const after = (published = figures(floor, now()));
      if (after.beganAt !== before.beganAt) {
        // A day begins without a row of history, hence without a position of its own.
        for (const subscription of subscriptions) sendAll(after, subscription);
        return;
      }
      const changed = PARTS.filter((part) => after.json[part] !== before.json[part]);
      if (changed.length === 0) return;
      const text = textOf(Object.fromEntries(changed.map((part) => [part, after.json[part]])));
      for (const subscription of subscriptions) {
        subscription.connection.sendDelta(subscription, after.position, text);
      }
    },
  };
}

const PARTS = ['waiting', 'agents', 'today'] as const satisfies readonly (keyof WallboardState)[];

function figures(floor: Pick<Floor, 'position' | 'wallboard'>, at: Instant): Published {
  const { waiting, agents, today } = floor.wallboard(at);
  return {
    position: floor.position,
    beganAt: today.beganAt,
    json: {
      waiting: JSON.stringify(waiting),
      agents: JSON.stringify(agents),
      today: JSON.stringify(today),
    },
  };
}

/** An object of parts that are written down already. */
function textOf(parts: Readonly<Record<string, string>>): string {
  const members = Object.entries(parts).map(([name, json]) => `"${name}":${json}`);
  return `{${members.join(',')}}`;
}
