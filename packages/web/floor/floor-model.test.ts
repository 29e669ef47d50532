import { describe, expect, test } from 'vitest';
import {
  type FloorItem,
  createPeople,
  isFree,
  isKept,
  kindsOf,
  lacks,
  type Presence,
  type Profile,
  reservedCountOf,
  risksOf,
} from './floor-model.ts';

const item = (workId: string, fields: Partial<FloorItem> = {}): FloorItem => ({
  workId,
  channel: 'chat',
  promiseId: 'chats',
  priority: 0,
  receivedAt: 0,
  status: 'waiting',
  statusSince: 0,
  waitingSince: 0,
  dueAt: 100,
  targetMs: 100,
  requirements: [],
  ...fields,
});
const presence = (agentId: string, state: Presence['state'] = 'ready'): Presence => ({
  agentId,
  state,
  stateSince: 0,
  isBusy: false,
});
const profile = (agentId: string): Profile => ({
  agentId,
  name: agentId,
  teamId: undefined,
  skills: [],
  capacity: { units: 12, weights: { chat: 4 } },
});
const people = (agents: Presence[], items: FloorItem[] = []) =>
  createPeople()({ agents, items }, profilesOf(agents), 0).all;
const profilesOf = (agents: Presence[]) =>
  new Map(agents.map(({ agentId }) => [agentId, profile(agentId)]));
const whys = (items: FloorItem[], agents: Presence[], now: number) =>
  risksOf(
    { items, kindFor: () => undefined },
    new Map(people(agents, items).map((person) => [person.presence.agentId, person])),
    now,
  ).map((risk) => `${risk.item.workId}: ${risk.why}`);

test('the most loaded come first, and who is off work last', () => {
  const carried = item('a', { status: 'active', agentId: 'ben' });
  const all = people([presence('ann'), presence('cleo', 'signed-out'), presence('ben')], [carried]);
  expect(all.map(({ name, usedUnits }) => `${name} ${usedUnits}`)).toEqual([
    'ben 4',
    'ann 0',
    'cleo 0',
  ]);
});

test('what is offered, put off, or of silent customers takes no room, as at the desk', () => {
  const carried = [
    item('a', { status: 'active', agentId: 'ann' }),
    item('b', { status: 'active', agentId: 'ann', silentSince: 1 }),
    item('c', { status: 'deferred', agentId: 'ann' }),
    item('d', { status: 'offered', agentId: 'ann' }),
  ];
  const [ann] = people([presence('ann')], carried);
  expect([ann?.usedUnits, ann?.isOffered]).toEqual([4, true]);
});

describe('while the floor changes', () => {
  const agents = [presence('ann'), presence('ben')];
  const profiles = profilesOf(agents);
  const carried = item('a', { status: 'active', agentId: 'ben' });

  test('everybody keeps his place for ten seconds', () => {
    const peopleOf = createPeople();
    const namesAt = (at: number, items: FloorItem[]) =>
      peopleOf({ agents, items }, profiles, at).all.map(({ name }) => name);
    expect(namesAt(0, [])).toEqual(['ann', 'ben']);
    expect(namesAt(9_999, [carried])).toEqual(['ann', 'ben']);
    expect(namesAt(10_000, [carried])).toEqual(['ben', 'ann']);
  });

  test('somebody who comes has his place at once', () => {
    const peopleOf = createPeople();
    peopleOf({ agents: agents.slice(0, 1), items: [] }, profiles, 0);
    const { all } = peopleOf({ agents, items: [carried] }, profiles, 1);
    expect(all.map(({ name }) => name)).toEqual(['ben', 'ann']);
  });

  test('who has not changed is the same, and so is the whole where nobody has', () => {
    const peopleOf = createPeople();
    const before = peopleOf({ agents, items: [] }, profiles, 0);
    expect(peopleOf({ agents: [...agents], items: [] }, profiles, 1)).toBe(before);
    const after = peopleOf({ agents, items: [carried] }, profiles, 2);
    expect(after.all[0]).toBe(before.all[0]);
    expect(after.all[1]).not.toBe(before.all[1]);
    expect(after.byId.get('ben')?.items).toEqual([carried]);
  });
});

test('who is being offered something, is away or does not serve the channel is not free', () => {
  const offered = item('a', { status: 'offered', agentId: 'ben' });
  const all = people([presence('ann'), presence('ben'), presence('cleo', 'not-ready')], [offered]);
  expect(all.filter((each) => isFree(each, 'chat')).map(({ name }) => name)).toEqual(['ann']);
  expect(all.some((each) => isFree(each, 'phone'))).toBe(false);
});

test('at risk is what is late, and what is due soon, and why', () => {
  const items = [
    item('soon', { dueAt: 110 }),
    item('late', { dueAt: 99 }),
    item('fine', { dueAt: 900 }),
  ];
  expect(whys(items, [presence('ann')], 100)).toEqual(['late: late', 'soon: soon']);
});

test('who could take an item is known by what it asks for, in whatever order, while it waits', () => {
  const asked = [
    { skill: 'italian', minLevel: 2 },
    { skill: 'billing', minLevel: 1 },
  ];
  const kind = {
    ...{ channel: 'chat' as const, requirements: asked.toReversed() },
    ...{ ableCount: 1, readyCount: 0, freeCount: 0 },
  };
  const kindFor = kindsOf({ kinds: [kind] });
  expect(kindFor(item('a', { requirements: asked }))).toBe(kind);
  expect(kindFor(item('a', { requirements: asked, status: 'offered' }))).toBeUndefined();
  expect(kindFor(item('a'))).toBeUndefined();
});

test('somebody lacks a skill, or the level of it', () => {
  const ann = { ...profile('ann'), skills: [{ skill: 'billing', level: 1 }] };
  const [person] = createPeople()(
    { agents: [presence('ann')], items: [] },
    new Map([['ann', ann]]),
    0,
  ).all;
  if (person === undefined) throw new Error('nobody');
  const lacking = (skill: string, minLevel: number) =>
    lacks(person, item('a', { requirements: [{ skill, minLevel }] }));
  expect(lacking('billing', 1)).toEqual([]);
  expect(lacking('billing', 2)).toEqual(['billing']);
  expect(lacking('italian', 1)).toEqual(['italian']);
});

test('at risk is what is kept for somebody who is away, and, last, who waits longest', () => {
  const items = [
    item('kept', { dueAt: 900, preferredId: 'ann', waitingSince: 5 }),
    item('first', { dueAt: 950, waitingSince: 1 }),
    item('served', { status: 'active', dueAt: 1 }),
  ];
  expect(whys(items, [presence('ann', 'not-ready')], 100)).toEqual([
    'kept: named-away',
    'first: longest',
  ]);
});

test('whoever waits longest is marked, also where he is at risk for another reason', () => {
  const items = [
    item('late', { dueAt: 50, waitingSince: 1 }),
    item('later', { dueAt: 40, waitingSince: 2 }),
  ];
  const risks = risksOf({ items, kindFor: () => undefined }, new Map(), 100);
  expect(risks.map(({ item: { workId }, isLongest }) => [workId, isLongest])).toEqual([
    ['later', false],
    ['late', true],
  ]);
});

test('kept is what somebody named for an agent, and what the rule keeps for one', () => {
  const reservation = { agentIds: ['ted'], untilAt: 60 };
  const items = [
    item('free'),
    item('named', { preferredId: 'ted' }),
    item('kept', { reservation }),
  ];
  expect(items.map(isKept)).toEqual([false, true, true]);
  expect(reservedCountOf(items)).toBe(1);
});
