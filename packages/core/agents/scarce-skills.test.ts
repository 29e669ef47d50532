import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { given, type Step } from '../testing/given.ts';
import { agent, onDuty, promise, work } from '../testing/messages.ts';

/** Ann has been idle for longer, so that she would go first; she alone speaks Welsh. */
const TEAM: readonly Step[] = [
  promise(),
  ...onDuty('ann', { skills: { welsh: 3, repair: 3 } }),
  ...onDuty('ben', { skills: { repair: 1 } }),
];

describe('an expert in a skill that few have', () => {
  test('is spared while somebody else as little loaded can help', () => {
    given(...TEAM)
      .when(work('call'))
      .thenOffers('call to ben: best-suited');
    given(...TEAM, work('call'))
      .when(work('next'))
      .thenOffers('next to ann: best-suited');
  });

  test('is asked for what only he can do, and where the best comes first', () => {
    given(...TEAM)
      .when(work('call', { skills: { welsh: 1 } }))
      .thenOffers('call to ann: best-suited');
    given(...TEAM)
      .when(work('call', { skills: { repair: 1 }, isProficiencyFirst: true }))
      .thenOffers('call to ann: best-suited');
  });

  test('is none any more once others have it too', () => {
    const change = {
      type: 'change-agent',
      agentId: asId<'agent'>('ben'),
      skills: [
        { skill: 'welsh', level: 1 },
        { skill: 'repair', level: 1 },
      ],
    } as const;
    given(...TEAM, change)
      .when(work('call'))
      .thenOffers('call to ann: best-suited');
  });

  test('is whoever has what at most one in ten has', () => {
    const others = Array.from({ length: 16 }, (_, index) =>
      agent(`other-${index}`, { skills: { repair: 1 } }),
    );
    const cleo = onDuty('cleo', { skills: { welsh: 1 } });
    const expertsOf = (...story: readonly Step[]) => {
      const { desk } = given(...TEAM, ...cleo, ...story).when(agent('last'));
      return [...desk.agents.values()].filter(({ isExpert }) => isExpert).map(({ id }) => id);
    };
    // Two of twenty, and two of nineteen.
    expect(expertsOf(...others)).toEqual(['ann', 'cleo']);
    expect(expertsOf(...others.slice(1))).toEqual([]);
  });
});
