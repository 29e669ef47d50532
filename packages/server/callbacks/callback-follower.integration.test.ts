import type { DeskEvent } from '@rapport/core';
import { asId } from '@rapport/core';
import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../database/database.ts';
import { followerContract } from '../host/follower.contract.ts';
import type { JournalRow } from '../store/journal.ts';
import type { Tables } from '../store/tables.ts';
import { CENTRE_DATABASES } from '../testing/centre-database.ts';
import { callbackFollower } from './callback-follower.ts';

const agentId = asId<'agent'>('ted');
const unreached = { type: 'callback-missed', v: 1, agentId, attemptCount: 3 } as const;
const again = { ...unreached, attemptCount: 1, againAt: 9, keptFreeFromAt: 8 } as const;
const done = { type: 'work-completed', v: 1, agentId } as const;

/** Nobody reached the first; the second is called again; the third is over, and the fourth was given up. */
const HISTORY: readonly JournalRow[] = (
  [
    { ...again, workId: asId<'work'>('second') },
    { ...unreached, workId: asId<'work'>('first') },
    { ...done, workId: asId<'work'>('third') },
    { type: 'work-abandoned', v: 1, workId: asId<'work'>('fourth') },
  ] satisfies DeskEvent[]
).map((event, index) => ({
  ...{ seq: index + 1, commandId: `command-${index}`, commandHash: '', actor: 'test' },
  ...{ cause: 'command', at: index, events: JSON.stringify([event]) },
}));

describe.each(CENTRE_DATABASES)('on $kind', ({ kind, open }) => {
  let database: Database<Tables>;
  let db: Kysely<Tables>;
  let centreCount = 0;

  beforeAll(async () => {
    database = await open();
    db = database.kysely;
  });

  afterAll(async () => {
    await database.close();
  });

  followerContract(`what is done after calls on ${kind}`, HISTORY, async () => {
    const centre = `called-${++centreCount}`;
    for (const work_id of ['first', 'second', 'third', 'fourth']) {
      const row = { centre, work_id, customer_id: null };
      await db
        .insertInto('interaction')
        .values({ ...row, id: `of ${work_id}`, channel: 'chat', pii_subject: null, started_at: 0 })
        .execute();
      await db
        .insertInto('callback_number')
        .values({ ...row, pii_number: '+49301234567' })
        .execute();
    }
    return {
      db,
      centre,
      follower: callbackFollower({ centre, onMessage: () => undefined }),
      made: async () => ({
        numbers: await db
          .selectFrom('callback_number')
          .select(['work_id', 'pii_number'])
          .where('centre', '=', centre)
          .orderBy('work_id')
          .execute(),
        messages: await db
          .selectFrom('message')
          .select(['id', 'interaction_id', 'ordinal', 'author_kind', 'pii_text', 'at'])
          .where('centre', '=', centre)
          .execute(),
      }),
    };
  });
});
