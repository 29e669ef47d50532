const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * What passes between one try and the next, the first being made at once; after the last comes the
 * dead letter. Source: Standard Webhooks, "Deliverability and reliability".
 */
export const RETRY_DELAYS_MS: readonly number[] = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** Past this nobody is told any more of what was due: longer than the longest delay may become. */
export const EXPIRY_MS = 4 * DAY;

/** Waits grow by up to this share, so that what failed together is not tried again together. */
const JITTER_RATIO = 0.1;

/** Who asks for more patience than this asks us to give up. */
export const RETRY_AFTER_MS_MAX = DAY;

/**
 * When a delivery that has failed `attemptCount` times is tried again; undefined when it is dead. A
 * receiver who says when to come back is not asked before.
 */
export function nextAttemptAt(
  { attemptCount, now, retryAfterMs = 0, chance }: FailedAttempt,
  delaysMs: readonly number[] = RETRY_DELAYS_MS,
): number | undefined {
  const delayMs = delaysMs[attemptCount - 1];
  if (delayMs === undefined) return undefined;
  const jittered = Math.round(delayMs * (1 + chance * JITTER_RATIO));
  return now + Math.max(jittered, Math.min(retryAfterMs, RETRY_AFTER_MS_MAX));
}

interface FailedAttempt {
  /** This one included. */
  readonly attemptCount: number;
  readonly now: number;
  readonly retryAfterMs?: number | undefined;
  /** From 0 to 1. */
  readonly chance: number;
}

/** What a `Retry-After` asks for, in seconds or as a date; undefined when it says neither. */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,9}$/.test(header)) return Number(header) * SECOND;
  // Without its end the parser takes almost anything for a date.
  const at = header.endsWith(' GMT') ? Date.parse(header) : NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
