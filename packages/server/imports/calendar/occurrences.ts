import type { Instant, Interval } from '@rapport/core';
import { EventRefused } from './calendar-fault.ts';
import type { Property } from './content-line.ts';
import type { Component } from './read-calendar.ts';
import {
  instantAt,
  later,
  type Moment,
  readDuration,
  readMoment,
  readMoments,
  type Readings,
} from './read-moment.ts';
import { daysOf, readRecurrence } from './recurrence.ts';
import { wallOf } from './time-zones.ts';

const DAY_MS = 86_400_000;
/** Times that are left out or added; more are no exceptions any more. */
const DATES_MAX = 5_000;

/** A calendar says the rule of an event once; some say a second. */
const RULES_MAX = 10;

/** One time at which an event takes place. */
export interface Occurrence extends Interval {
  /** From a day to a day, without times. */
  readonly isWholeDays: boolean;
}

/** An event with the times of it that were changed by themselves. */
export interface Series {
  readonly event: Component;
  /** By the moment at which each would have been. */
  readonly overrides: ReadonlyMap<Instant, Component>;
}

/** What of a property there is once; undefined where there is none. */
export function propertyOf({ properties }: Component, name: string): Property | undefined {
  return properties.find((each) => each.name === name);
}

/**
 * When an event takes place within a window, with the times that it replaces or leaves out taken away.
 *
 * @throws {EventRefused} its times or its rule cannot be understood.
 */
export function occurrencesOf(
  { event, overrides }: Series,
  window: Interval,
  readings: Readings,
): readonly Occurrence[] {
  const start = startOf(event, readings);
  const lengthOf = lengthsOf(event, start, readings);
  const away = new Set<Instant>(overrides.keys());
  const awayDays = new Set<number>();
  const dates = [...named(event, 'EXDATE'), ...named(event, 'RDATE')];
  const [firstDate] = dates;
  if (firstDate !== undefined && countOf(dates) > DATES_MAX) {
    throw new EventRefused(firstDate, 'recurrence-invalid', 'at most 5,000 dates');
  }
  for (const property of named(event, 'EXDATE')) {
    for (const moment of readMoments(property, readings)) {
      if (moment.isDay) awayDays.add(moment.wallMs);
      away.add(instantAt(moment));
    }
  }
  const starts = new Map<Instant, Moment>();
  for (const moment of [...recurring(event, start, window), ...extra(event, readings)]) {
    const at = instantAt(moment);
    const isDayAway = awayDays.has(Math.floor(moment.wallMs / DAY_MS) * DAY_MS);
    if (!away.has(at) && !isDayAway) starts.set(at, moment);
  }
  return [...starts]
    .map(([fromAt, moment]) => ({
      fromAt,
      untilAt: lengthOf(moment),
      isWholeDays: start.isDay,
    }))
    .filter(({ fromAt, untilAt }) => fromAt < window.untilAt && untilAt > window.fromAt);
}

function countOf(dates: readonly Property[]): number {
  return dates.reduce((count, { value }) => count + value.split(',').length, 0);
}

function named({ properties }: Component, name: string): readonly Property[] {
  return properties.filter((each) => each.name === name);
}

function startOf(event: Component, readings: Readings): Moment {
  const property = propertyOf(event, 'DTSTART');
  if (property === undefined) {
    throw new EventRefused(event.line, 'start-missing', 'an event with a DTSTART');
  }
  return readMoment(property, property.value, readings);
}

/** Until when an event lasts that begins at a moment: as long by the clock as the first, over changes of it too. */
function lengthsOf(
  event: Component,
  start: Moment,
  readings: Readings,
): (moment: Moment) => Instant {
  const end = propertyOf(event, 'DTEND');
  const duration = propertyOf(event, 'DURATION');
  if (end === undefined) {
    if (duration === undefined && !start.isDay) {
      throw new EventRefused(event.line, 'end-missing', 'an event with a DTEND or a DURATION');
    }
    const length = duration === undefined ? { days: 1, ms: 0 } : readDuration(duration);
    return (moment) => later(moment, length);
  }
  const until = readMoment(end, end.value, readings);
  if (until.isDay !== start.isDay) {
    throw new EventRefused(end, 'end-invalid', 'a day where DTSTART is one, and else a time');
  }
  // Some write the last day where the one after it is meant.
  if (start.isDay && until.wallMs === start.wallMs) {
    return (moment) => later(moment, { days: 1, ms: 0 });
  }
  if (instantAt(until) <= instantAt(start)) {
    throw new EventRefused(end, 'end-invalid', 'an end after the beginning');
  }
  // Where beginning and end go by other clocks, what matters is how long it takes.
  const isOneClock = until.clock === start.clock;
  const wallMs = until.wallMs - start.wallMs;
  const ms = instantAt(until) - instantAt(start);
  return (moment) =>
    isOneClock ? instantAt({ ...moment, wallMs: moment.wallMs + wallMs }) : instantAt(moment) + ms;
}

function recurring(event: Component, start: Moment, window: Interval): readonly Moment[] {
  const exclusion = propertyOf(event, 'EXRULE');
  if (exclusion !== undefined) {
    throw new EventRefused(exclusion, 'recurrence-invalid', 'EXDATE for what is left out');
  }
  const firstDay = Math.floor(start.wallMs / DAY_MS);
  const timeMs = start.wallMs - firstDay * DAY_MS;
  // What began a month before may last into it; nothing else does.
  const span = {
    firstDay,
    fromDay: Math.floor(window.fromAt / DAY_MS) - 32,
    untilDay: Math.floor(window.untilAt / DAY_MS) + 2,
  };
  const rules = named(event, 'RRULE').filter(({ value }) => value.trim() !== '');
  if (rules.length === 0) return [start];
  const [first] = rules;
  if (first !== undefined && rules.length > RULES_MAX) {
    throw new EventRefused(first, 'recurrence-invalid', 'at most ten rules of an event');
  }
  const days = new Set<number>();
  for (const property of rules) {
    const rule = readRecurrence(property.value);
    if (rule === undefined) {
      const expected =
        'a rule that repeats by days, weeks, months or years, as FREQ=WEEKLY;BYDAY=MO,TU';
      throw new EventRefused(property, 'recurrence-invalid', expected);
    }
    const isOver = endOf(property, rule.until, start);
    const momentOf = (day: number): Moment => ({ ...start, wallMs: day * DAY_MS + timeMs });
    for (const day of daysOf(rule, span, (day) => isOver(momentOf(day)))) days.add(day);
  }
  return [...days].map((day) => ({ ...start, wallMs: day * DAY_MS + timeMs }));
}

/** Whether a moment is after what UNTIL says: a day with all of it, or a moment, in UTC or by the same clock. */
function endOf(
  property: Property,
  until: string | undefined,
  start: Moment,
): (moment: Moment) => boolean {
  if (until === undefined) return () => false;
  const wallMs = wallOf(until);
  if (wallMs === undefined) {
    throw new EventRefused(property, 'recurrence-invalid', 'a day or a time as UNTIL');
  }
  if (!until.includes('T')) return (moment) => moment.wallMs >= wallMs + DAY_MS;
  if (until.endsWith('Z') && !start.isDay) return (moment) => instantAt(moment) > wallMs;
  return (moment) => moment.wallMs > wallMs;
}

/** What RDATE adds; without a rule the first is one besides. */
function extra(event: Component, readings: Readings): readonly Moment[] {
  return named(event, 'RDATE').flatMap((property) => readMoments(property, readings));
}
