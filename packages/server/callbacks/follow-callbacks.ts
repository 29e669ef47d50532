import type { Kysely } from 'kysely';
import { catchUp } from '../host/follower.ts';
import type { RecentRows } from '../host/recent-rows.ts';
import { type Repeating, repeat } from '../host/repeat.ts';
import type { MessageFeed, MessageKept } from '../interactions/message-feed.ts';
import type { Tables } from '../store/tables.ts';
import { callbackFollower } from './callback-follower.ts';

interface Following {
  readonly db: Kysely<Tables>;
  readonly centre: string;
  readonly recent: RecentRows;
  readonly messages: MessageFeed;
  readonly notice: (message: string) => void;
}

/** Does what is to be done after calls, as the history grows: see `callbackFollower`. */
export function followCallbacks({ db, centre, recent, messages, notice }: Following): Repeating {
  return repeat('callbacks', notice, async () => {
    const said: MessageKept[] = [];
    const follower = callbackFollower({ centre, onMessage: (message) => said.push(message) });
    await catchUp(db, centre, follower, { recent });
    for (const message of said) messages.tell(message);
  });
}
