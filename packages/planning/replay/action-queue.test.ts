import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createActionQueue } from './action-queue.ts';

test('gives back by time, then by rank, then in the order of adding', () => {
  const entry = fc.record({ at: fc.nat(5), rank: fc.nat(2) });
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const queue = createActionQueue<number>();
      entries.forEach(({ at, rank }, index) => queue.add(at, rank, index));
      const taken = entries.map(() => queue.take());
      const expected = entries
        .map(({ at, rank }, index) => ({ at, rank, index }))
        .sort((a, b) => a.at - b.at || a.rank - b.rank || a.index - b.index);
      expect(taken).toEqual(expected.map(({ index }) => index));
      expect(queue.take()).toBeUndefined();
      expect(queue.nextAt()).toBeUndefined();
    }),
  );
});

test('takes additions while it is being emptied', () => {
  const queue = createActionQueue<string>();
  queue.add(10, 0, 'end');
  queue.add(1, 0, 'begin');
  expect([queue.nextAt(), queue.take()]).toEqual([1, 'begin']);
  queue.add(5, 0, 'middle');
  expect([queue.take(), queue.take(), queue.take()]).toEqual(['middle', 'end', undefined]);
});
