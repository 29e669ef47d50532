import type { Subscription } from './connection.ts';
import { beginFromHistory, type Feed, type HistoryTopic } from './feed.ts';
import type { FollowedFloor } from './follow-floor.ts';
import { Listeners } from './listeners.ts';
import { ownAgentOf } from './own-agent-of.ts';
import type { RowChanges } from './row-changes.ts';

/** Topic `my-queue`: each agent gets what concerns him and nothing else. */
export function queueFeed(
  followed: Pick<FollowedFloor, 'floor' | 'tail'>,
): Feed & { readonly row: (changes: RowChanges) => void } {
  const listeners = new Listeners<Subscription>();
  const topic: HistoryTopic = {
    stateJson: (subscription) => JSON.stringify(followed.floor.queue(ownAgentOf(subscription))),
    changesJson: (subscription, { queues }) => queues.get(ownAgentOf(subscription))?.json,
  };
  return {
    begin: (subscription) => {
      listeners.add(ownAgentOf(subscription), subscription);
      beginFromHistory(followed, subscription, topic);
      return true;
    },
    end: (subscription) => listeners.remove(ownAgentOf(subscription), subscription),
    row: ({ position, queues }) => {
      for (const [agentId, changes] of queues) {
        for (const subscription of listeners.of(agentId)) {
          subscription.connection.sendDelta(subscription, position, changes.json);
        }
      }
    },
  };
}
