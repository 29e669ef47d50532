import type { DeskEvent } from '../messages.ts';
import { EVENT_TYPES } from './event-types.ts';

/** An event as it was stored: by this release or by an earlier one. */
export interface StoredEvent {
  readonly type: string;
  readonly v: number;
}

/** Turns an event of one version into one of the next. Pure; what it adds must hold for every old event. */
export type Upcaster = (event: StoredEvent) => StoredEvent;

/** By event type: the upcasters from version 1 to 2, from 2 to 3, and so on. */
export type Upcasters = Readonly<Record<string, readonly Upcaster[]>>;

/** What turns the history of earlier releases into today's. Each comes with golden events. */
const UPCASTERS: Upcasters = {};

/**
 * Returns the event as this release knows it, through each version in between.
 *
 * @throws {EventUnknown} when its type is not known here or its version is newer than this release.
 */
export function upcast(stored: StoredEvent, upcasters: Upcasters = UPCASTERS): DeskEvent {
  const { type, v } = stored;
  if (!Object.hasOwn(EVENT_TYPES, type)) throw new EventUnknown(stored);
  const steps = upcasters[type] ?? [];
  const newest = Math.max(EVENT_TYPES[type as DeskEvent['type']].version, steps.length + 1);
  if (!Number.isSafeInteger(v) || v < 1 || v > newest) throw new EventUnknown(stored);
  let event = stored;
  for (const step of steps.slice(v - 1)) event = step(event);
  return event as DeskEvent;
}

/** A later release wrote this event. The way on is to run that release. Not retryable. */
export class EventUnknown extends Error {
  override readonly name = 'EventUnknown';
  readonly code = 'event-unknown';

  constructor({ type, v }: StoredEvent) {
    super(`the history holds an event that this release does not know: ${type}, version ${v}`);
  }
}
