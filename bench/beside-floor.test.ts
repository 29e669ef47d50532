import { expect, test } from 'vitest';
import { besideFloor } from './beside-floor.ts';

const what = { name: 'commands', unit: '/s' };

test('the ratio is taken in each round, because the disk is another one in the next', () => {
  const rounds = [
    { ours: 50, floor: 100 },
    { ours: 700, floor: 1_000 },
    { ours: 9, floor: 10 },
  ];
  // The medians alone would give 50 to 100.
  expect(besideFloor(what, rounds)).toEqual({ ...what, value: 50, floor: 100, ratio: 0.7 });
});

test('where more is better, the aim is met from the ratio on', () => {
  const rounds = [{ ours: 6, floor: 10 }];
  expect(besideFloor(what, rounds, { atLeast: 0.6 }).isMet).toBe(true);
  expect(besideFloor(what, rounds, { atLeast: 0.61 }).isMet).toBe(false);
});

test('where less is better, the aim is met up to the ratio', () => {
  const rounds = [{ ours: 25, floor: 10 }];
  expect(besideFloor(what, rounds, { atMost: 2.5 }).isMet).toBe(true);
  expect(besideFloor(what, rounds, { atMost: 2.4 }).isMet).toBe(false);
});
