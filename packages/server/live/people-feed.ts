import type { PresenceChange, TopicParams } from '@rapport/protocol';
import type { Subscription } from './connection.ts';
import { beginFromHistory, type Feed, type HistoryTopic } from './feed.ts';
import type { FollowedFloor } from './follow-floor.ts';
import { Listeners } from './listeners.ts';
import type { RowChanges } from './row-changes.ts';

/** Topic `people`: a change goes to those who have that agent on their screen. */
export function peopleFeed(
  followed: Pick<FollowedFloor, 'floor' | 'tail'>,
): Feed & { readonly row: (changes: RowChanges) => void } {
  const listeners = new Listeners<Subscription>();
  const topic: HistoryTopic = {
    stateJson: (subscription) => JSON.stringify(followed.floor.people(agentIdsOf(subscription))),
    changesJson: (subscription, { presence }) => {
      const isMine = ({ agentId }: PresenceChange) => listeners.of(agentId).has(subscription);
      const mine = presence?.changes.filter(isMine) ?? [];
      return mine.length === 0 ? undefined : JSON.stringify(mine);
    },
  };
  return {
    begin: (subscription) => {
      for (const agentId of agentIdsOf(subscription)) listeners.add(agentId, subscription);
      beginFromHistory(followed, subscription, topic);
      return true;
    },
    end: (subscription) => {
      for (const agentId of agentIdsOf(subscription)) listeners.remove(agentId, subscription);
    },
    row: (row) => {
      const concerned = new Set<Subscription>();
      for (const { agentId } of row.presence?.changes ?? []) {
        for (const subscription of listeners.of(agentId)) concerned.add(subscription);
      }
      for (const subscription of concerned) {
        const json = topic.changesJson(subscription, row);
        if (json !== undefined) subscription.connection.sendDelta(subscription, row.position, json);
      }
    },
  };
}

function agentIdsOf({ params }: Subscription): readonly string[] {
  return (params as TopicParams<'people'>).agentIds;
}
