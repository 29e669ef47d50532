import type { Instant } from '@rapport/core';

/** Things to be done, each at its time. */
export interface ActionQueue<Action> {
  /** Of actions due at the same time the lower `rank` comes first, then the one added first. */
  readonly add: (at: Instant, rank: number, action: Action) => void;
  /** When the next action is due; undefined if there is none. */
  readonly nextAt: () => Instant | undefined;
  /** Takes the next action out. */
  readonly take: () => Action | undefined;
}

interface Entry<Action> {
  readonly at: Instant;
  readonly rank: number;
  readonly order: number;
  readonly action: Action;
}

/**
 * Returns an empty queue, whose order depends on nothing but what was added and when.
 *
 * Cost: O(log n) to add and to take; a binary heap.
 */
export function createActionQueue<Action>(): ActionQueue<Action> {
  const heap: Entry<Action>[] = [];
  let order = 0;

  return {
    add: (at, rank, action) => {
      order += 1;
      siftUp(heap, { at, rank, order, action });
    },
    nextAt: () => heap[0]?.at,
    take: () => {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined) return undefined;
      if (heap.length > 0) siftDown(heap, last);
      return first.action;
    },
  };
}

function isBefore<Action>(a: Entry<Action>, b: Entry<Action>): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.rank !== b.rank) return a.rank < b.rank;
  return a.order < b.order;
}

/** Puts `entry` in, from a free place at the end upwards. */
function siftUp<Action>(heap: Entry<Action>[], entry: Entry<Action>): void {
  let place = heap.length;
  while (place > 0) {
    const parentPlace = (place - 1) >>> 1;
    const parent = heap[parentPlace];
    if (parent === undefined || !isBefore(entry, parent)) break;
    heap[place] = parent;
    place = parentPlace;
  }
  heap[place] = entry;
}

/** Puts `entry` in, from the top, which is free, downwards. */
function siftDown<Action>(heap: Entry<Action>[], entry: Entry<Action>): void {
  let place = 0;
  for (;;) {
    const left = heap[2 * place + 1];
    const right = heap[2 * place + 2];
    if (left === undefined) break;
    const isRight = right !== undefined && isBefore(right, left);
    const child = isRight ? right : left;
    if (!isBefore(child, entry)) break;
    heap[place] = child;
    place = 2 * place + (isRight ? 2 : 1);
  }
  heap[place] = entry;
}
