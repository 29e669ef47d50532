/**
 * A binary heap of small integers that knows where each entry stands, so that any entry can be
 * moved or removed in O(log n). The entries of one space are in at most one of its heaps at a time.
 *
 * Two numbers a place: the first rank of what stands there, and the entry itself. So neighbours are
 * compared without looking anywhere else, unless their first ranks are equal.
 */
export type Heap = number[];

/** What the heaps of one kind share: by what they are ordered, and where each entry stands in its heap. */
export interface HeapSpace {
  /** Two numbers an entry; the lower goes first, by the first number and then by the second. */
  ranks: Float64Array;
  /** Of two different entries of equal rank exactly one comes before the other. */
  readonly breaksTie: (entry: number, other: number) => boolean;
  /** By entry: its place; -1 where it stands in no heap. Grows on demand, as the ranks do. */
  position: Int32Array;
}

export function createHeapSpace(breaksTie: HeapSpace['breaksTie']): HeapSpace {
  return { ranks: new Float64Array(128), breaksTie, position: new Int32Array(64).fill(-1) };
}

/** Says by what an entry is ordered. Where it stands in a heap already, `updateInHeap` must follow. */
export function setRank(space: HeapSpace, entry: number, first: number, second: number): void {
  if (entry >= space.position.length) grow(space, entry);
  space.ranks[2 * entry] = first;
  space.ranks[2 * entry + 1] = second;
}

/** The number by which an entry is ordered before all else. */
export function firstRankOf(space: HeapSpace, entry: number): number {
  return space.ranks[2 * entry] as number;
}

/** The entry that goes before all others; undefined in an empty heap. */
export function firstOf(heap: Heap): number | undefined {
  return heap.length === 0 ? undefined : heap[1];
}

/** All entries, in no order. */
export function entriesOf(heap: Heap): readonly number[] {
  return heap.filter((_, index) => index % 2 === 1);
}

/** How many entries have a lower first rank, counted up to `countMax`. Cost: O(those counted). */
export function countBelow(heap: Heap, firstRank: number, countMax: number): number {
  let count = 0;
  const places = [0];
  for (let place = places.pop(); place !== undefined && count < countMax; place = places.pop()) {
    const rank = heap[2 * place];
    if (rank === undefined || rank >= firstRank) continue;
    count += 1;
    places.push(2 * place + 1, 2 * place + 2);
  }
  return count;
}

/** Whether `entry` stands in a heap of this space. */
export function isInHeap(space: HeapSpace, entry: number): boolean {
  return entry < space.position.length && space.position[entry] !== -1;
}

/** Whether `entry` stands in this very heap. */
export function standsIn(space: HeapSpace, heap: Heap, entry: number): boolean {
  return isInHeap(space, entry) && heap[2 * (space.position[entry] as number) + 1] === entry;
}

/** Puts an entry that has its rank, and stands in no heap, into this one. */
export function pushToHeap(space: HeapSpace, heap: Heap, entry: number): void {
  const place = heap.length >> 1;
  heap.push(firstRankOf(space, entry), entry);
  siftUp(space, heap, place, entry);
}

/** Takes `entry` out. Its own rank may already have changed; nobody else's may. */
export function removeFromHeap(space: HeapSpace, heap: Heap, entry: number): void {
  const place = space.position[entry] as number;
  const last = heap.pop();
  heap.pop();
  space.position[entry] = -1;
  if (last === undefined || last === entry) return;
  if (siftUp(space, heap, place, last) === place) siftDown(space, heap, place, last);
}

