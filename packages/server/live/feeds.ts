import type { TopicName } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import { ConversationFeed } from './conversation-feed.ts';
import type { Feed } from './feed.ts';
import { FloorFeed } from './floor-feed.ts';
import { NoticesFeed } from './notices-feed.ts';
import type { FollowedFloor } from './follow-floor.ts';
import { peopleFeed } from './people-feed.ts';
import { presenceFeed } from './presence-feed.ts';
import { queueFeed } from './queue-feed.ts';
import type { RowChanges } from './row-changes.ts';
import { wallboardFeed } from './wallboard-feed.ts';

/** Every topic's feed over one floor. */
export interface Feeds {
  readonly byTopic: { readonly [Name in TopicName]: Feed };
  /** Sends what a row brought about. */
  readonly row: (changes: RowChanges) => void;
  /** Sends what is sent at a pace: the floor and the wallboard. */
  readonly publish: () => void;
  readonly floor: FloorFeed;
  readonly notices: NoticesFeed;
  readonly conversations: ConversationFeed;
}

export function createFeeds(
  followed: Pick<FollowedFloor, 'floor' | 'tail'>,
  { db, centre, now }: { db: Kysely<Tables>; centre: string; now: () => number },
): Feeds {
  const queue = queueFeed(followed);
  const presence = presenceFeed(followed);
  const people = peopleFeed(followed);
  const wallboard = wallboardFeed(followed.floor, now);
  const floor = new FloorFeed(followed.floor, db, centre);
  const notices = new NoticesFeed(db, centre, followed.floor);
  const conversations = new ConversationFeed(db, centre);
  return {
    byTopic: {
      'my-queue': queue,
      presence,
      people,
      wallboard,
      floor,
      'my-notices': notices,
      conversation: conversations,
    },
    row: (changes) => {
      queue.row(changes);
      presence.row(changes);
      people.row(changes);
    },
    publish: () => {
      wallboard.publish();
      floor.publish();
    },
    floor,
    notices,
    conversations,
  };
}
