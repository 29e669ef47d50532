import { expect, test } from 'vitest';
import { runChattingCentre } from '../testing/chatting-centre.ts';

const SEEDS = Array.from({ length: 20 }, (_, index) => index + 1);

test('in a centre of silent customers the rule holds, and each of its cases comes up', () => {
  const events = SEEDS.flatMap((seed) => runChattingCentre(seed, 250));
  const count = (isCounted: (event: (typeof events)[number]) => boolean): number =>
    events.filter(isCounted).length;
  expect(count(({ type }) => type === 'customer-fell-silent')).toBeGreaterThan(100);
  expect(count((event) => 'reason' in event && event.reason === 'agent-full')).toBeGreaterThan(10);
  expect(count(({ type }) => type === 'work-released')).toBeGreaterThan(5);
});