/** Puts `entry` where its changed rank belongs. */
export function updateInHeap(space: HeapSpace, heap: Heap, entry: number): void {
  const place = space.position[entry] as number;
  if (siftUp(space, heap, place, entry) === place) siftDown(space, heap, place, entry);
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
  const first = firstOf(heap);
  if (first === undefined || accepts(first)) return first;
  // Places in the heap whose parents were passed over, themselves a heap by what stands there.
  const frontier: number[] = [];
  addToFrontier({ space, heap, frontier }, 1);
  addToFrontier({ space, heap, frontier }, 2);
  while (frontier.length > 0) {
    const index = takeFirst({ space, heap, frontier });
    const entry = entryAt(heap, index);
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
  if (2 * added >= heap.length) return;
  let place = frontier.length;
  while (place > 0) {
    const parentPlace = (place - 1) >> 1;
    const parent = at(frontier, parentPlace);
    if (!comesBefore(space, entryAt(heap, added), entryAt(heap, parent))) break;
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
      comesBefore(
        space,
        entryAt(heap, at(frontier, right)),
        entryAt(heap, at(frontier, childPlace)),
      );
    if (isRightFirst) childPlace = right;
    const child = at(frontier, childPlace);
    if (!comesBefore(space, entryAt(heap, child), entryAt(heap, last))) break;
    frontier[place] = child;
    place = childPlace;
  }
  frontier[place] = last;
  return first;
}

/** Returns where it came to stand. */
function siftUp(space: HeapSpace, heap: Heap, from: number, entry: number): number {
  const rank = firstRankOf(space, entry);
  let place = from;
  while (place > 0) {
    const parentPlace = (place - 1) >> 1;
    const parentRank = heap[2 * parentPlace] as number;
    const parent = entryAt(heap, parentPlace);
    if (rank > parentRank || (rank === parentRank && comesBefore(space, parent, entry))) break;
    heap[2 * place] = parentRank;
    heap[2 * place + 1] = parent;
    space.position[parent] = place;
    place = parentPlace;
  }
  put(space, heap, place, entry);
  return place;
}

function siftDown(space: HeapSpace, heap: Heap, from: number, entry: number): void {
  const rank = firstRankOf(space, entry);
  let place = from;
  for (;;) {
    const childPlace = earlierChild(space, heap, place);
    if (childPlace === -1) break;
    const childRank = heap[2 * childPlace] as number;
    const child = entryAt(heap, childPlace);
    if (rank < childRank || (rank === childRank && comesBefore(space, entry, child))) break;
    heap[2 * place] = childRank;
    heap[2 * place + 1] = child;
    space.position[child] = place;
    place = childPlace;
  }
  put(space, heap, place, entry);
}

/** The place of the one that goes first of those below a place; -1 where none is below it. */
function earlierChild(space: HeapSpace, heap: Heap, place: number): number {
  const left = 2 * place + 1;
  const right = left + 1;
  if (2 * right >= heap.length) return 2 * left < heap.length ? left : -1;
  const leftRank = heap[2 * left] as number;
  const rightRank = heap[2 * right] as number;
  if (leftRank !== rightRank) return leftRank < rightRank ? left : right;
  return comesBefore(space, entryAt(heap, left), entryAt(heap, right)) ? left : right;
}

function put(space: HeapSpace, heap: Heap, place: number, entry: number): void {
  heap[2 * place] = firstRankOf(space, entry);
  heap[2 * place + 1] = entry;
  space.position[entry] = place;
}

/** Whether `entry` goes before `other`. */
function comesBefore(space: HeapSpace, entry: number, other: number): boolean {
  const { ranks } = space;
  const first = ranks[2 * entry] as number;
  const otherFirst = ranks[2 * other] as number;
  if (first !== otherFirst) return first < otherFirst;
  const second = ranks[2 * entry + 1] as number;
  const otherSecond = ranks[2 * other + 1] as number;
  return second === otherSecond ? space.breaksTie(entry, other) : second < otherSecond;
}

function entryAt(heap: Heap, place: number): number {
  return heap[2 * place + 1] as number;
}

function grow(space: HeapSpace, entry: number): void {
  const { ranks, position } = space;
  const length = Math.max(entry + 1, position.length * 2);
  space.position = new Int32Array(length).fill(-1);
  space.position.set(position);
  space.ranks = new Float64Array(2 * length);
  space.ranks.set(ranks);
}

/** Reads a place that is known to be there. */
function at(numbers: readonly number[], index: number): number {
  return numbers[index] as number;
}
