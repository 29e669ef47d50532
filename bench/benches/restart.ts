import { createDesk, type DeskEvent } from '@rapport/core';
import { foldHistory, openCentre, readSettings, sqlJournal, storeSnapshot } from '@rapport/server';
import type { Bench } from '../bench.ts';
import { busyCentre } from '../busy-centre.ts';
import { journalWriter } from '../journal-writer.ts';
import { scratchDatabase } from '../scratch-database.ts';

const OPEN_ITEMS = 100_000;
/** What at most lies between the newest snapshot and a kill: see `start-snapshots.ts`. */
const ROWS_AFTER_SNAPSHOT = 50_000;
const CENTRE = 'restart';
const AIM_MS = 5_000;
const ROUNDS = 3;

/** Opens a centre with a hundred thousand open items, its newest snapshot as old as it can be. */
export const restartBench: Bench = {
  name: 'restart',
  summary: `a centre with ${OPEN_ITEMS.toLocaleString('en')} open items is opened`,
  async run(say) {
    await using scratch = await scratchDatabase();
    const { database, dataFolder } = scratch;
    const writer = await journalWriter(database, CENTRE);
    let happened: (readonly DeskEvent[])[] = [];
    const centre = busyCentre((events) => happened.push(events));
    for (let item = 0; item < OPEN_ITEMS; item++) centre.receive(true);
    const snapshotSeq = happened.length - ROWS_AFTER_SNAPSHOT;
    for (const [index, events] of happened.entries()) {
      await writer.add(events, centre.at());
      if (index + 1 !== snapshotSeq) continue;
      await writer.flush();
      const journal = sqlJournal(database.pool, CENTRE);
      const at = await foldHistory(journal, { desk: createDesk(), seq: 0 });
      await storeSnapshot(database.kysely, CENTRE, at);
    }
    happened = [];
    await writer.flush();
    say('written; opening three times with the snapshot, three times without');
    const settings = readSettings({ RAPPORT_DATA: dataFolder, RAPPORT_CENTRE: CENTRE });
    const openAfresh = async (newestSeq: number): Promise<number> => {
      // Leaving a centre stores a snapshot; a kill would not have.
      await database.kysely.deleteFrom('snapshot').where('seq', '>', newestSeq).execute();
      return await open(settings);
    };
    const withSnapshot: number[] = [];
    const without: number[] = [];
    for (let round = 0; round < ROUNDS; round++) withSnapshot.push(await openAfresh(snapshotSeq));
    for (let round = 0; round < ROUNDS; round++) without.push(await openAfresh(0));
    const worstMs = Math.max(...withSnapshot);
    return [
      { name: 'open items', value: OPEN_ITEMS, unit: '' },
      {
        name: 'opened from a snapshot, slowest of three',
        value: worstMs,
        unit: 'ms',
        aim: `under ${AIM_MS} ms`,
        isMet: worstMs < AIM_MS,
      },
      {
        name: 'opened by folding everything, slowest of three',
        value: Math.max(...without),
        unit: 'ms',
      },
    ];
  },
};

/** How long it takes until the centre can answer, in ms. */
async function open(settings: ReturnType<typeof readSettings>): Promise<number> {
  const startedAt = performance.now();
  const centre = await openCentre(settings, {
    notice: (message) => process.stderr.write(`${message}\n`),
    snapshotEveryRows: Infinity,
  });
  const durationMs = Math.round(performance.now() - startedAt);
  if (!centre.host.isOpen) throw new Error('the centre did not open');
  await centre.close();
  return durationMs;
}
