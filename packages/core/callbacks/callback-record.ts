import type { Instant } from '../time.ts';

// Source of these numbers: docs/decisions/0028-promised-callbacks.md

/** How long a callback that is due is kept for whoever promised it. */
export const CALLBACK_GRACE_MS = 300_000;
/** After how long he tries again where nobody answered, and how often he calls in all. */
export const CALLBACK_RETRY_MS = 900_000;
export const CALLBACK_ATTEMPTS = 3;
/** How far ahead one can be promised; and where nothing is planned of his days, by whoever is here. */
export const CALLBACK_AHEAD_MS = 14 * 86_400_000;
export const CALLBACK_UNPLANNED_MS = 14_400_000;

/** What was promised to the customer of an item. Never changed, only replaced. */
export interface CallbackRecord {
  /** When he is called, or was to be. */
  readonly dueAt: Instant;
  /** From when on whoever calls is offered no other live work. */
  readonly keptFreeFromAt: Instant;
  /** How often nobody has answered. */
  readonly attemptCount: number;
}
