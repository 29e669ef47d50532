import type { CallbackChoice } from '@rapport/protocol';
import { expect, test } from 'vitest';
import { offeredNow } from './offered-now.ts';

const ted: CallbackChoice = { agentId: 'ted', piiName: 'Ted Brandt', moments: [100, 200] };
const ann: CallbackChoice = { agentId: 'ann', piiName: 'Ann Weber', moments: [150] };

test('what is chosen is kept as the moments move on, and stays among those that are shown', () => {
  const chosen = { agentId: 'ted', at: 250 };
  expect(offeredNow([ann, ted], chosen)).toEqual({
    caller: ted,
    moments: [100, 200, 250],
    kept: 250,
  });
  expect(offeredNow([ted], { agentId: 'ted', at: 200 })).toMatchObject({
    moments: [100, 200],
    kept: 200,
  });
});

test('a moment before the first at which somebody is free by now is chosen no more, and none in its place', () => {
  const { moments, kept } = offeredNow([ted], { agentId: 'ted', at: 50 });
  expect([moments, kept]).toEqual([[100, 200], undefined]);
});

test('of whoever can call no more no moment is kept, though another can call then', () => {
  const { caller, kept } = offeredNow([ann], { agentId: 'ted', at: 150 });
  expect([caller, kept]).toEqual([ann, undefined]);
});

test('with nobody who could call nothing is shown or chosen', () => {
  expect(offeredNow([], { agentId: 'ted', at: 100 })).toEqual({
    caller: undefined,
    moments: [],
    kept: undefined,
  });
});
