import type { Instant } from '@rapport/core';
import { type EventFault, EventRefused } from './calendar-fault.ts';
import { propertyOf, type Series } from './occurrences.ts';
import type { Component } from './read-calendar.ts';
import { instantAt, readMoment, type Readings } from './read-moment.ts';

/** Events of a calendar, each with the times of it that were changed, and those that are changed times alone. */
export interface GroupedEvents {
  readonly series: readonly Series[];
  readonly refused: readonly { readonly event: Component; readonly fault: EventFault }[];
}

/**
 * Puts events together by UID. Of two with the same UID the one that was changed later counts. There may be a
 * hundred thousand of them: `giveWay` is called after each, so that others who are served have their turn.
 */
export async function groupSeries(
  events: readonly Component[],
  readings: Readings,
  giveWay: () => Promise<void>,
): Promise<GroupedEvents> {
  const masters = new Map<string, Component>();
  const changed = new Map<string, Map<Instant, Component>>();
  const refused: { readonly event: Component; readonly fault: EventFault }[] = [];
  for (const [index, event] of events.entries()) {
    await giveWay();
    // Without a UID an event is one by itself.
    const uid = propertyOf(event, 'UID')?.value.trim() ?? `event ${index}`;
    const recurrenceId = propertyOf(event, 'RECURRENCE-ID');
    if (recurrenceId === undefined) {
      if (isNewer(event, masters.get(uid))) masters.set(uid, event);
      continue;
    }
    try {
      if (recurrenceId.parameters.has('RANGE')) {
        const expected = 'one time alone that is changed; all that follow as an event of their own';
        throw new EventRefused(recurrenceId, 'recurrence-invalid', expected);
      }
      const at = instantAt(readMoment(recurrenceId, recurrenceId.value, readings));
      const times = changed.get(uid) ?? new Map<Instant, Component>();
      changed.set(uid, times);
      if (isNewer(event, times.get(at))) times.set(at, event);
    } catch (error) {
      if (!(error instanceof EventRefused)) throw error;
      refused.push({ event, fault: error.fault });
    }
  }
  const none: ReadonlyMap<Instant, Component> = new Map();
  const whole = [...masters].map(([uid, event]) => ({
    event,
    overrides: changed.get(uid) ?? none,
  }));
  const single = [...changed.values()]
    .flatMap((times) => [...times.values()])
    .map((event) => ({ event, overrides: none }));
  return { series: [...whole, ...single].toSorted(byLine), refused };
}

function byLine(a: Series, b: Series): number {
  return a.event.line - b.event.line;
}

function isNewer(event: Component, known: Component | undefined): boolean {
  return known === undefined || sequenceOf(event) >= sequenceOf(known);
}

function sequenceOf(event: Component): number {
  const value = Number(propertyOf(event, 'SEQUENCE')?.value ?? 0);
  return Number.isFinite(value) ? value : 0;
}
