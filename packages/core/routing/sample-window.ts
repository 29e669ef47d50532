/** How many durations are remembered: as many as a busy team has in a day or two. */
const WINDOW_SIZE = 512;
/** Durations are told apart by quarters of an octave; shorter ones than a second by this. */
const STEP_MS = 250;
const BUCKET_COUNT = 128;
/** What a byte of the window says beside its bucket. */
const MARK = 0x80;

/**
 * The last `WINDOW_SIZE` durations of one kind, as a histogram that forgets: whole numbers alone, so
 * that the same history gives the same estimates on every machine.
 */
export interface SampleWindow {
  /** A bucket a sample, with `MARK` on those that are marked; the oldest is overwritten first. */
  readonly samples: Uint8Array;
  /** Where the next one goes. */
  next: number;
  size: number;
  readonly counts: Uint16Array;
  markedCount: number;
  /** Sum of the middles of all samples' buckets. */
  sumMs: number;
}

/** An empty window, or one with these samples, oldest first, as `samplesIn` gives them. */
export function createWindow(samples: readonly number[] = []): SampleWindow {
  const window: SampleWindow = {
    samples: new Uint8Array(WINDOW_SIZE),
    next: 0,
    size: 0,
    counts: new Uint16Array(BUCKET_COUNT),
    markedCount: 0,
    sumMs: 0,
  };
  for (const sample of samples) put(window, sample);
  return window;
}

/** Remembers a duration, and forgets the oldest of a full window. Cost: O(1). */
export function addSample(window: SampleWindow, ms: number, isMarked = false): void {
  put(window, isMarked ? bucketOf(ms) | MARK : bucketOf(ms));
}

/** The samples, oldest first. */
export function samplesIn({ samples, size, next }: SampleWindow): readonly number[] {
  return Array.from({ length: size }, (_, index) => {
    return samples[(next - size + index + WINDOW_SIZE) % WINDOW_SIZE] as number;
  });
}

/** The share of samples that lasted at most that long; those of one bucket lie evenly in it. 0 of none. */
export function shareWithin({ counts, size }: SampleWindow, ms: number): number {
  if (size === 0 || ms <= 0) return 0;
  const bucket = bucketOf(ms);
  let below = 0;
  for (let index = 0; index < bucket; index += 1) below += counts[index] as number;
  const within = ((ms - startOf(bucket)) / widthOf(bucket)) * (counts[bucket] as number);
  return Math.min(1, (below + within) / size);
}

/** The end of the bucket up to which a share of the samples lies; 0 of none. */
export function quantileMs({ counts, size }: SampleWindow, shareRatio: number): number {
  let left = Math.ceil(size * shareRatio);
  if (left === 0) return 0;
  let bucket = 0;
  while (bucket < BUCKET_COUNT - 1 && (left -= counts[bucket] as number) > 0) bucket += 1;
  return startOf(bucket) + widthOf(bucket);
}

/** The mean of the samples; 0 of none. */
export function meanMs({ sumMs, size }: SampleWindow): number {
  return size === 0 ? 0 : sumMs / size;
}

function put(window: SampleWindow, sample: number): void {
  const { samples, next } = window;
  if (window.size === WINDOW_SIZE) count(window, samples[next] as number, -1);
  samples[next] = sample;
  count(window, sample, 1);
  window.next = (next + 1) % WINDOW_SIZE;
}

function count(window: SampleWindow, sample: number, step: 1 | -1): void {
  const bucket = sample & ~MARK;
  window.size += step;
  window.counts[bucket] = (window.counts[bucket] as number) + step;
  window.sumMs += step * (startOf(bucket) + widthOf(bucket) / 2);
  if (sample !== bucket) window.markedCount += step;
}

/** Four buckets an octave. A duration beyond all of them, which is 17 years, counts as the last. */
function bucketOf(ms: number): number {
  const steps = Math.min(Math.max(0, Math.floor(ms / STEP_MS)), 2 ** 31 - 1);
  if (steps < 4) return steps;
  const octave = 31 - Math.clz32(steps);
  return 4 * (octave - 1) + ((steps >> (octave - 2)) & 3);
}

function startOf(bucket: number): number {
  if (bucket < 4) return bucket * STEP_MS;
  return (4 + (bucket & 3)) * 2 ** ((bucket >> 2) - 1) * STEP_MS;
}

function widthOf(bucket: number): number {
  return bucket < 4 ? STEP_MS : 2 ** ((bucket >> 2) - 1) * STEP_MS;
}
