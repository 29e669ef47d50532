import { describe, expect, test } from 'vitest';
import { callsIn } from './calls-in.ts';

const of = (agentId: string, ...moments: number[]) => ({ agentId, piiName: agentId, moments });
const shown = (...given: Parameters<typeof callsIn>) => {
  const { calls, kept } = callsIn(...given);
  return [calls.map(({ agentId, dueAt }) => `${agentId} ${dueAt}`), kept?.dueAt];
};

describe('a moment that was chosen', () => {
  const chosen = { agentId: 'ted', dueAt: 65 };

  test('stays so in a list that has it', () => {
    expect(shown([of('ann', 35), of('ted', 35, 65)], chosen)).toEqual([
      ['ann 35', 'ted 35', 'ted 65'],
      65,
    ]);
  });

  test('stays in its place, and chosen, where the list has moved on past it', () => {
    expect(shown([of('ted', 40, 70), of('ann', 65)], chosen)).toEqual([
      ['ted 40', 'ted 65', 'ted 70', 'ann 65'],
      65,
    ]);
  });

  test('is given up where whoever would call is free only later, or not at all', () => {
    expect(shown([of('ted', 70, 100)], chosen)).toEqual([['ted 70', 'ted 100'], undefined]);
    expect(shown([of('ann', 35, 65)], chosen)).toEqual([['ann 35', 'ann 65'], undefined]);
  });
});
