import { expect, test } from 'vitest';
import {
  type FloorItem,
  isFree,
  peopleOf,
  type Presence,
  type Profile,
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
  capacity: { units: 12, weights: { chat: 4 } },
});
const people = (agents: Presence[], items: FloorItem[] = []) =>
  peopleOf({ agents, items }, new Map(agents.map(({ agentId }) => [agentId, profile(agentId)])));
const whys = (items: FloorItem[], agents: Presence[], now: number) =>
  risksOf(items, people(agents, items), now).map((risk) => `${risk.item.workId}: ${risk.why}`);

test('the most loaded come first, and who is off work last', () => {
  const carried = item('a', { status: 'active', agentId: 'ben' });
  const all = people([presence('ann'), presence('cleo', 'signed-out'), presence('ben')], [carried]);
  expect(all.map(({ name, usedUnits }) => `${name} ${usedUnits}`)).toEqual([
    'ben 4',
    'ann 0',
    'cleo 0',
  ]);
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
  expect(whys(items, [presence('ann', 'not-ready')], 100)).toEqual(['late: late', 'soon: nobody']);
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
