import type { Subscription } from './connection.ts';
import { beginFromHistory, type Feed, type HistoryTopic } from './feed.ts';
import type { FollowedFloor } from './follow-floor.ts';
import type { RowChanges } from './row-changes.ts';

/** Topic `presence`: the same for everybody, so that each change is written down once. */
export function presenceFeed(
  followed: Pick<FollowedFloor, 'floor' | 'tail'>,
): Feed & { readonly row: (changes: RowChanges) => void } {
  const subscriptions = new Set<Subscription>();
  /** All agents, written down; undefined once one has changed. */
  let json: string | undefined;
  const topic: HistoryTopic = {
    stateJson: () => (json ??= JSON.stringify(followed.floor.presence())),
    changesJson: (_subscription, { presence }) => presence?.json,
  };
  return {
    begin: (subscription) => {
      subscriptions.add(subscription);
      beginFromHistory(followed, subscription, topic);
      return true;
    },
    end: (subscription) => subscriptions.delete(subscription),
    row: ({ position, presence }) => {
      if (presence === undefined) return;
      json = undefined;
      for (const subscription of subscriptions) {
        subscription.connection.sendDelta(subscription, position, presence.json);
      }
    },
  };
}
