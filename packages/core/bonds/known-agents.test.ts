import { describe, expect, test } from 'vitest';
import { createAgent } from '../agents/create-agent.ts';
import { createDesk } from '../desk.ts';
import type { AgentRecord, BondRecord, EarnedBond } from '../desk-records.ts';
import { asId } from '../id.ts';
import { knownAgents, strengthAfterService, withEarned } from './known-agents.ts';

const desk = createDesk();
const [ann, ben, cleo, dan, eve, fay, gus] = ['ann', 'ben', 'cleo', 'dan', 'eve', 'fay', 'gus'].map(
  (name) => createAgent(desk, { id: asId(name), skills: [], capacity: { units: 1, weights: {} } }),
) as [AgentRecord, AgentRecord, AgentRecord, AgentRecord, AgentRecord, AgentRecord, AgentRecord];

const bond = (fields: Partial<BondRecord> = {}): BondRecord => ({
  owner: undefined,
  deputies: [],
  earned: [],
  ...fields,
});
const earned = (agent: AgentRecord, strength: number): EarnedBond => ({ agent, strength });
const inWords = (known: ReturnType<typeof knownAgents>): readonly string[] =>
  known.map(({ agent, standing, strength }) => `${agent.id}: ${standing}, ${strength}`);

describe('knownAgents', () => {
  test('the owner, then the deputies in their order, then whoever earned it', () => {
    const whole = bond({ owner: ann, deputies: [cleo, ben], earned: [earned(dan, 0.9)] });
    expect(inWords(knownAgents(whole, undefined))).toEqual([
      'ann: owner, 1',
      'cleo: deputy, 0.8',
      'ben: deputy, 0.8',
      'dan: earned, 0.9',
    ]);
  });

  test('whoever a transfer named comes before all, with the strength of an owner', () => {
    expect(inWords(knownAgents(bond({ owner: ann, deputies: [ben] }), ben))).toEqual([
      'ben: preferred, 1',
      'ann: owner, 1',
    ]);
    expect(inWords(knownAgents(undefined, ben))).toEqual(['ben: preferred, 1']);
  });

  test('each counts once, in his best standing', () => {
    const twice = bond({
      owner: ann,
      deputies: [ben],
      earned: [earned(ann, 0.9), earned(ben, 0.5)],
    });
    expect(inWords(knownAgents(twice, undefined))).toEqual(['ann: owner, 1', 'ben: deputy, 0.8']);
  });

  test('at most five, and the one whom a transfer named', () => {
    const large = bond({
      owner: ann,
      deputies: [ben, cleo],
      earned: [earned(dan, 0.5), earned(eve, 0.4), earned(fay, 0.3)],
    });
    const names = (preferred?: AgentRecord): readonly string[] =>
      knownAgents(large, preferred).map(({ agent }) => agent.id);
    expect(names()).toEqual(['ann', 'ben', 'cleo', 'dan', 'eve']);
    expect(names(gus)).toEqual(['gus', 'ann', 'ben', 'cleo', 'dan', 'eve']);
  });

  test('nobody, where nothing is known', () => {
    expect(knownAgents(undefined, undefined)).toEqual([]);
    expect(knownAgents(bond(), undefined)).toEqual([]);
  });
});

describe('withEarned', () => {
  const five = [earned(ann, 0.5), earned(ben, 0.4), earned(cleo, 0.3), earned(dan, 0.2)];
  const names = (all: readonly EarnedBond[]): readonly string[] => all.map(({ agent }) => agent.id);

  test('strongest first; of equals, the one earned later first', () => {
    expect(names(withEarned(five, earned(eve, 0.35)))).toEqual([
      'ann',
      'ben',
      'eve',
      'cleo',
      'dan',
    ]);
    expect(names(withEarned(five, earned(eve, 0.4)))).toEqual(['ann', 'eve', 'ben', 'cleo', 'dan']);
  });

  test('one that grows moves up and stands once', () => {
    expect(names(withEarned(five, earned(dan, 0.45)))).toEqual(['ann', 'dan', 'ben', 'cleo']);
  });

  test('the sixth takes the place of the weakest, even where he is weaker still', () => {
    const full = [...five, earned(eve, 0.1)];
    expect(names(withEarned(full, earned(fay, 0.25)))).toEqual([
      'ann',
      'ben',
      'cleo',
      'fay',
      'dan',
    ]);
    expect(names(withEarned(full, earned(fay, 0.05)))).toEqual([
      'ann',
      'ben',
      'cleo',
      'dan',
      'fay',
    ]);
  });
});

describe('strengthAfterService', () => {
  test.each([
    ['nobody owns the customer', bond(), 0.2],
    ['he owns the customer himself', bond({ owner: ann }), 0.2],
    ['somebody else owns the customer', bond({ owner: ben }), 0.05],
    [
      'somebody else owns the customer and he is deputy',
      bond({ owner: ben, deputies: [ann] }),
      0.05,
    ],
    ['he earned something before', bond({ earned: [earned(ann, 0.5)] }), 0.6],
  ])('first item where %s', (_where, before, strength) => {
    expect(strengthAfterService(before, ann)).toBe(strength);
  });

  test('never goes beyond 1', () => {
    expect(strengthAfterService(bond({ earned: [earned(ann, 1)] }), ann)).toBe(1);
  });
});
