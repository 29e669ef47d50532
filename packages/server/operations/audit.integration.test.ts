import { asId, createDesk, STANDARD_CAPACITY } from '@rapport/core';
import { type Kysely, sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { saveAgent } from '../agents/save-agent.ts';
import type { Database } from '../database/database.ts';
import { systemClock } from '../host/clock.ts';
import { foldHistory } from '../host/fold-history.ts';
import { catchUp } from '../host/follower.ts';
import { Host } from '../host/host.ts';
import { runOutbox } from '../host/run-outbox.ts';
import { recoverDesk } from '../store/recover-desk.ts';
import { storeSnapshot } from '../store/snapshots.ts';
import { sqlJournal } from '../store/sql-journal.ts';
import type { Tables } from '../store/tables.ts';
import { CENTRE_DATABASES } from '../testing/centre-database.ts';
import { centreHistory, writeHistory } from '../testing/centre-history.ts';
import { CentreUnknown } from '../store/require-centre.ts';
import { rebuildViews } from '../views/rebuild-views.ts';
import { viewFollower } from '../views/view-follower.ts';
import { audit, type AuditReport, isSound } from './audit.ts';

const CENTRE = 'audited';
const HISTORY = centreHistory(3, 300);

describe.each(CENTRE_DATABASES)('an audit on $kind', ({ open }) => {
  let database: Database<Tables>;
  let db: Kysely<Tables>;

  beforeEach(async () => {
    database = await open();
    db = database.kysely;
    await writeHistory(db, CENTRE, HISTORY);
    await catchUp(db, CENTRE, viewFollower(CENTRE));
    const journal = sqlJournal(database.pool, CENTRE);
    await storeSnapshot(db, CENTRE, await foldHistory(journal, { desk: createDesk(), seq: 0 }));
  });

  afterEach(async () => {
    await database.close();
  });

  /** The faults that are not 0. */
  const faults = async (): Promise<Partial<AuditReport['faults']>> => {
    // Nobody serves it: views that are behind stay so.
    const report = await audit(db, CENTRE, { viewsWithinMs: 100 });
    const found = Object.entries(report.faults).filter(([, count]) => count !== 0);
    expect(isSound(report)).toBe(found.length === 0);
    return Object.fromEntries(found);
  };

  test('finds nothing wrong with a sound centre, and says when its views are behind', async () => {
    expect(await faults()).toEqual({});
    const last = HISTORY.at(-1);
    if (last === undefined) throw new Error('there is no history');
    const idle = JSON.stringify([{ type: 'desk-resumed', v: 1 }]);
    const next = { ...last, seq: last.seq + 1, commandId: 'next', events: idle };
    await writeHistory(db, CENTRE, [next]);
    expect(await faults()).toEqual({ rowsBehind: 1 });
  });

  test('counts what it looked at', async () => {
    const report = await audit(db, CENTRE);
    const { rows } = await sql<{ status: string }>`select status from view_work`.execute(db);
    expect(report).toMatchObject({
      centre: CENTRE,
      rowCount: HISTORY.length,
      itemCount: rows.length,
      openCount: rows.filter(({ status }) => status !== 'done' && status !== 'abandoned').length,
    });
  });

  test('finds a position that is missing', async () => {
    const last = HISTORY.length;
    await sql`update journal set seq = ${last + 3} where seq = ${last}`.execute(db);
    expect(await faults()).toMatchObject({ gaps: 3 });
  });

  test('finds a command that two partitions hold', async () => {
    await sql`
      insert into journal
      select centre, 10000001, epoch, command_id, command_hash, actor, cause, at + 1000000000000,
        '[{"type":"desk-resumed","v":1}]'
      from journal where seq = 1`.execute(db);
    expect(await faults()).toMatchObject({ doubledCommands: 1 });
  });

  test('finds time and epochs that run backward', async () => {
    await sql`update journal set epoch = 0 where seq = 20`.execute(db);
    expect(await faults()).toEqual({ disorder: 1 });
  });

  test('finds a view that says otherwise, has too much or too little', async () => {
    const ids = sql`select id from view_work order by id`;
    await sql`update view_work set disposition = 'changed' where id in (${ids} limit 1)`.execute(
      db,
    );
    await sql`delete from view_work where id in (${ids} offset 1 limit 1)`.execute(db);
    await sql`
      insert into view_promise values (${CENTRE}, 'promise_invented', 1, 1, null)`.execute(db);
    expect(await faults()).toEqual({ viewDifferences: 3 });
  });

  test('finds views that were emptied together with their position', async () => {
    await sql`delete from view_work`.execute(db);
    await sql`delete from follower`.execute(db);
    expect(await faults()).toMatchObject({ rowsBehind: HISTORY.length });
  });

  test('knows no centre that was never opened', async () => {
    await expect(audit(db, 'mistyped')).rejects.toThrow(CentreUnknown);
    await expect(rebuildViews(db, 'mistyped')).rejects.toThrow(CentreUnknown);
  });

  test('finds a snapshot that cannot be read', async () => {
    await sql`update snapshot_part set records = '[{'`.execute(db);
    expect(await faults()).toEqual({ spoiltSnapshots: 1 });
  });

  test('finds an item that came in twice', async () => {
    await sql`
      update journal set events = replace(events, '}]', '},{"type":"work-received","v":1,"workId":"' || (
        select id from view_work where status not in ('done', 'abandoned') order by received_at limit 1
      ) || '","channel":"phone","requirements":[],"promiseId":"' || (select min(id) from view_promise) || '"}]')
      where seq = ${HISTORY.length}`.execute(db);
    expect((await faults()).doubledItems).toBe(1);
  });

  test('finds a follower that is ahead of the journal', async () => {
    const row = { centre: CENTRE, name: 'webhooks', seq: HISTORY.length + 1 };
    await db.insertInto('follower').values(row).execute();
    expect(await faults()).toEqual({ followersAhead: 1 });
  });

  test('finds interactions that are lost, that no item belongs to, or that lack messages', async () => {
    const { keptItem, bareItem } = await withInteractions();
    expect(await faults()).toEqual({});
    await sql`update interaction set message_count = 2 where work_id = ${keptItem}`.execute(db);
    expect(await faults()).toEqual({ miscountedInteractions: 1 });
    await sql`update message set ordinal = 2`.execute(db);
    expect(await faults()).toEqual({ miscountedInteractions: 1 });
    await sql`delete from message`.execute(db);
    await sql`
      update interaction set message_count = 0, work_id = ${bareItem} where work_id = ${keptItem}
    `.execute(db);
    expect(await faults()).toEqual({ lostInteractions: 1, orphanedInteractions: 1 });
  });

  /** Gives the first item an interaction with a message, as if it had come with it. */
  async function withInteractions(): Promise<{ keptItem: string; bareItem: string }> {
    const items = await sql<{ id: string }>`
      select id from view_work order by received_at, id limit 2`.execute(db);
    const [keptItem = '', bareItem = ''] = items.rows.map(({ id }) => id);
    await sql`
      update journal set command_hash = command_hash || '.0000'
      where events like ${`[{"type":"work-received","v":1,"workId":"${keptItem}"%`}`.execute(db);
    const row = { centre: CENTRE, id: 'interaction_1', work_id: keptItem, channel: 'chat' };
    await db
      .insertInto('interaction')
      .values({ ...row, started_at: 1, message_count: 1 })
      .execute();
    const message = { centre: CENTRE, interaction_id: row.id, ordinal: 1, id: 'message_1' };
    await db
      .insertInto('message')
      .values({ ...message, author_kind: 'customer', pii_text: 'Hello', at: 1 })
      .execute();
    return { keptItem, bareItem };
  }

  test('finds a snapshot that differs from the history', async () => {
    await sql`
      update snapshot_part set records = replace(records, '"isBusy":false', '"isBusy":true')
    `.execute(db);
    expect((await faults()).snapshotDifferences).toBeGreaterThan(0);
  });

  describe('of the outbox', () => {
    const save = (commandId: string) =>
      saveAgent(
        db,
        { centre: CENTRE, actor: 'administrator', commandId },
        {
          agentId: asId(`agent_of_${commandId}`),
          name: 'Ted',
          skills: [],
          capacity: STANDARD_CAPACITY,
          isInterruptible: false,
        },
      );

    const workOff = async (): Promise<void> => {
      const journal = sqlJournal(database.pool, CENTRE);
      await using host = await Host.open({
        journal,
        clock: systemClock,
        holder: 'test',
        recover: () => recoverDesk({ db, journal, centre: CENTRE }),
      });
      await using outbox = runOutbox({ db, centre: CENTRE, host, notice: () => undefined });
      await expect.poll(waitingCount).toBe(0);
      await outbox.stop();
      await catchUp(db, CENTRE, viewFollower(CENTRE));
    };

    const waitingCount = async (): Promise<number> => {
      const waiting = db.selectFrom('outbox').where('done_at', 'is', null);
      return (await waiting.select('id').execute()).length;
    };

    test('finds nothing wrong while a command waits, nor when the desk has taken it', async () => {
      await save('command_a');
      expect(await faults()).toEqual({});
      await workOff();
      expect(await faults()).toEqual({});
      const agent = await db
        .selectFrom('view_agent')
        .select('state')
        .where('id', '=', 'agent_of_command_a')
        .executeTakeFirst();
      expect(agent).toEqual({ state: 'signed-out' });
    });

    test('a command that can never be given does not hold up those behind it', async () => {
      await save('command_d');
      await workOff();
      await sql`
        update outbox set done_at = null, position = null,
          command = replace(command, '"units":12', '"units":13')`.execute(db);
      await save('command_e');
      await workOff();
      const rows = db.selectFrom('outbox').select(['id', 'refusal']).orderBy('ordinal');
      expect(await rows.execute()).toEqual([
        { id: 'command_d', refusal: 'command-id-reused' },
        { id: 'command_e', refusal: null },
      ]);
    });

    test('a command that was given and not settled before a crash is decided once', async () => {
      await save('command_b');
      await workOff();
      await sql`update outbox set done_at = null, position = null`.execute(db);
      await workOff();
      expect(await faults()).toEqual({});
    });

    test('knows an agent whom the desk has taken before the views show him', async () => {
      await save('command_f');
      await workOff();
      await sql`delete from outbox`.execute(db);
      await sql`delete from view_agent where id = 'agent_of_command_f'`.execute(db);
      expect(await faults()).toEqual({ viewDifferences: 1 });
      await sql`update follower set seq = seq - 1 where name = 'views'`.execute(db);
      expect(await faults()).toEqual({ rowsBehind: 1 });
    });

    test('finds commands that wait too long, that the journal lacks, and agents nobody told of', async () => {
      await save('command_c');
      await sql`update outbox set created_at = now() - interval '2 minutes'`.execute(db);
      expect(await faults()).toEqual({ overdueOutbox: 1 });
      await sql`update outbox set done_at = now(), position = 1`.execute(db);
      expect(await faults()).toEqual({ unfoundOutbox: 1, orphanedProfiles: 1 });
    });
  });
});
