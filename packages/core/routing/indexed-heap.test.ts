import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  countBelow,
  createHeapSpace,
  firstInHeap,
  firstOf,
  type Heap,
  type HeapSpace,
  isInHeap,
  pushToHeap,
  removeFromHeap,
  setRank,
  updateInHeap,
} from './indexed-heap.ts';

/** Entries 0 to 199 in two heaps of one space, ordered by two numbers and then by themselves. */
interface Bench {
  readonly ranks: Map<number, readonly [number, number]>;
  readonly space: HeapSpace;
  readonly heaps: readonly [Heap, Heap];
  /** Which heap each entry stands in, as a plain map. */
  readonly model: Map<number, number>;
}

function bench(): Bench {
  const space = createHeapSpace((a, b) => a < b);
  return { ranks: new Map(), space, heaps: [[], []], model: new Map() };
}

const step = fc.record({
  entry: fc.nat(199),
  first: fc.nat(10),
  second: fc.nat(3),
  heap: fc.nat(1),
  isRemoval: fc.boolean(),
});

/** Pushes an entry that stands nowhere; else removes it, or gives it another rank. */
function take(
  { ranks, space, heaps, model }: Bench,
  {
    entry,
    first,
    second,
    heap: drawn,
    isRemoval,
  }: { entry: number; first: number; second: number; heap: number; isRemoval: boolean },
): void {
  const place = model.get(entry);
  ranks.set(entry, [first, second]);
  setRank(space, entry, first, second);
  const heap = heaps[(place ?? drawn) as 0 | 1];
  if (place === undefined) {
    pushToHeap(space, heap, entry);
    model.set(entry, drawn);
  } else if (isRemoval) {
    removeFromHeap(space, heap, entry);
    model.delete(entry);
  } else updateInHeap(space, heap, entry);
}

function sorted({ ranks, model }: Bench, place: number): readonly number[] {
  const entries = [...model.keys()].filter((entry) => model.get(entry) === place);
  const rankOf = (entry: number): readonly [number, number] => ranks.get(entry) ?? [0, 0];
  return entries.sort((a, b) => {
    const [first, second] = rankOf(a);
    const [otherFirst, otherSecond] = rankOf(b);
    return first - otherFirst || second - otherSecond || a - b;
  });
}

describe('an indexed heap', () => {
  test('has the first of a sorted array on top after any pushes, updates and removals', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const state = bench();
        for (const each of steps) {
          take(state, each);
          for (const place of [0, 1] as const) {
            expect(firstOf(state.heaps[place])).toBe(sorted(state, place)[0]);
          }
        }
        for (let entry = 0; entry < 250; entry += 1) {
          expect(isInHeap(state.space, entry)).toBe(state.model.has(entry));
        }
      }),
      { numRuns: 30 },
    );
  });

  test('gives its entries back in order', () => {
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const state = bench();
        for (const each of steps) take(state, each);
        const [heap] = state.heaps;
        const expected = sorted(state, 0);
        const given: number[] = [];
        for (let first = firstOf(heap); first !== undefined; first = firstOf(heap)) {
          given.push(first);
          removeFromHeap(state.space, heap, first);
        }
        expect(given).toEqual(expected);
      }),
    );
  });

  test('finds the first entry that is accepted, as a search in a sorted array does', () => {
    fc.assert(
      fc.property(fc.array(step), fc.integer({ min: 1, max: 7 }), (steps, divisor) => {
        const state = bench();
        for (const each of steps) take(state, each);
        const accepts = (entry: number): boolean => entry % divisor === divisor - 1;
        expect(firstInHeap(state.space, state.heaps[0], accepts)).toBe(
          sorted(state, 0).find(accepts),
        );
      }),
    );
  });

  test('counts what ranks lower, up to a limit', () => {
    fc.assert(
      fc.property(fc.array(step), fc.nat(11), fc.nat(40), (steps, rank, limit) => {
        const state = bench();
        for (const each of steps) take(state, each);
        const lower = sorted(state, 0).filter((entry) => (state.ranks.get(entry)?.[0] ?? 0) < rank);
        expect(countBelow(state.heaps[0], rank, limit)).toBe(Math.min(lower.length, limit));
      }),
    );
  });

  test('that is empty has no first entry', () => {
    expect(firstInHeap(bench().space, [], () => true)).toBeUndefined();
  });

  test('takes entries of any size', () => {
    const space = createHeapSpace((a, b) => a < b);
    const heap: Heap = [];
    for (const entry of [100_000, 5, 70_000]) {
      setRank(space, entry, 0, 0);
      pushToHeap(space, heap, entry);
    }
    expect(firstOf(heap)).toBe(5);
    expect(isInHeap(space, 100_000)).toBe(true);
    expect(isInHeap(space, 200_000)).toBe(false);
  });
});
