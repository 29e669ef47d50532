import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { CENTRE_DATABASES } from '../testing/centre-database.ts';
import { journalContract } from './journal.contract.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { ensurePartitions } from './partitions.ts';
import { sqlJournal } from './sql-journal.ts';
import type { Tables } from './tables.ts';

describe.each(CENTRE_DATABASES)('on $kind', ({ kind, open }) => {
  let database: Database<Tables>;
  let centreCount = 0;

  beforeAll(async () => {
    database = await open();
  });

  afterAll(async () => {
    await database.close();
  });

  const journalOf = (centre: string) => sqlJournal(database.pool, centre);

  journalContract(`the journal on ${kind}`, () =>
    Promise.resolve(journalOf(`centre-${++centreCount}`)),
  );

  test('keeps centres apart', async () => {
    const [north, south] = [journalOf('north'), journalOf('south')];
    const epoch = await north.lead('a');
    await south.lead('b');
    await north.append(epoch, [row(1, 'x')]);
    expect(await south.read(0, 10)).toEqual([]);
    expect(await south.find(['x'])).toEqual([]);
  });

  test('keeps rows that lie in different partitions, and finds commands in all of them', async () => {
    const journal = journalOf('large');
    const epoch = await journal.lead('a');
    await ensurePartitions(database.kysely, 30_000_000);
    await journal.append(epoch, [
      row(1, 'first'),
      row(30_000_001, 'later'),
      row(40_000_000, 'last'),
    ]);
    const { rows } = await database.pool.query<{ place: string }>(
      `select tableoid::regclass::text as place from journal where centre = 'large' order by seq`,
    );
    expect(rows.map(({ place }) => place)).toEqual([
      'journal_00000',
      'journal_00003',
      'journal_00004',
    ]);
    expect(await journal.find(['later'])).toMatchObject([{ seq: 30_000_001 }]);
    expect((await journal.read(1, 10)).map(({ seq }) => seq)).toEqual([30_000_001, 40_000_000]);
  });

  test('a newer leader waits for the append of the one before, and then shuts it out', async () => {
    const client = await database.pool.connect();
    const journal = journalOf('fenced');
    const epoch = await journal.lead('old');
    await client.query('begin');
    await sqlJournal(client, 'fenced').append(epoch, [row(1, 'slow')]);
    let isLeading = false;
    const leading = journal.lead('new').then((newer) => {
      isLeading = true;
      return newer;
    });
    await database.pool.query('select pg_sleep(0.2)');
    expect(isLeading).toBe(false);
    await client.query('commit');
    client.release();
    expect(await leading).toBe(epoch + 1);
    expect(await journal.read(0, 10)).toHaveLength(1);
  });

  test('migrates once, however often and however many ask', async () => {
    await Promise.all([1, 2, 3].map(() => migrate(database.kysely)));
    expect(await pendingMigrations(database.kysely)).toEqual([]);
  });
});

function row(seq: number, commandId: string) {
  return {
    seq,
    commandId,
    commandHash: 'hash',
    actor: 'agent_1',
    cause: 'command',
    at: 1,
    events: '[]',
  };
}
