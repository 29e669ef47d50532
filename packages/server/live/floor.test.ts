import type { DeskEvent } from '@rapport/core';
import { FOLDS, type PresenceState, type QueueState } from '@rapport/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventsOf } from '../host/fold-history.ts';
import { centreHistory } from '../testing/centre-history.ts';
import { agentView } from '../views/agent-view.ts';
import { workView } from '../views/work-view.ts';
import { beginTail } from './begin-tail.ts';
import { DayFigures } from './day-figures.ts';
import { Floor, type FloorStart } from './floor.ts';
import { agentPresence, factsOf, floorItem } from './floor-rows.ts';
import { promisedTimes } from './promised-times.ts';
import type { HistoryRow, RowChanges } from './row-changes.ts';
import { Tail } from './tail.ts';

const CENTRE = 'main';

function history(seed: number, stepCount: number): readonly HistoryRow[] {
  return centreHistory(seed, stepCount).map((row) => ({
    seq: row.seq,
    at: row.at,
    events: eventsOf(row),
  }));
}

function put<Row>(rows: Map<string, Row>, id: string, row: Row | undefined): void {
  if (row === undefined) rows.delete(id);
  else rows.set(id, row);
}

/** The views as they are after these rows. */
function viewsAfter(rows: readonly HistoryRow[]) {
  const work = new Map<string, NonNullable<ReturnType<typeof workView.evolve>>>();
  const agents = new Map<string, NonNullable<ReturnType<typeof agentView.evolve>>>();
  const promises = promisedTimes();
  for (const { at, events } of rows) {
    for (const event of events) {
      promises.take(event, at);
      const context = { centre: CENTRE, at };
      const workId = workView.idOf(event);
      if (workId !== undefined)
        put(work, workId, workView.evolve(work.get(workId), event, context));
      const agentId = agentView.idOf(event);
      if (agentId === undefined) continue;
      put(agents, agentId, agentView.evolve(agents.get(agentId), event, context));
    }
  }
  return { work, agents, promises };
}

function startAfter(rows: readonly HistoryRow[]): FloorStart {
  const { work, agents, promises } = viewsAfter(rows);
  const open = [...work.values()]
    .filter(({ closed_at }) => closed_at === null)
    .sort((a, b) => a.waiting_since - b.waiting_since || (a.id < b.id ? -1 : 1));
  return {
    position: rows.length,
    items: open.map(floorItem),
    agents: [...agents.values()].map(agentPresence),
    promises,
    day: new DayFigures('UTC', 0),
  };
}

const emptyFloor = (): Floor => new Floor(startAfter([]));

/** What a process that began after `cut` rows has of the whole history, and its floor at the end. */
function restartedAt(rows: readonly HistoryRow[], cut: number): { tail: Tail; floor: Floor } {
  const before = rows.slice(0, cut);
  const { work } = viewsAfter(before);
  const tail = beginTail(before, cut, (workId) => {
    const row = work.get(workId);
    if (row === undefined) throw new Error('unknown');
    return factsOf(row);
  });
  const floor = new Floor(startAfter(before));
  for (const row of rows.slice(cut)) tail.push(row.seq, floor.apply(row));
  return { tail, floor };
}

const written = (rows: readonly RowChanges[] | undefined) =>
  rows?.map(({ position, queues, presence }) => ({
    position,
    queues: [...queues].map(([agentId, { json }]) => [agentId, json]),
    presence: presence?.json,
  }));

