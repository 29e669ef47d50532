import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDesk, type Desk } from './desk.ts';
import { deskFaults } from './desk-faults.ts';
import { commandOf } from './evolution/command-of.ts';
import { restoreDesk } from './evolution/restore-desk.ts';
import { type SnapshotRecord, snapshotDesk } from './evolution/snapshot.ts';
import { evolve } from './evolve.ts';
import { asId } from './id.ts';
import type { Command, DeskEvent } from './messages.ts';
import { POLICY } from './routing/policy.ts';
import { nextDueAt } from './routing/timers.ts';
import { type Attempt, attempt, type Row } from './testing/desk-driver.ts';
import { runRandomCentre } from './testing/random-centre.ts';
import { drawOrder, seededRandom } from './testing/seeded-random.ts';
import { watchWithOracle } from './testing/watch-with-oracle.ts';

/** A failure names the seed and the least number of steps that replay it: `runRandomCentre(…)`. */
const history = fc.record({ seed: fc.nat(), stepCount: fc.integer({ min: 1, max: 140 }) });
const RUNS = { numRuns: 25 };

const textOf = (desk: Desk): string => JSON.stringify([...snapshotDesk(desk)]);
const reread = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
const outcomeOf = ({ at, events, refusal }: Row): string => JSON.stringify({ at, events, refusal });

function perform(desk: Desk, attempts: readonly Attempt[]): readonly Row[] {
  return attempts.map((each) => attempt(desk, each));
}

function fold(rows: readonly Row[]): Desk {
  const desk = createDesk();
  for (const { at, events } of rows) for (const event of events) evolve(desk, event, at);
  return desk;
}

describe('whatever happens in a centre', () => {
  test('the oracle finds nothing: conservation, eligibility, choice, overtaking, nobody idle, nothing stuck', () => {
    fc.assert(
      fc.property(history, ({ seed, stepCount }) => {
        runRandomCentre({ seed, stepCount, watch: watchWithOracle(POLICY) });
      }),
      RUNS,
    );
  });

  test('the oracle finds nothing under another policy either', () => {
    const policy = {
      bondBonus: 1.5,
      urgencyCap: 1,
      ringMsSynchronous: 5_000,
      ringMsAsynchronous: 10_000,
      exclusionMs: 15_000,
    };
    fc.assert(
      fc.property(history, ({ seed, stepCount }) => {
        runRandomCentre({ seed, stepCount, policy, watch: watchWithOracle(policy) });
      }),
      { numRuns: 10 },
    );
  });

  test('the same commands give the same events, byte for byte', () => {
    fc.assert(
      fc.property(history, (drawn) => {
        const { rows, desk } = runRandomCentre(drawn);
        const again = createDesk();
        expect(perform(again, rows).map(outcomeOf)).toEqual(rows.map(outcomeOf));
        expect(textOf(again)).toBe(textOf(desk));
      }),
      RUNS,
    );
  });

  test('its history, stored as text and folded, gives the same desk', () => {
    fc.assert(
      fc.property(history, (drawn) => {
        const { rows, desk } = runRandomCentre(drawn);
        expect(reread(rows.map(({ events }) => events))).toEqual(rows.map(({ events }) => events));
        const folded = fold(reread(rows));
        expect(textOf(folded)).toBe(textOf(desk));
        expect(nextDueAt(folded)).toBe(nextDueAt(desk));
        expect(deskFaults(folded)).toEqual([]);
      }),
      RUNS,
    );
  });

  test('a desk restored from its snapshot is the same, and decides the same from then on', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 1_000 }), (drawn, cut) => {
        const { rows, setUpCount } = runRandomCentre(drawn);
        const cutAt = setUpCount + Math.trunc(((rows.length - setUpCount) * cut) / 1_000);
        const original = createDesk();
        perform(original, rows.slice(0, cutAt));
        const records = JSON.parse(textOf(original)) as readonly SnapshotRecord[];
        const restored = restoreDesk(records);
        expect(textOf(restored)).toBe(textOf(original));
        expect(deskFaults(restored)).toEqual([]);
        const rest = rows.slice(cutAt);
        expect(perform(restored, rest).map(outcomeOf)).toEqual(rest.map(outcomeOf));
        perform(original, rest);
        expect(textOf(restored)).toBe(textOf(original));
      }),
      RUNS,
    );
  });

  test('a refused command leaves the desk as it was', () => {
    let refusedCount = 0;
    fc.assert(
      fc.property(history, (drawn) => {
        let before = textOf(createDesk());
        let dueBefore: number | undefined;
        runRandomCentre({
          ...drawn,
          watch: ({ refusal }, desk) => {
            const after = textOf(desk);
            if (refusal !== undefined) {
              refusedCount += 1;
              expect(after).toBe(before);
              expect(nextDueAt(desk)).toBe(dueBefore);
            }
            [before, dueBefore] = [after, nextDueAt(desk)];
          },
        });
      }),
      { numRuns: 15 },
    );
    expect(refusedCount).toBeGreaterThan(20);
  });

  test('its commands are recovered from its events, and give the same rows when asked again', () => {
    fc.assert(
      fc.property(history, (drawn) => {
        const rows = reread(runRandomCentre(drawn).rows).filter(({ events }) => events.length > 0);
        const attempts = rows.map(({ at, events }) => ({ at, cause: causeOf(events) }));
        const eventsOf = ({ events }: Row): string => JSON.stringify(events);
        expect(perform(createDesk(), attempts).map(eventsOf)).toEqual(rows.map(eventsOf));
      }),
      RUNS,
    );
  });

  test('the order in which agents, promises and kinds of work became known is irrelevant', () => {
    fc.assert(
      fc.property(history, (drawn) => {
        const { rows, setUpCount } = runRandomCentre(drawn);
        const other = createDesk();
        perform(other, rearranged(rows.slice(0, setUpCount), drawn.seed));
        const rest = rows.slice(setUpCount);
        expect(perform(other, rest).map(outcomeOf)).toEqual(rest.map(outcomeOf));
      }),
      RUNS,
    );
  });
});

