import { expect, test } from 'vitest';
import { linesOf } from './lines-of.ts';

test('figures beside a floor stand in columns, with the aim and what came of it', () => {
  const lines = linesOf([
    {
      name: 'commands',
      unit: '/s',
      value: 61_234.5,
      floor: 98_765.4,
      ratio: 0.6199,
      aim: 'at least 0.6 ×',
      isMet: true,
    },
    { name: 'p99', unit: 'ms', value: 12.345, aim: 'under 10 ms', isMet: false },
  ]);
  expect(lines).toEqual([
    '            measured       floor    ratio   aim',
    'commands   61,235 /s   98,765 /s   0.62 ×   at least 0.6 ×: met',
    'p99          12.3 ms                        under 10 ms: missed',
  ]);
});

test('figures that are held against nothing have no columns for it', () => {
  expect(linesOf([{ name: 'events', unit: '', value: 10_000_000 }])).toEqual([
    'events   10,000,000',
  ]);
});
