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
import { POLICY, type Policy } from './routing/policy.ts';
import { nextDueAt } from './routing/timers.ts';
import { type Attempt, attempt, type Row } from './testing/desk-driver.ts';
import { EAGER_POLICY } from './testing/eager-policy.ts';
import { runFaultyCentre } from './testing/faulty-centre.ts';
import { runRandomCentre } from './testing/random-centre.ts';
import { drawOrder, seededRandom } from './testing/seeded-random.ts';
import { runSteadyCentre } from './testing/steady-centre.ts';
import { watchWithOracle } from './testing/watch-with-oracle.ts';

/** A failure names the seed and the least number of steps that replay it: `runRandomCentre(…)`. */
const history = fc.record({
  seed: fc.nat(),
  stepCount: fc.integer({ min: 1, max: 140 }),
  policy: fc.constantFrom(POLICY, EAGER_POLICY),
});
const RUNS = { numRuns: 25 };

const textOf = (desk: Desk): string => JSON.stringify([...snapshotDesk(desk)]);
const reread = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;
const outcomeOf = ({ at, events, refusal }: Row): string => JSON.stringify({ at, events, refusal });

function perform(desk: Desk, attempts: readonly Attempt[]): readonly Row[] {
  return attempts.map((each) => attempt(desk, each));
}

function fold(rows: readonly Row[], policy: Policy): Desk {
  const desk = createDesk(policy);
  for (const { at, events } of rows) for (const event of events) evolve(desk, event, at);
  return desk;
}

describe('whatever happens in a centre', () => {
  test('the oracle finds nothing: conservation, eligibility, choice, overtaking, nobody idle, nothing stuck', () => {
    fc.assert(
      fc.property(history, (drawn) => {
        runRandomCentre({ ...drawn, watch: watchWithOracle(drawn.policy) });
      }),
      RUNS,
    );
  });

  test('nor where people do what people do, and what is worth it is reserved', () => {
    const ends = new Set<string>();
    for (let seed = 0; seed < 24; seed += 1) {
      const policy = seed % 2 === 0 ? POLICY : EAGER_POLICY;
      const watch = watchWithOracle(policy);
      const { rows } = runSteadyCentre({ seed, itemCount: 120, policy, watch });
      const reservedFor = new Map<string, readonly string[]>();
      for (const event of rows.flatMap(({ events }) => events)) {
        if (event.type === 'work-reserved') reservedFor.set(event.workId, event.agentIds);
        if (event.type === 'reservation-ended') ends.add(event.reason);
        if (event.type !== 'work-offered' || event.reason.code !== 'most-urgent') continue;
        if (reservedFor.get(event.workId)?.includes(event.agentId) === true) ends.add('taken');
      }
    }
    // Else nothing was reserved, and this shows nothing.
    expect([...ends].sort()).toEqual(['emergency', 'nobody-expected', 'taken', 'time-over']);
  });

  test('nor under any policy, with messages lost, late and doubled, and a process that keeps ending', () => {
    fc.assert(fc.property(history, runFaultyCentre), { numRuns: 50 });
  });

  test('the same commands give the same events, byte for byte', () => {
    fc.assert(
      fc.property(history, (drawn) => {
        const { rows, desk } = runRandomCentre(drawn);
        const again = createDesk(drawn.policy);
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
        const folded = fold(reread(rows), drawn.policy);
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
        const original = createDesk(drawn.policy);
        perform(original, rows.slice(0, cutAt));
        const records = JSON.parse(textOf(original)) as readonly SnapshotRecord[];
        const restored = restoreDesk(records, drawn.policy);
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

  test('so is one restored while things are reserved', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat({ max: 1_000 }), (seed, cut) => {
        const { rows } = runSteadyCentre({ seed, itemCount: 60, policy: EAGER_POLICY });
        const cutAt = Math.trunc((rows.length * cut) / 1_000);
        const original = createDesk(EAGER_POLICY);
        perform(original, rows.slice(0, cutAt));
        const records = JSON.parse(textOf(original)) as readonly SnapshotRecord[];
        const restored = restoreDesk(records, EAGER_POLICY);
        expect(textOf(restored)).toBe(textOf(original));
        const rest = rows.slice(cutAt);
        expect(perform(restored, rest).map(outcomeOf)).toEqual(rest.map(outcomeOf));
        expect(textOf(restored)).toBe(textOf(fold(rows, EAGER_POLICY)));
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
        expect(perform(createDesk(drawn.policy), attempts).map(eventsOf)).toEqual(
          rows.map(eventsOf),
        );
      }),
      RUNS,
    );
  });

  test('the order in which agents, promises and kinds of work became known is irrelevant', () => {
    fc.assert(
      fc.property(history, ({ seed, stepCount }) => {
        // Reservations end one after the other in the order of items, of which there are others before.
        const policy = { ...POLICY, reservation: undefined };
        const { rows, setUpCount } = runRandomCentre({ seed, stepCount, policy });
        const other = createDesk(policy);
        perform(other, rearranged(rows.slice(0, setUpCount), seed));
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
