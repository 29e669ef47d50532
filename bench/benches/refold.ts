import { createDesk, type DeskEvent } from '@rapport/core';
import { foldHistory, sqlJournal } from '@rapport/server';
import type { Bench, Figure } from '../bench.ts';
import { busyCentre, serveOffers } from '../busy-centre.ts';
import { journalWriter } from '../journal-writer.ts';
import { scratchDatabase } from '../scratch-database.ts';

const EVENTS = 10_000_000;
const CENTRE = 'refold';

/** Folds a history of ten million events from its beginning, out of the database. */
export const refoldBench: Bench = {
  name: 'refold',
  summary: `a history of ${EVENTS.toLocaleString('en')} events read from PostgreSQL and folded`,
  async run(say) {
    await using scratch = await scratchDatabase();
    const { database } = scratch;
    const writer = await journalWriter(database, CENTRE);
    let happened: (readonly DeskEvent[])[] = [];
    const centre = busyCentre((events) => happened.push(events));
    const write = async (): Promise<void> => {
      for (const events of happened) await writer.add(events, centre.at());
      happened = [];
    };
    await write();
    let saidAt = EVENTS / 5;
    while (writer.eventCount() < EVENTS) {
      serveOffers(centre, centre.receive(false));
      await write();
      if (writer.eventCount() < saidAt) continue;
      say(`${writer.eventCount().toLocaleString('en')} events written`);
      saidAt += EVENTS / 5;
    }
    await writer.flush();
    const journal = sqlJournal(database.pool, CENTRE);
    const startedAt = performance.now();
    const startCpu = process.cpuUsage();
    const { seq } = await foldHistory(journal, { desk: createDesk(), seq: 0 });
    const seconds = (performance.now() - startedAt) / 1_000;
    const { user, system } = process.cpuUsage(startCpu);
    if (seq !== writer.rowCount()) throw new Error('the history was not folded whole');
    return figures({
      seconds,
      cpuSeconds: (user + system) / 1e6,
      rowCount: seq,
      events: writer.eventCount(),
    });
  },
};

function figures(measured: {
  seconds: number;
  cpuSeconds: number;
  rowCount: number;
  events: number;
}): readonly Figure[] {
  const { seconds, cpuSeconds, rowCount, events } = measured;
  return [
    { name: 'events', value: events, unit: '' },
    { name: 'rows', value: rowCount, unit: '' },
    { name: 'time', value: Math.round(seconds * 10) / 10, unit: 's' },
    {
      name: 'processor time of the folding process',
      value: Math.round(cpuSeconds * 10) / 10,
      unit: 's',
    },
    { name: 'events folded a second', value: Math.round(events / seconds), unit: '/s' },
  ];
}
