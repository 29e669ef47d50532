import {
  asId,
  createDesk,
  type Desk,
  type DeskEvent,
  dueAtOf,
  evolve,
  type PassedOver,
  type WorkId,
} from '@rapport/core';
import { FOLDS, type PresenceState, type QueueState } from '@rapport/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventsOf } from '../host/fold-history.ts';
import { centreHistory } from '../testing/centre-history.ts';
import { agentView } from '../views/agent-view.ts';
import { workView } from '../views/work-view.ts';
import { beginTail } from './begin-tail.ts';
import { DayFigures } from './day-figures.ts';
import { Floor } from './floor.ts';
import type { FloorStart } from './floor-start.ts';
import { agentPresence, factsOf, floorItem } from './floor-rows.ts';
import { isKept, keptByAgent } from './kept-items.ts';
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

/** For whom the desk keeps an item. */
function reservationOf(work: ReturnType<Desk['work']['get']>) {
  if (work?.reservation === undefined) return undefined;
  const { agents, untilAt, isChosen } = work.reservation;
  return { agentIds: agents.map(({ id }) => id), untilAt, ...(isChosen && { isChosen }) };
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
  for (const { at, seq, events } of rows) {
    for (const event of events) {
      promises.take(event, at);
      const context = { centre: CENTRE, at, seq };
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
    items: open.map((row) => floorItem(row, promises)),
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
        for (const { facts, later } of floor.items()) {
          expect(restarted.floor.saidOf(facts.workId)?.later).toEqual(later);
        }
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
        const isCarried = (status: string) => !['waiting', 'offered', 'deferred'].includes(status);
        const carried = items.filter(({ status }) => isCarried(status));
        const kept = [...floor.items()].filter(isKept);
        expect(floor.kept()).toEqual(keptByAgent(kept, (item) => floor.due(item)));
        expect(figures.workingCount).toBe(new Set(carried.map(({ agentId }) => agentId)).size);
      }),
      { numRuns: 40 },
    );
  });

  test('says of each item what it asks for, for whom it is kept, and of waiting ones until when, as the desk does', () => {
    fc.assert(
      fc.property(cutHistory, ({ rows, cut }) => {
        const desk = createDesk();
        for (const { at, events } of rows) for (const event of events) evolve(desk, event, at);
        const always = emptyFloor();
        for (const row of rows) always.apply(row);
        const { floor: restarted } = restartedAt(rows, cut);
        for (const [floor, isAlways] of [
          [always, true],
          [restarted, false],
        ] as const) {
          for (const item of floor.items()) {
            const work = desk.work.get(item.facts.workId as WorkId);
            expect(item.requirements.toSorted(bySkill)).toEqual(work?.class.need.requirements);
            expect(item.reservation).toEqual(reservationOf(work));
            if (item.status !== 'waiting' || work === undefined) continue;
            // Hours may have changed since it waited before; a floor that begins counts by the present ones.
            if (!isAlways && (work.waitedMs > 0 || item.waitedMs > 0)) continue;
            expect(floor.due(item).dueAt).toBe(dueAtOf(work.class.promise, work));
          }
        }
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

const bySkill = (a: { skill: string }, b: { skill: string }): number =>
  a.skill < b.skill ? -1 : 1;

const countOf = (items: readonly { status: string }[], wanted: string): number =>
  items.filter(({ status }) => status === wanted).length;

const everybody = (rows: readonly HistoryRow[]): readonly string[] => {
  const registered = (event: DeskEvent): string[] =>
    event.type === 'agent-registered' ? [event.agentId] : [];
  return rows.flatMap(({ events }) => events.flatMap(registered));
};

describe('what is open', () => {
  const chats = asId<'promise'>('chats');
  const ann = asId<'agent'>('ann');
  const promised = (targetMs: number): DeskEvent => ({
    ...{ type: 'promise-defined', v: 1, promiseId: chats, targetMs, shareRatio: 0.8 },
  });
  const received = (workId: string): DeskEvent => ({
    ...{ type: 'work-received', v: 1, workId: asId<'work'>(workId), channel: 'chat' },
    ...{ customerId: asId<'customer'>('ada'), requirements: [], promiseId: chats },
  });
  const taken = (workId: WorkId, passedOver: readonly PassedOver[]): readonly DeskEvent[] => [
    {
      ...{ type: 'work-offered', v: 1, workId, agentId: ann, expiresAt: 20_000 },
      ...{ reason: { code: 'best-suited' }, passedOver },
    },
    { type: 'offer-accepted', v: 1, workId, agentId: ann },
  ];
  const floorAfter = (...events: readonly DeskEvent[]): Floor => {
    const floor = emptyFloor();
    const agent: DeskEvent = {
      ...{ type: 'agent-registered', v: 1, agentId: ann, skills: [] },
      capacity: { units: 1, weights: { chat: 1 } },
    };
    floor.apply({ seq: 1, at: 0, events: [agent, promised(20_000), ...events] });
    return floor;
  };

  test('has changed when its promise or its hours have, and only then', () => {
    const floor = floorAfter(received('call'));
    const [item] = [...floor.items()];
    const before = item?.revision ?? 0;
    floor.apply({ seq: 2, at: 1, events: [promised(20_000)] });
    expect(item?.revision).toBe(before);
    floor.apply({ seq: 3, at: 2, events: [promised(60_000)] });
    expect(item?.revision).toBe(before + 1);
    const calendarId = asId<'calendar'>('days');
    const hours = (fromAt: number): DeskEvent => ({
      ...{ type: 'calendar-defined', v: 1, calendarId, openIntervals: [{ fromAt, untilAt: 9e6 }] },
    });
    const withHours = { ...promised(60_000), calendarId } as DeskEvent;
    floor.apply({ seq: 4, at: 3, events: [hours(0), withHours] });
    const open = item?.revision ?? 0;
    floor.apply({ seq: 5, at: 4, events: [hours(3_600_000)] });
    expect(item?.revision).toBe(open + 1);
  });

  test('waits for Ann where its customer chose to, and Ann is told what he chose also when she is asked', () => {
    const workId = asId<'work'>('hers');
    const floor = floorAfter(received('hers'), {
      ...{ type: 'wait-chosen', v: 1, workId, agentId: ann, keptUntilAt: 9_000 },
    });
    expect(floor.kept().get(ann)).toEqual([
      {
        ...{ workId, customerId: 'ada', channel: 'chat', waitingSince: 0 },
        ...{ why: 'chosen', untilAt: 9_000, dueAt: 20_000, targetMs: 20_000 },
      },
    ]);
    const [offer] = taken(workId, []);
    if (offer === undefined) throw new Error('nothing is offered');
    floor.apply({ seq: 2, at: 1, events: [offer] });
    expect(floor.kept().size).toBe(0);
    expect(floor.saidOf(workId)?.choice).toEqual({ agentId: ann });
    const given = { type: 'work-transferred', v: 1, workId, agentId: ann } as const;
    const [, accepted] = taken(workId, []);
    if (accepted === undefined) throw new Error('nothing is accepted');
    floor.apply({ seq: 3, at: 2, events: [accepted, { ...given, excludedUntil: 9 }] });
    expect(floor.saidOf(workId)?.choice).toBeUndefined();
  });

  test('waits for Ann where she promised to call and it is due, which its customer did not choose', () => {
    const workId = asId<'work'>('hers');
    const hers = { v: 1, workId, agentId: ann } as const;
    const floor = floorAfter(
      received('hers'),
      { ...hers, type: 'callback-promised', dueAt: 9_000, keptFreeFromAt: 8_000 },
      { ...hers, type: 'deferral-ended' },
      { ...hers, type: 'wait-chosen', keptUntilAt: 309_000 },
    );
    expect(floor.kept().get(ann)).toMatchObject([{ workId, why: 'promised', untilAt: 309_000 }]);
    expect(floor.saidOf(workId)?.choice).toBeUndefined();
  });

  test('is silent from when its customer was answered on, for as long as he does not write', () => {
    const workId = asId<'work'>('quiet');
    const floor = floorAfter(received('quiet'), ...taken(workId, []));
    const awaited = { type: 'customer-awaited', v: 1, workId, agentId: ann, silentAt: 9 } as const;
    floor.apply({ seq: 2, at: 5, events: [awaited] });
    expect(floor.saidOf(workId)?.turn?.isSilent).toBe(false);
    const silent = { type: 'customer-fell-silent', v: 1, workId, agentId: ann } as const;
    expect(floor.apply({ seq: 3, at: 9, events: [silent] })?.turned).toEqual([workId]);
    expect(floor.saidOf(workId)?.turn).toEqual({ since: 5, isSilent: true });
    floor.apply({ seq: 4, at: 12, events: [{ type: 'customer-heard', v: 1, workId }] });
    expect(floor.saidOf(workId)?.turn).toBeUndefined();
  });

  test('counts for continuity where its customer had a bond', () => {
    const owner: PassedOver = {
      ...{ agentId: asId('ted'), standing: 'owner', obstacle: 'signed-out' },
    };
    const stranger = floorAfter(received('first'), ...taken(asId('first'), []));
    expect(stranger.wallboard(0).today).toMatchObject({ answeredBondedCount: 0 });
    const missed = floorAfter(received('second'), ...taken(asId('second'), [owner]));
    expect(missed.wallboard(0).today).toMatchObject({
      ...{ answeredBondedCount: 1, answeredKnownCount: 0, continuityRatio: 0 },
    });
  });
});
