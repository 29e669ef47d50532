import { createDesk, snapshotDesk } from '@rapport/core';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { foldHistory } from '../host/fold-history.ts';
import { catchUp } from '../host/follower.ts';
import { followerContract } from '../host/follower.contract.ts';
import { queryableOf } from '../store/queryable-of.ts';
import { sqlJournal } from '../store/sql-journal.ts';
import type { Tables } from '../store/tables.ts';
import { CENTRE_DATABASES } from '../testing/centre-database.ts';
import { centreHistory, writeHistory } from '../testing/centre-history.ts';
import { rebuildViews } from './rebuild-views.ts';
import { VIEW_TABLES, viewFollower } from './view-follower.ts';

const HISTORY = centreHistory(7, 400);

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

  followerContract(`the views on ${kind}`, HISTORY, () => {
    const centre = `follower-${++centreCount}`;
    const follower = viewFollower(centre);
    return Promise.resolve({ db, centre, follower, made: () => contents(db, centre) });
  });

  test('rebuilt views are as they were, and other followers have not moved', async () => {
    const centre = 'rebuilt';
    await writeHistory(db, centre, HISTORY);
    await catchUp(db, centre, viewFollower(centre));
    const webhooks = { centre, name: 'webhooks', seq: 5 };
    await db.insertInto('follower').values(webhooks).execute();
    const before = await contents(db, centre);
    expect(Object.values(before).every((rows) => rows.length > 0)).toBe(true);
    await sql`update view_work set status = 'done', priority = 99`.execute(db);
    await sql`delete from view_bond`.execute(db);
    expect(await rebuildViews(db, centre)).toBe(HISTORY.length);
    expect(await contents(db, centre)).toEqual(before);
    const { seq } = await db
      .selectFrom('follower')
      .select('seq')
      .where('name', '=', 'webhooks')
      .executeTakeFirstOrThrow();
    expect(seq).toBe(5);
  });

  test('what views say of the open items and the agents is what the desk says', async () => {
    const centre = 'compared';
    await writeHistory(db, centre, HISTORY);
    await catchUp(db, centre, viewFollower(centre));
    const journal = sqlJournal(queryableOf(db), centre);
    const { desk } = await foldHistory(journal, { desk: createDesk(), seq: 0 });
    const records = [...snapshotDesk(desk)];
    const open = await db
      .selectFrom('view_work')
      .select(['id', 'status', 'agent_id', 'received_at', 'channel', 'customer_id'])
      .where('centre', '=', centre)
      .where('status', 'not in', ['done', 'abandoned'])
      .execute();
    const work = records.filter((record) => record.kind === 'work');
    expect(byId(open)).toEqual(
      byId(
        work.map((record) => ({
          id: record.id,
          status: record.status,
          agent_id: record.agentId ?? null,
          received_at: record.receivedAt,
          channel: record.channel,
          customer_id: record.customerId ?? null,
        })),
      ),
    );
    const agents = await db
      .selectFrom('view_agent')
      .select(['id', 'state', 'reason', 'is_busy'])
      .where('centre', '=', centre)
      .execute();
    expect(byId(agents)).toEqual(
      byId(
        records
          .filter((record) => record.kind === 'agent')
          .map(({ id, state, reason, isBusy }) => ({
            id,
            state,
            reason: reason ?? null,
            is_busy: isBusy,
          })),
      ),
    );
  });
});

function byId<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** All rows of all views of a centre, in a fixed order, without its name. */
async function contents(
  db: Kysely<Tables>,
  centre: string,
): Promise<Readonly<Record<string, readonly object[]>>> {
  const all: Record<string, readonly object[]> = {};
  for (const table of VIEW_TABLES) {
    const { rows } = await sql<{ centre: string }>`
      select * from ${sql.table(table)} where centre = ${centre} order by id`.execute(db);
    all[table] = rows.map((row) => ({ ...row, centre: '' }));
  }
  return all;
}
