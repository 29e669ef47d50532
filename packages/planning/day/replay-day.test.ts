import {
  advance,
  type Command,
  createDesk,
  decide,
  type Desk,
  nextDueAt,
  POLICY,
  type Policy,
  SiloTime,
  snapshotDesk,
} from '@rapport/core';
import {
  accept,
  bond,
  complete,
  notReady,
  onDuty,
  promise,
  ready,
  work,
} from '@rapport/core/testing';
import { describe, expect, test } from 'vitest';
import { readDay, type RecordedRow } from './recorded-day.ts';
import { type DayBegun, measureDay, startDayReplay } from './replay-day.ts';

const SECOND = 1_000;
const UNTIL = 3_600_000;

interface Recorded {
  readonly begun: DayBegun;
  readonly rows: readonly RecordedRow[];
  readonly desk: Desk;
}

/** A day whose commands came at these seconds; those of second -1 the day before. */
function recorded(...story: readonly (readonly [second: number, command: Command])[]): Recorded {
  const desk = createDesk();
  const silo = new SiloTime();
  const rows: RecordedRow[] = [];
  let begun: DayBegun | undefined;
  for (const [second, command] of story) {
    const at = UNTIL + second * SECOND;
    if (second >= 0) begun ??= beginning(desk, silo);
    for (let dueAt = nextDueAt(desk); dueAt !== undefined && dueAt <= at; dueAt = nextDueAt(desk)) {
      rows.push({ at: dueAt, events: advance(desk, dueAt) });
    }
    const decided = decide(desk, command, at);
    if (!decided.ok) throw new Error(`${command.type}: ${decided.refusal.code}`);
    if (second < 0) for (const event of decided.value) silo.take(event, at);
    else rows.push({ at, events: decided.value });
  }
  return { begun: begun ?? beginning(desk, silo), rows, desk };
}

function beginning(desk: Desk, silo: SiloTime): DayBegun {
  const records = [...snapshotDesk(desk)];
  return { records, openEvents: silo.checkpoint(), fromAt: UNTIL, untilAt: 2 * UNTIL };
}

function played({ begun, rows }: Recorded, policy: Policy = POLICY) {
  const replay = startDayReplay(begun, readDay(begun.records, rows, begun), policy);
  while (replay.play(3)) expect(replay.doneRatio()).toBeLessThanOrEqual(1);
  return { ...replay.figures(), unfitCount: replay.unfitCount() };
}

const SET_UP = [promise(), ...onDuty('ted')].map((command) => [-1, command as Command] as const);

describe('a recorded day that is played again', () => {
  const served = recorded(
    ...SET_UP,
    [0, work('call')],
    [3, accept('call', 'ted')],
    [63, complete('call', 'ted')],
  );

  test('under the policy that held is as it was', () => {
    const [before, after] = [measureDay(served.begun, served.rows, served.desk), played(served)];
    expect(after.total).toEqual(before.total);
    expect(after.agents).toEqual(before.agents);
    expect(after.siloMs).toEqual(before.siloMs);
    expect(after.total.answerWaitMsMean).toBe(3 * SECOND);
    expect(after.agents.busyMs).toBe(60 * SECOND);
  });

  test('goes on with what was in somebody’s hands when it began', () => {
    const open = recorded(
      ...SET_UP,
      [-1, work('call')],
      [-1, accept('call', 'ted')],
      [10, work('next')],
      [30, complete('call', 'ted')],
      [34, accept('next', 'ted')],
      [40, complete('next', 'ted')],
    );
    expect(played(open).total.answerWaitMsMean).toBe(24 * SECOND);
    expect(played(open).agents.busyMs).toBe(36 * SECOND);
  });

  test('lets those give up who gave up, as long as nobody answers them before', () => {
    const lost = recorded(
      ...SET_UP,
      [-1, notReady('ted')],
      [0, work('call')],
      [40, { type: 'abandon-work', workId: work('call').workId }],
    );
    expect(played(lost).total.counts).toMatchObject({ abandonedCount: 1, answeredCount: 0 });
    expect(played(lost).total.waitMsMean).toBe(40 * SECOND);
  });

  test('takes from other numbers what follows from them', () => {
    const day = recorded(
      ...SET_UP,
      [-1, bond('acme', { owner: 'ted' })],
      [-1, notReady('ted')],
      [0, work('stranger')],
      [10, work('friend', { customer: 'acme' })],
      [60, ready('ted')],
      [60, accept('friend', 'ted')],
      [70, complete('friend', 'ted')],
      [70, accept('stranger', 'ted')],
      [170, complete('stranger', 'ted')],
    );
    expect(played(day).total.waitMsMean).toBe(60 * SECOND);
    expect(played(day, { ...POLICY, bondBonus: 0 }).total.waitMsMean).toBe(105 * SECOND);
  });

  test('is the same each time', () => {
    expect(played(served)).toEqual(played(served));
  });
});
