import type { EmergenciesState, TopicName } from '@rapport/protocol';
import type { Kysely } from 'kysely';
import type { Tables } from '../store/tables.ts';
import type { Signs } from '../interactions/signs.ts';
import { AlertsFeed } from './alerts-feed.ts';
import { CardsFeed } from './cards-feed.ts';
import { ConversationFeed } from './conversation-feed.ts';
import { EmergenciesFeed } from './emergencies-feed.ts';
import type { Feed } from './feed.ts';
import { FloorFeed, type FloorRooms } from './floor-feed.ts';
import { NoticesFeed } from './notices-feed.ts';
import type { FollowedFloor } from './follow-floor.ts';
import { peopleFeed } from './people-feed.ts';
import { presenceFeed } from './presence-feed.ts';
import { queueFeed } from './queue-feed.ts';
import type { RowChanges } from './row-changes.ts';
import { SignsFeed } from './signs-feed.ts';
import { WaitingFeed } from './waiting-feed.ts';
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
  readonly cards: CardsFeed;
  readonly signs: SignsFeed;
}

/** What feeds are made of. */
interface FeedRooms {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly now: () => number;
  readonly signs: Signs;
  readonly waitingKinds: FloorRooms['waitingKinds'];
  readonly emergencies: () => Promise<EmergenciesState>;
  /** Told of what could not be read; it is read again with the next change. */
  readonly onFault: (error: unknown) => void;
}

export function createFeeds(
  followed: Pick<FollowedFloor, 'floor' | 'tail'>,
  { db, centre, now, signs: heard, waitingKinds, emergencies: standing, onFault }: FeedRooms,
): Feeds {
  const queue = queueFeed(followed);
  const presence = presenceFeed(followed);
  const people = peopleFeed(followed);
  const wallboard = wallboardFeed(followed.floor, now);
  const floor = new FloorFeed({ floor: followed.floor, db, centre, waitingKinds });
  const alerts = new AlertsFeed(followed.floor);
  const waiting = new WaitingFeed({ db, centre, floor: followed.floor, onFault });
  const emergencies = new EmergenciesFeed(followed.floor, standing, onFault);
  const notices = new NoticesFeed(db, centre, followed.floor);
  const conversations = new ConversationFeed(db, centre);
  const cards = new CardsFeed({ db, centre, floor: followed.floor, onFault });
  const position = (): number => followed.floor.position;
  const signs = new SignsFeed({ db, centre, signs: heard, position, onFault });
  return {
    byTopic: {
      'my-queue': queue,
      presence,
      people,
      wallboard,
      floor,
      'my-notices': notices,
      'my-alerts': alerts,
      'my-waiting': waiting,
      emergencies,
      conversation: conversations,
      'my-cards': cards,
      signs,
    },
    row: (changes) => {
      for (const feed of [queue, cards, presence, people]) feed.row(changes);
    },
    publish: () => {
      for (const feed of [wallboard, floor, alerts, waiting, emergencies]) feed.publish();
    },
    floor,
    notices,
    conversations,
    cards,
    signs,
  };
}
