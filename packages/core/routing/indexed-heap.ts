/**
 * A binary heap of small integers that knows where each entry stands, so that any entry can be
 * moved or removed in O(log n). The entries of one space are in at most one of its heaps at a time.
 */
export type Heap = number[];

/** What the heaps of one kind share: their order, and where each entry stands in its heap. */
export interface HeapSpace {
  /** A total order: of two different entries exactly one comes before the other. */
  readonly comesBefore: (entry: number, other: number) => boolean;
  /** By entry; -1 where it stands in no heap. Grows on demand. */
  position: Int32Array;
}

export function createHeapSpace(comesBefore: HeapSpace['comesBefore']): HeapSpace {
  return { comesBefore, position: new Int32Array(64).fill(-1) };
}

/** Whether `entry` stands in a heap of this space. */
export function isInHeap(space: HeapSpace, entry: number): boolean {
  return entry < space.position.length && space.position[entry] !== -1;
}

export function pushToHeap(space: HeapSpace, heap: Heap, entry: number): void {
  if (entry >= space.position.length) growPositions(space, entry);
  heap.push(entry);
  siftUp(space, heap, heap.length - 1, entry);
}

/** Takes `entry` out. Its own key may already have changed; nobody else's may. */
export function removeFromHeap(space: HeapSpace, heap: Heap, entry: number): void {
  const index = at(space.position, entry);
  const last = heap.pop();
  space.position[entry] = -1;
  if (last === undefined || last === entry) return;
  siftUp(space, heap, index, last);
  siftDown(space, heap, at(space.position, last), last);
}

/** Puts `entry` where its changed key belongs. */
export function updateInHeap(space: HeapSpace, heap: Heap, entry: number): void {
  siftUp(space, heap, at(space.position, entry), entry);
  siftDown(space, heap, at(space.position, entry), entry);
}

/**
 * Returns the first entry, in the heap's order, that `accepts`, or undefined when none does.
 *
 * Cost: O(k log k) where k entries come before it and are not accepted.
 */
export function firstInHeap(
  space: HeapSpace,
  heap: Heap,
  accepts: (entry: number) => boolean,
): number | undefined {
  const first = heap[0];
  if (first === undefined || accepts(first)) return first;
  // Places in the heap whose parents were passed over, themselves a heap by what stands there.
  const frontier: number[] = [];
  addToFrontier({ space, heap, frontier }, 1);
  addToFrontier({ space, heap, frontier }, 2);
  while (frontier.length > 0) {
    const index = takeFirst({ space, heap, frontier });
    const entry = at(heap, index);
    if (accepts(entry)) return entry;
    addToFrontier({ space, heap, frontier }, 2 * index + 1);
    addToFrontier({ space, heap, frontier }, 2 * index + 2);
  }
  return undefined;
}

interface Search {
  readonly space: HeapSpace;
  readonly heap: Heap;
  readonly frontier: number[];
}

function addToFrontier({ space, heap, frontier }: Search, added: number): void {
  if (added >= heap.length) return;
  let place = frontier.length;
  while (place > 0) {
    const parentPlace = (place - 1) >> 1;
    const parent = at(frontier, parentPlace);
    if (!space.comesBefore(at(heap, added), at(heap, parent))) break;
    frontier[place] = parent;
    place = parentPlace;
  }
  frontier[place] = added;
}

/** Removes the place whose entry comes first. The frontier is not empty. */
function takeFirst({ space, heap, frontier }: Search): number {
  const first = at(frontier, 0);
  const last = frontier.pop();
  if (last === undefined || frontier.length === 0) return first;
  let place = 0;
  for (;;) {
    let childPlace = 2 * place + 1;
    if (childPlace >= frontier.length) break;
    const right = childPlace + 1;
    const isRightFirst =
      right < frontier.length &&
      space.comesBefore(at(heap, at(frontier, right)), at(heap, at(frontier, childPlace)));
    if (isRightFirst) childPlace = right;
    const child = at(frontier, childPlace);
    if (!space.comesBefore(at(heap, child), at(heap, last))) break;
    frontier[place] = child;
    place = childPlace;
  }
  frontier[place] = last;
  return first;
}

function siftUp(space: HeapSpace, heap: Heap, from: number, entry: number): void {
  let index = from;
  while (index > 0) {
    const parentIndex = (index - 1) >> 1;
    const parent = at(heap, parentIndex);
    if (!space.comesBefore(entry, parent)) break;
    heap[index] = parent;
    space.position[parent] = index;
    index = parentIndex;
  }
  heap[index] = entry;
  space.position[entry] = index;
}

function siftDown(space: HeapSpace, heap: Heap, from: number, entry: number): void {
  let index = from;
  for (;;) {
    let childIndex = 2 * index + 1;
    if (childIndex >= heap.length) break;
    const right = childIndex + 1;
    if (right < heap.length && space.comesBefore(at(heap, right), at(heap, childIndex))) {
      childIndex = right;
    }
    const child = at(heap, childIndex);
    if (!space.comesBefore(child, entry)) break;
    heap[index] = child;
    space.position[child] = index;
    index = childIndex;
  }
  heap[index] = entry;
  space.position[entry] = index;
}

function growPositions(space: HeapSpace, entry: number): void {
  const grown = new Int32Array(Math.max(entry + 1, space.position.length * 2)).fill(-1);
  grown.set(space.position);
  space.position = grown;
}

/** Reads a place that is known to be there. */
function at(numbers: Readonly<Record<number, number>>, index: number): number {
  return numbers[index] as number;
}
