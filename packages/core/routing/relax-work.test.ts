import { describe, expect, test } from 'vitest';
import { commandOf } from '../evolution/command-of.ts';
import { restoreDesk } from '../evolution/restore-desk.ts';
import { snapshotDesk } from '../evolution/snapshot.ts';
import { given, type Step } from '../testing/given.ts';
import {
  accept,
  notReady,
  onDuty,
  promise,
  ready,
  transfer,
  until,
  work,
} from '../testing/messages.ts';
import type { SetSkillKinds, SkillKind } from './relaxation-messages.ts';
import { nextDueAt } from './timers.ts';

const kinds = (given: Readonly<Record<string, SkillKind>>): SetSkillKinds => ({
  type: 'set-skill-kinds',
  kinds: Object.entries(given).map(([skill, kind]) => ({ skill, kind })),
});

/** A promise of a hundred minutes, so that each hundredth of it is a minute. */
const MINUTE = 60_000;
const SET_UP: readonly Step[] = [
  promise({ targetMs: 100 * MINUTE }),
  kinds({ repair: 'ability', vienna: 'site', french: 'language', crane: 'licence' }),
];
const asking = (skills: Readonly<Record<string, number>>): Step =>
  work('item', { channel: 'email', skills });

/** What the item asks for after each step until then, and when. */
function stepsUntil(minutes: number, ...story: readonly Step[]): readonly string[] {
  const { events } = given(...SET_UP, ...story).when(until(minutes * MINUTE));
  return events.flatMap((event) => {
    if (event.type !== 'work-relaxed') return [];
    const left = event.requirements.map(({ skill, minLevel }) => `${skill} ${minLevel}`);
    return [`${event.step}: ${left.join(', ') || 'nothing'}`];
  });
}

describe('an item that waits long', () => {
  test('lets go of the site, then of levels, then of abilities', () => {
    const wish = asking({ vienna: 1, repair: 3 });
    expect(stepsUntil(24, wish)).toEqual([]);
    expect(stepsUntil(25, wish)).toEqual(['site: repair 3']);
    expect(stepsUntil(50, wish)).toEqual(['site: repair 3', 'level: repair 2']);
    expect(stepsUntil(99, wish)).toEqual(['site: repair 3', 'level: repair 2', 'level: repair 1']);
    expect(stepsUntil(100, wish).at(-1)).toBe('skill: nothing');
  });

  test('never lets go of a language, a licence, or what nobody has said the kind of', () => {
    expect(stepsUntil(900, asking({ french: 2, crane: 3, odd: 4 }))).toEqual([]);
    expect(stepsUntil(900, asking({ french: 2, repair: 1 }))).toEqual(['skill: french 2']);
  });

  test('goes to whoever can do what is left of it', () => {
    const story = [...onDuty('ann', { skills: { repair: 2 } }), asking({ repair: 3 })];
    given(...SET_UP, ...story)
      .when(until(50 * MINUTE - 1))
      .thenOffers();
    given(...SET_UP, ...story)
      .when(until(50 * MINUTE))
      .thenOffers('item to ann: best-suited');
  });

  test('keeps its age in its new class', () => {
    const busy = [...onDuty('ann'), notReady('ann'), asking({ repair: 1 }), until(10 * MINUTE)];
    const later = [work('later', { channel: 'email' }), until(105 * MINUTE)];
    given(...SET_UP, ...busy, ...later)
      .when(ready('ann'))
      .thenOffers('item to ann: urgency 1.05');
  });

  test('asks for less by its own clock alone: not while somebody has it, and anew where it asks for something else', () => {
    const served = [...onDuty('ann', { skills: { repair: 3 } }), asking({ repair: 3 })];
    expect(stepsUntil(900, ...served, accept('item', 'ann'))).toEqual([]);
    const moved = transfer('item', 'ann', { skills: { repair: 2 } });
    const alone = [...served, accept('item', 'ann'), notReady('ann'), moved];
    expect(stepsUntil(75, ...alone)).toEqual(['level: repair 1']);
  });
});

describe('what skills stand for', () => {
  test('may be said while work waits', () => {
    const { desk, events } = given(
      promise(),
      work('item', { skills: { repair: 1 } }),
      until(90_000),
    ).when(kinds({ repair: 'ability' }));
    expect(commandOf(events)).toEqual(kinds({ repair: 'ability' }));
    expect(nextDueAt(desk)).toBe(90_000);
    expect(nextDueAt(restoreDesk(snapshotDesk(desk)))).toBe(90_000);
  });

  test('is said of each skill once, and is one of five', () => {
    const twice = { skill: 'repair', kind: 'ability' } as const;
    given()
      .when({ type: 'set-skill-kinds', kinds: [twice, twice] })
      .then({ code: 'field-invalid', field: 'kinds[1].skill', expected: 'a skill, each once' });
    given()
      .when(kinds({ repair: 'art' as SkillKind }))
      .then({
        code: 'field-invalid',
        field: 'kinds[0].kind',
        expected: 'one of site, ability, language, licence, channel',
      });
  });
});