function causeOf(events: readonly DeskEvent[]): Attempt['cause'] {
  return commandOf(events) ?? (events[0]?.type === 'desk-resumed' ? 'resume' : 'time');
}

/**
 * The same set-up in another order, as far as one command does not need another, and with a first
 * item of every kind that was given up before anybody was there to take it.
 */
function rearranged(setUp: readonly Row[], seed: number): readonly Attempt[] {
  const random = seededRandom(seed);
  const at = setUp[0]?.at ?? 0;
  const [defined, registered, later] = [
    ['define-calendar', 'define-promise'],
    ['register-agent'],
    ['set-agent-state', 'change-bond'],
  ].map((types) =>
    setUp.filter(({ cause }) => typeof cause === 'object' && types.includes(cause.type)),
  );
  const byKind = (rows: readonly Row[] = []): readonly Attempt[] =>
    drawOrder(random, rows).toSorted((a, b) => rankOf(a) - rankOf(b));
  const firsts = drawOrder(random, KINDS).flatMap((kind, index): readonly Command[] => [
    { type: 'receive-work', workId: asId(`first-${index}`), promiseId: asId('soon'), ...kind },
    { type: 'abandon-work', workId: asId(`first-${index}`) },
  ]);
  return [
    ...byKind(defined),
    ...byKind(registered),
    ...firsts.map((cause) => ({ at, cause })),
    ...byKind(later),
  ];
}

const KINDS = (['phone', 'chat', 'email'] as const).flatMap((channel) =>
  [[], ['billing'], ['french', 'repair']].map((skills) => ({
    channel,
    requirements: skills.map((skill) => ({ skill, minLevel: 1 })),
  })),
);

function rankOf({ cause }: Attempt): number {
  return typeof cause === 'object' && cause.type === 'define-promise' ? 1 : 0;
}
