import type { DeskEvent } from '@rapport/core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../database/database.ts';
import { eventsOf } from '../host/fold-history.ts';
import type { JournalRow } from '../store/journal.ts';
import type { Tables } from '../store/tables.ts';
import { CENTRE_DATABASES } from '../testing/centre-database.ts';
import { centreHistory, writeHistory } from '../testing/centre-history.ts';
import { catchUp } from '../host/follower.ts';
import { viewFollower } from '../views/view-follower.ts';
import { DayFigures } from './day-figures.ts';
import { Floor } from './floor.ts';
import { type FollowedFloor, followFloor } from './follow-floor.ts';
import { promisedTimes } from './promised-times.ts';
import type { RowChanges } from './row-changes.ts';

type Listener = Parameters<Parameters<typeof followFloor>[0]['host']['onCommitted']>[0];

/** A host that says what it is told to. */
function sayingHost(position: number) {
  const listeners = new Set<Listener>();
  return {
    position,
    onCommitted(listener: Listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(rows: readonly JournalRow[]): void {
      this.position = rows.at(-1)?.seq ?? this.position;
      for (const listener of listeners) listener(rows, rows.map(eventsOf));
    },
  };
}

/** The same history where promises keep their terms, and answered items their promise: the day is judged by those of the moment. */
function withoutRedefinitions(rows: readonly JournalRow[]): readonly JournalRow[] {
  const defined = new Set<string>();
  const answered = new Set<string>();
  const isFirst = (event: DeskEvent): boolean => {
    if (event.type === 'work-received') answered.delete(event.workId);
    if (event.type === 'offer-accepted' || event.type === 'work-paused') answered.add(event.workId);
    if (event.type === 'work-promised') return !answered.has(event.workId);
    if (event.type !== 'promise-defined' && event.type !== 'calendar-defined') return true;
    const id = event.type === 'promise-defined' ? event.promiseId : event.calendarId;
    const key = `${event.type} ${id}`;
    if (defined.has(key)) return false;
    defined.add(key);
    return true;
  };
  return rows
    .map((row) => ({ ...row, events: JSON.stringify(eventsOf(row).filter(isFirst)) }))
    .filter(({ events }) => events !== '[]')
    .map((row, index) => ({ ...row, seq: index + 1 }));
}

const CALM_ROWS = 20;

/** A history at whose end nothing else is promised for an item, because a tail begins after that. */
function historyWithCalmEnd(): readonly JournalRow[] {
  for (let seed = 7; ; seed += 1) {
    const rows = withoutRedefinitions(centreHistory(seed, 600));
    if (lastPromisedSeq(rows) < rows.length - CALM_ROWS) return rows;
  }
}

function lastPromisedSeq(rows: readonly JournalRow[]): number {
  return rows.findLast(({ events }) => events.includes('"work-promised"'))?.seq ?? 0;
}

/** The floor of somebody who saw the whole history, and what each row brought about. */
function fromTheBeginning(rows: readonly JournalRow[], now: number) {
  const day = new DayFigures('UTC', now);
  const floor = new Floor({ position: 0, items: [], agents: [], promises: promisedTimes(), day });
  const sent = rows.flatMap((row) => floor.apply({ ...row, events: eventsOf(row) }) ?? []);
  return { floor, sent };
}

const textOf = (rows: readonly RowChanges[] | undefined): string =>
  JSON.stringify(
    rows?.map(({ position, queues, presence }) => [
      position,
      [...queues].map(([agentId, { json }]) => [agentId, json]),
      presence?.json,
    ]),
  );

describe.each(CENTRE_DATABASES)('a followed floor on $kind', ({ open }) => {
  let database: Database<Tables>;
  const rows = historyWithCalmEnd();
  const now = rows.at(-1)?.at ?? 0;

  beforeAll(async () => {
    database = await open();
  });

  afterAll(async () => {
    await database.close();
  });

  /** A centre whose views have come to `viewed` and whose journal to `kept` rows. */
  const centreAt = async (centre: string, viewed: number, kept: number) => {
    const db = database.kysely;
    await writeHistory(db, centre, rows.slice(0, viewed));
    await catchUp(db, centre, viewFollower(centre));
    await writeHistory(db, centre, rows.slice(viewed, kept));
    return db;
  };

  const follow = async (
    centre: string,
    at: { viewed: number; kept: number },
  ): Promise<{
    followed: FollowedFloor;
    host: ReturnType<typeof sayingHost>;
    sent: RowChanges[];
  }> => {
    const db = await centreAt(centre, at.viewed, at.kept);
    const host = sayingHost(at.kept);
    const sent: RowChanges[] = [];
    const followed = await followFloor({
      db,
      host,
      centre,
      timeZone: () => 'UTC',
      now: () => now,
      onRow: (changes) => sent.push(changes),
      onFault: (error) => {
        throw error;
      },
    });
    return { followed, host, sent };
  };

  test.each([0, 0.3, 0.8, 1])('begins where the views stand, at %f of history', async (share) => {
    const viewed = Math.round(rows.length * share);
    const { followed } = await follow(`begin-${viewed}`, { viewed, kept: rows.length });
    const { floor, sent } = fromTheBeginning(rows, now);
    expect(followed.floor.position).toBe(rows.length);
    expect(followed.floor.presence()).toEqual(floor.presence());
    expect(followed.floor.wallboard(now)).toEqual(floor.wallboard(now));
    for (const { agentId } of floor.presence().agents) {
      expect(followed.floor.queue(agentId)).toEqual(floor.queue(agentId));
    }
    // The tail begins after the last row that promised something else; see `beginTail`.
    const position = Math.max(rows.length - 50, lastPromisedSeq(rows));
    expect(position).toBeLessThan(rows.length - CALM_ROWS);
    const missed = followed.tail.after(position);
    expect(textOf(missed)).toBe(textOf(sent.filter((one) => one.position > position)));
    followed.stop();
  });

  test('takes in what the host tells, and what it could not tell', async () => {
    const half = Math.round(rows.length / 2);
    const { followed, host, sent } = await follow('told', { viewed: half, kept: half });
    const db = database.kysely;
    await writeHistory(db, 'told', rows.slice(half, half + 30));
    host.tell(rows.slice(half, half + 10));
    expect(followed.floor.position).toBe(half + 10);
    // Ten rows of which nobody tells, and then the next ten.
    host.tell(rows.slice(half + 20, half + 30));
    await followed.settled();
    expect(followed.floor.position).toBe(half + 30);
    // And ten of which nobody tells at all.
    await writeHistory(db, 'told', rows.slice(half + 30, half + 40));
    host.position = half + 40;
    followed.poke();
    await followed.settled();
    // What is told a second time changes nothing.
    host.tell(rows.slice(half + 30, half + 40));
    const all = fromTheBeginning(rows.slice(0, half + 40), now).sent;
    expect(textOf(sent)).toBe(textOf(all.filter(({ position }) => position > half)));
    followed.stop();
  });

  test('tells when the floor contradicts the history, and takes in no more', async () => {
    const db = await centreAt('broken', 100, 100);
    const host = sayingHost(100);
    const faults: unknown[] = [];
    const followed = await followFloor({
      db,
      host,
      centre: 'broken',
      timeZone: () => 'UTC',
      now: () => now,
      onRow: () => undefined,
      onFault: (error) => faults.push(error),
    });
    const row = { ...(rows[0] as JournalRow), seq: 101 };
    const events = JSON.stringify([{ type: 'work-held', v: 1, workId: 'none', agentId: 'x' }]);
    host.tell([{ ...row, events }]);
    host.tell([{ ...row, events, seq: 102 }]);
    expect(faults).toHaveLength(1);
    expect(followed.floor.position).toBe(100);
  });
});
