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

  const keptWordsOf = async (centre: string): Promise<readonly (string | undefined)[]> => {
    const { rows } = await database.pool.query<{ pii_text: string | null }>(
      `select m.pii_text from interaction i
       left join message m on m.centre = i.centre and m.interaction_id = i.id and m.ordinal = 1
       where i.centre = $1 order by i.started_at`,
      [centre],
    );
    return rows.map(({ pii_text }) => pii_text ?? undefined);
  };

  const keptNumbersOf = async (centre: string): Promise<Readonly<Record<string, string>>> => {
    const { rows } = await database.pool.query<{ work_id: string; pii_number: string }>(
      'select work_id, pii_number from callback_number where centre = $1',
      [centre],
    );
    return Object.fromEntries(rows.map((row) => [row.work_id, row.pii_number]));
  };

  journalContract(`the journal on ${kind}`, () => {
    const centre = `centre-${++centreCount}`;
    return Promise.resolve({
      journal: journalOf(centre),
      keptWords: () => keptWordsOf(centre),
      keptNumbers: () => keptNumbersOf(centre),
    });
  });

  test('keeps a customer whom somebody else has made meanwhile as he is, and loses no row', async () => {
    const journal = journalOf('meanwhile');
    const epoch = await journal.lead('a');
    const newcomer = { kind: 'email', piiValue: 'ann@example.org' };
    const kept = (seq: number, customerId: string) => ({
      ...{ seq, at: seq, channel: 'email', customerId, newcomer },
      ...{ interactionId: `interaction_${seq}`, workId: `work_${seq}` },
    });
    await journal.append(
      epoch,
      [row(1, 'one'), row(2, 'two')],
      [kept(1, 'customer_ann'), kept(2, 'customer_ann')],
    );
    await journal.append(epoch, [row(3, 'three')], [kept(3, 'customer_other')]);
    const { rows } = await database.pool.query(
      `select kind, pii_value, customer_id from customer_identity where centre = 'meanwhile'`,
    );
    const { kind: way, piiValue } = newcomer;
    expect(rows).toEqual([{ kind: way, pii_value: piiValue, customer_id: 'customer_ann' }]);
    expect(await journal.read(0, 10)).toHaveLength(3);
  });

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
      row(39_999_999, 'later'),
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
    expect(await journal.find(['later'])).toMatchObject([{ seq: 39_999_999 }]);
    expect((await journal.read(39_999_998, 10)).map(({ seq }) => seq)).toEqual([
      39_999_999, 40_000_000,
    ]);
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
