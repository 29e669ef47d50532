import type { Instant } from '@rapport/core';

/** Things to do at their times, the earliest first; of the same time, in the order of planning. */
export interface Agenda {
  readonly plan: (at: Instant, act: (at: Instant) => void) => void;
  /** Does what is planned up to and including `until`, also what is planned on the way. */
  readonly run: (until: Instant, before: (at: Instant) => void) => void;
}

interface Entry {
  readonly at: Instant;
  readonly order: number;
  readonly act: (at: Instant) => void;
}

/** An empty agenda: a binary heap, because months of a centre hold a hundred thousand things. */
export function createAgenda(): Agenda {
  const heap: Entry[] = [];
  let order = 0;
  const isBefore = (a: Entry, b: Entry): boolean =>
    a.at === b.at ? a.order < b.order : a.at < b.at;
  const entryAt = (index: number): Entry => heap[index] as Entry;
  const swap = (a: number, b: number): void => {
    [heap[a], heap[b]] = [entryAt(b), entryAt(a)];
  };

  const push = (entry: Entry): void => {
    let index = heap.push(entry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!isBefore(entryAt(index), entryAt(parent))) return;
      swap(index, parent);
      index = parent;
    }
  };

  const pop = (): void => {
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    heap[0] = last;
    for (let index = 0; ;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < heap.length && isBefore(entryAt(child), entryAt(least))) least = child;
      }
      if (least === index) return;
      swap(index, least);
      index = least;
    }
  };

  return {
    plan: (at, act) => push({ at, order: order++, act }),
    run: (until, before) => {
      for (let [first] = heap; first !== undefined && first.at <= until; [first] = heap) {
        pop();
        before(first.at);
        first.act(first.at);
      }
    },
  };
}
