import { describe, expect, test } from 'vitest';
import { createAgent } from '../agents/create-agent.ts';
import { createDesk, present } from '../desk.ts';
import type { AgentRecord, Bond, Known, WorkRecord } from '../desk-records.ts';
import { evolve } from '../evolve.ts';
import { asId } from '../id.ts';
import { withDeclared, withEarned as earnOn } from './bond-of.ts';
import { type KnownAgent, listKnown } from './known.ts';
import { knownAgents as knownOf, strengthAfterService as strengthOf } from './known-agents.ts';

const desk = createDesk();
const [ann, ben, cleo, dan, eve, fay, gus] = ['ann', 'ben', 'cleo', 'dan', 'eve', 'fay', 'gus'].map(
  (name) => createAgent(desk, { id: asId(name), skills: [], capacity: { units: 1, weights: {} } }),
) as [AgentRecord, AgentRecord, AgentRecord, AgentRecord, AgentRecord, AgentRecord, AgentRecord];

const promiseId = asId<'promise'>('soon');
evolve(desk, { type: 'promise-defined', v: 1, promiseId, targetMs: 1_000, shareRatio: 0.8 }, 0);

/** An item of somebody who has this bond. */
function itemOf(known: Bond | undefined, preferred?: AgentRecord): WorkRecord {
  const workId = asId<'work'>(`item-${desk.nextOrder}`);
  const customerId = asId<'customer'>(`customer-${desk.nextOrder}`);
  const terms = { channel: 'phone', requirements: [], promiseId } as const;
  evolve(desk, { type: 'work-received', v: 1, workId, customerId, ...terms }, 0);
  const work = present(desk.work.get(workId));
  if (work.customer !== undefined) work.customer.bond = known;
  work.preferred = preferred;
  return work;
}

const knownAgents = (known?: Bond, preferred?: AgentRecord): Known =>
  knownOf(desk, itemOf(known, preferred));
const strengthAfterService = (known: Bond, agent: AgentRecord): number =>
  strengthOf(desk, itemOf(known), { agent, at: 0 });
const withEarned = (known: Bond, { agent, strength }: KnownAgent): Bond =>
  earnOn(desk, known, { agent, strength, at: 0 });

interface BondFields {
  readonly owner: AgentRecord;
  readonly deputies: readonly AgentRecord[];
  readonly earned: readonly KnownAgent[];
}

const bond = ({ owner, deputies = [], earned: earners = [] }: Partial<BondFields> = {}): Bond =>
  earners.reduce<Bond>(withEarned, withDeclared(undefined, { owner, deputies }));
const earned = (agent: AgentRecord, strength: number): KnownAgent => ({
  agent,
  standing: 'earned',
  strength,
});
const inWords = (known: Bond): readonly string[] =>
  listKnown(desk, known).map(
    ({ agent, standing, strength }) => `${agent.id}: ${standing}, ${strength}`,
  );

describe('knownAgents', () => {
  test('the owner, then the deputies in their order, then whoever earned it', () => {
    const whole = bond({ owner: ann, deputies: [cleo, ben], earned: [earned(dan, 0.9)] });
    expect(inWords(knownAgents(whole))).toEqual([
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
    expect(inWords(knownAgents(twice))).toEqual(['ann: owner, 1', 'ben: deputy, 0.8']);
  });

  test('at most five, and the one whom a transfer named', () => {
    const large = bond({
      owner: ann,
      deputies: [ben, cleo],
      earned: [earned(dan, 0.5), earned(eve, 0.4), earned(fay, 0.3)],
    });
    const names = (preferred?: AgentRecord): readonly string[] =>
      listKnown(desk, knownAgents(large, preferred)).map(({ agent }) => agent.id);
    expect(names()).toEqual(['ann', 'ben', 'cleo', 'dan', 'eve']);
    expect(names(gus)).toEqual(['gus', 'ann', 'ben', 'cleo', 'dan', 'eve']);
  });

  test('nobody, where nothing is known', () => {
    expect(knownAgents()).toEqual([]);
    expect(knownAgents(bond(), undefined)).toEqual([]);
  });
});

describe('withEarned', () => {
  const four = [earned(ann, 0.5), earned(ben, 0.4), earned(cleo, 0.3), earned(dan, 0.2)];
  const five = bond({ earned: four });
  const names = (all: Bond): readonly string[] => listKnown(desk, all).map(({ agent }) => agent.id);

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

  test('behind whoever is declared, even where he has earned it too', () => {
    const whole = bond({ owner: ann, deputies: [ben], earned: [earned(cleo, 0.4)] });
    expect(inWords(withEarned(whole, earned(ann, 0.6)))).toEqual([
      'ann: owner, 1',
      'ben: deputy, 0.8',
      'ann: earned, 0.6',
      'cleo: earned, 0.4',
    ]);
  });

  test('one that grows moves up and stands once', () => {
    expect(names(withEarned(five, earned(dan, 0.45)))).toEqual(['ann', 'dan', 'ben', 'cleo']);
  });

  test('the sixth takes the place of the weakest, even where he is weaker still', () => {
    const full = bond({ earned: [...four, earned(eve, 0.1)] });
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

describe('withDeclared', () => {
  const names = (all: Bond): readonly string[] =>
    listKnown(desk, all).map(({ agent, standing }) => `${agent.id}: ${standing}`);

  test('takes the place of what was declared, before what was earned', () => {
    const before = bond({ owner: ann, deputies: [ben], earned: [earned(cleo, 0.4)] });
    expect(names(withDeclared(before, { owner: dan, deputies: [eve, ann] }))).toEqual([
      'dan: owner',
      'eve: deputy',
      'ann: deputy',
      'cleo: earned',
    ]);
    expect(names(withDeclared(before, { owner: undefined, deputies: [] }))).toEqual([
      'cleo: earned',
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