/** A centre's history, and a place to cut it. */
const cutHistory = fc
  .record({
    seed: fc.integer(),
    stepCount: fc.integer({ min: 1, max: 250 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ seed, stepCount, share }) => {
    const rows = history(seed, stepCount);
    return { rows, cut: Math.round(share * rows.length) };
  });

describe('the floor', () => {
  test('a process that starts anywhere sends, to the byte, what one sends that was always there', () => {
    fc.assert(
      fc.property(cutHistory, ({ rows, cut }) => {
        const always = new Tail(0);
        const floor = emptyFloor();
        for (const row of rows) always.push(row.seq, floor.apply(row));
        const restarted = restartedAt(rows, cut);
        for (const position of [0, Math.floor(cut / 2), Math.max(0, cut - 3), cut, rows.length]) {
          const sent = restarted.tail.after(position);
          // It may know less of the past, and then gives a snapshot; it never gives anything else.
          if (sent !== undefined) {
            expect(written(sent)).toEqual(written(always.after(position)));
          } else expect(position).toBeLessThan(cut);
        }
        expect(restarted.floor.presence()).toEqual(floor.presence());
        const { waiting, agents } = restarted.floor.wallboard(0);
        expect({ waiting, agents }).toMatchObject({
          waiting: floor.wallboard(0).waiting,
          agents: floor.wallboard(0).agents,
        });
      }),
      { numRuns: 60 },
    );
  });

  test('a process that starts knows some of what came before it', () => {
    const known = Array.from({ length: 30 }, (_, seed) => {
      const rows = history(seed, 200);
      return restartedAt(rows, rows.length).tail.after(rows.length - 5);
    });
    expect(known.filter((rows) => rows !== undefined).length).toBeGreaterThan(10);
  });

  test('a snapshot anywhere and the deltas after it give the state at the end', () => {
    fc.assert(
      fc.property(cutHistory, ({ rows, cut }) => {
        const floor = new Floor(startAfter(rows.slice(0, cut)));
        let presence: PresenceState = floor.presence();
        const agentIds = everybody(rows);
        const queues = new Map<string, QueueState>(agentIds.map((id) => [id, floor.queue(id)]));
        for (const row of rows.slice(cut)) {
          const changes = floor.apply(row);
          presence = FOLDS.presence(presence, [...(changes?.presence?.changes ?? [])]);
          for (const [agentId, { changes: mine }] of changes?.queues ?? []) {
            const before = queues.get(agentId) ?? { items: [] };
            queues.set(agentId, FOLDS['my-queue'](before, [...mine]));
          }
        }
        expect(presence).toEqual(floor.presence());
        for (const agentId of agentIds) expect(queues.get(agentId)).toEqual(floor.queue(agentId));
      }),
      { numRuns: 60 },
    );
  });

  test('counts what a walk over all open items counts', () => {
    fc.assert(
      fc.property(cutHistory, ({ rows }) => {
        const floor = emptyFloor();
        for (const row of rows) floor.apply(row);
        const { items, agents } = startAfter(rows);
        const unanswered = items.filter(({ status }) => ['waiting', 'offered'].includes(status));
        const since = Math.min(...unanswered.map(({ waitingSince }) => waitingSince));
        const { waiting, agents: figures } = floor.wallboard(0);
        expect(waiting.waitingCount + waiting.offeredCount).toBe(unanswered.length);
        expect(waiting.offeredCount).toBe(countOf(unanswered, 'offered'));
        expect(waiting.waitingSince ?? Infinity).toBe(since);
        expect(figures.readyCount).toBe(agents.filter(({ state }) => state === 'ready').length);
        const carried = items.filter(({ status }) => !['waiting', 'offered'].includes(status));
        expect(figures.workingCount).toBe(new Set(carried.map(({ agentId }) => agentId)).size);
      }),
      { numRuns: 40 },
    );
  });

  test('takes in no row out of order', () => {
    const [first, second] = history(1, 50);
    if (first === undefined || second === undefined) throw new Error('too short');
    const floor = emptyFloor();
    expect(() => floor.apply(second)).toThrow('cannot take in 2');
    floor.apply(first);
    expect(() => floor.apply(first)).toThrow('cannot take in 1');
  });
});

const countOf = (items: readonly { status: string }[], wanted: string): number =>
  items.filter(({ status }) => status === wanted).length;

const everybody = (rows: readonly HistoryRow[]): readonly string[] => {
  const registered = (event: DeskEvent): string[] =>
    event.type === 'agent-registered' ? [event.agentId] : [];
  return rows.flatMap(({ events }) => events.flatMap(registered));
};
