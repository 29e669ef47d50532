import type { Kysely } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { catchUp } from '../host/follower.ts';
import { followerContract } from '../host/follower.contract.ts';
import type { Tables } from '../store/tables.ts';
import { CENTRE_DATABASES } from '../testing/centre-database.ts';
import { centreHistory, writeHistory } from '../testing/centre-history.ts';
import { beginFollowing, deliveryFollower, passUnheard } from './delivery-follower.ts';
import { EXPIRY_MS } from './retry-schedule.ts';

const HISTORY = centreHistory(7, 300);
const LAST_AT = HISTORY.at(-1)?.at ?? 0;
const EVENTS = HISTORY.flatMap(({ seq, at, events }) =>
  (JSON.parse(events) as { type: string }[]).map(({ type }) => ({ seq, at, type })),
);

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

  const webhook = (centre: string, id: string, terms: Partial<Tables['webhook']> = {}) => ({
    centre,
    id,
    url: 'https://hook.example',
    event_types: null,
    description: '',
    is_enabled: true,
    from_seq: 0,
    secret: '',
    request_hash: '',
    created_at: 0,
    ...(terms as object),
  });

  const countsBy = async (centre: string): Promise<Readonly<Record<string, number>>> => {
    const rows = await db
      .selectFrom('webhook_delivery')
      .select(({ fn }) => ['webhook_id', fn.countAll<number>().as('count')])
      .where('centre', '=', centre)
      .groupBy('webhook_id')
      .execute();
    return Object.fromEntries(rows.map(({ webhook_id: id, count }) => [id, count]));
  };

  followerContract(`what webhooks are told on ${kind}`, HISTORY, async () => {
    const centre = `told-${++centreCount}`;
    await db.insertInto('webhook').values(webhook(centre, 'all')).execute();
    return {
      db,
      centre,
      follower: deliveryFollower(centre, () => LAST_AT),
      made: () =>
        db
          .selectFrom('webhook_delivery')
          .select(['webhook_id', 'seq', 'ordinal', 'event_type', 'at', 'state', 'next_at'])
          .where('centre', '=', centre)
          .orderBy('seq')
          .orderBy('ordinal')
          .execute(),
    };
  });

  test('each webhook gets what it asked for, from its position on, and a disabled one nothing', async () => {
    const centre = 'asked';
    const types = ['work-offered', 'offer-accepted'];
    await db
      .insertInto('webhook')
      .values([
        webhook(centre, 'all'),
        webhook(centre, 'some', { event_types: types }),
        webhook(centre, 'late', { from_seq: 100 }),
        webhook(centre, 'off', { is_enabled: false }),
        webhook('elsewhere', 'stranger'),
      ])
      .execute();
    await writeHistory(db, centre, HISTORY);
    await catchUp(
      db,
      centre,
      // Before anything of it is past: a history may be longer than anybody is told of.
      deliveryFollower(centre, () => EVENTS[0]?.at ?? 0),
    );
    expect(await countsBy(centre)).toEqual({
      all: EVENTS.length,
      some: EVENTS.filter(({ type }) => types.includes(type)).length,
      late: EVENTS.filter(({ seq }) => seq > 100).length,
    });
  });

  test('history that lies too far back is nobody’s news', async () => {
    const centre = 'past';
    await db.insertInto('webhook').values(webhook(centre, 'all')).execute();
    await writeHistory(db, centre, HISTORY);
    const middleAt = EVENTS[Math.floor(EVENTS.length / 2)]?.at ?? 0;
    await catchUp(
      db,
      centre,
      deliveryFollower(centre, () => middleAt + EXPIRY_MS),
    );
    expect(await countsBy(centre)).toEqual({
      all: EVENTS.filter(({ at }) => at > middleAt).length,
    });
  });

  const seqOf = async (centre: string): Promise<number> => {
    const select = db.selectFrom('follower').select('seq').where('centre', '=', centre);
    return (await select.executeTakeFirstOrThrow()).seq;
  };
  const putAt = async (centre: string, seq: number): Promise<void> => {
    await db.updateTable('follower').set({ seq }).where('centre', '=', centre).execute();
  };

  test('a centre that has a history when it first follows begins at its end, and stays where it is', async () => {
    const centre = 'begun';
    await writeHistory(db, centre, HISTORY);
    await beginFollowing(db, centre);
    expect(await seqOf(centre)).toBe(HISTORY.length);
    await putAt(centre, 5);
    await beginFollowing(db, centre);
    expect(await seqOf(centre)).toBe(5);
  });

  test('history is passed by where no webhook is enabled, and by no means where one is', async () => {
    const centre = 'unheard';
    await db
      .insertInto('webhook')
      .values([webhook(centre, 'off', { is_enabled: false }), webhook('elsewhere-too', 'stranger')])
      .execute();
    await writeHistory(db, centre, HISTORY);
    await beginFollowing(db, centre);
    await putAt(centre, 5);
    expect(await passUnheard(db, centre)).toBe(false);
    expect(await seqOf(centre)).toBe(HISTORY.length);
    await putAt(centre, 5);
    await db
      .updateTable('webhook')
      .set({ is_enabled: true })
      .where('centre', '=', centre)
      .execute();
    expect(await passUnheard(db, centre)).toBe(true);
    expect(await seqOf(centre)).toBe(5);
  });
});
