import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../database/database.ts';
import { followerContract } from '../host/follower.contract.ts';
import type { Tables } from '../store/tables.ts';
import { CENTRE_DATABASES } from '../testing/centre-database.ts';
import { centreHistory } from '../testing/centre-history.ts';
import { auditFollower } from './audit-follower.ts';

const HISTORY = centreHistory(7, 300);

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

  followerContract(`what the audit trail notes on ${kind}`, HISTORY, () => {
    const centre = `noted-${++centreCount}`;
    return Promise.resolve({
      db,
      centre,
      follower: auditFollower(centre),
      made: () =>
        db
          .selectFrom('audit_trail')
          .select(['at', 'actor', 'action', 'subject'])
          .where('centre', '=', centre)
          .orderBy('ordinal')
          .execute(),
    });
  });
});
