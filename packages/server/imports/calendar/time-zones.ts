import type { Instant } from '@rapport/core';
import { instantOf } from '../../hours/wall-clock.ts';
import { isTimeZone } from '../../organisation/is-time-zone.ts';
import type { Property } from './content-line.ts';
import { quickOffsetsOf } from './day-clock.ts';
import type { Component } from './read-calendar.ts';
import { daysOf, readRecurrence, type Recurrence } from './recurrence.ts';
import { WINDOWS_ZONES } from './windows-zones.ts';

const DAY_MS = 86_400_000;
/** Clocks are changed once in that time wherever they are. */
const REACH_DAYS = 800;
/** No file needs more: each name is looked up, and what a file tells of its own clocks is worked out. */
const NAMES_MAX = 500;
const OWN_MAX = 20;
const PARTS_MAX = 300;
const ONSETS_MAX = 2_000;

/** When clocks show what they would in UTC at `wallMs`. */
export type Clock = (wallMs: number) => Instant;

/** The clock of a time zone by its name; undefined where nobody knows it. */
export type Clocks = (name: string) => Clock | undefined;

/**
 * Clocks by what calendars call them: a name of the IANA's, also behind that of whoever made the file; a name of
 * Windows; else by the changes that the file itself tells of, as far as they matter at `around`.
 */
export function clocksOf(
  zones: readonly Component[],
  { around, official }: { readonly around: Instant; readonly official: OfficialClocks },
): Clocks {
  const known = new Map<string, Clock | undefined>();
  const zoneByName = new Map(
    zones.map((zone) => [valueOf(zone.properties, 'TZID'), zone] as const).toReversed(),
  );
  let ownCount = 0;
  const make = (name: string): Clock | undefined => {
    const zone = zoneByName.get(name);
    const place = zone && valueOf(zone.properties, 'X-LIC-LOCATION');
    const clock = official(name) ?? (place === undefined ? undefined : official(place));
    if (clock !== undefined || zone === undefined || ownCount === OWN_MAX) return clock;
    ownCount += 1;
    const offsetMsAt = ownOffsets(zone, around);
    return offsetMsAt && clockOf(offsetMsAt);
  };
  return (name) => {
    if (!known.has(name)) known.set(name, known.size < NAMES_MAX ? make(name) : undefined);
    return known.get(name);
  };
}

/** The clock of a time zone that has one of the names of the IANA's, or one behind which one is meant. */
export type OfficialClocks = (name: string) => Clock | undefined;

/** Clocks that are made once each, however often and by whatever name a file asks for them. */
export function officialClocks(): OfficialClocks {
  const known = new Map<string, Clock>();
  return (name) => {
    const official = ianaName(name);
    if (official === undefined) return undefined;
    const key = official.toLowerCase();
    const clock = known.get(key) ?? clockOf(quickOffsetsOf(official));
    known.set(key, clock);
    return clock;
  };
}

/** The name of the IANA's that is meant by another, or undefined. */
function ianaName(name: string): string | undefined {
  const bare = name.trim().replace(/^"|"$/g, '');
  const windows = WINDOWS_ZONES[bare.toLowerCase()];
  if (windows !== undefined) return windows;
  // `/mozilla.org/20050126_1/Europe/Berlin` ends in it.
  const parts = bare.split('/').filter((part) => part !== '');
  for (const length of [parts.length, 3, 2]) {
    const end = parts.slice(-length).join('/');
    if (end !== '' && isTimeZone(end)) return end;
  }
  return undefined;
}

function clockOf(offsetMsAt: (at: Instant) => number): Clock {
  return (wallMs) => instantOf(wallMs, offsetMsAt);
}

function valueOf(properties: readonly Property[], name: string): string | undefined {
  return properties
    .find((each) => each.name === name)
    ?.value.trim()
    .replace(/^"|"$/g, '');
}

interface Onset {
  readonly at: Instant;
  readonly offsetMs: number;
}

/** What a VTIMEZONE says of its clocks; undefined where it says nothing that can be understood. */
function ownOffsets(
  { children }: Component,
  around: Instant,
): ((at: Instant) => number) | undefined {
  if (children.length > PARTS_MAX) return undefined;
  const onsets = children.flatMap((each) => onsetsOf(each, Math.floor(around / DAY_MS)));
  if (onsets.length > ONSETS_MAX) return undefined;
  onsets.sort((a, b) => a.at - b.at);
  const [first] = onsets;
  if (first === undefined) return undefined;
  return (at) => (onsets.findLast((onset) => onset.at <= at) ?? first).offsetMs;
}

/** When clocks are put to what a part of a VTIMEZONE says. */
function onsetsOf({ properties }: Component, aroundDay: number): readonly Onset[] {
  const offsetMs = offsetOf(valueOf(properties, 'TZOFFSETTO'));
  const beforeMs = offsetOf(valueOf(properties, 'TZOFFSETFROM')) ?? offsetMs;
  const startMs = wallOf(valueOf(properties, 'DTSTART') ?? '');
  if (offsetMs === undefined || beforeMs === undefined || startMs === undefined) return [];
  const rule = readRecurrence(valueOf(properties, 'RRULE') ?? '');
  const walls = [
    startMs,
    // No clocks are changed more often.
    ...(rule?.frequency !== 'YEARLY' ? [] : yearly(rule, { startMs, beforeMs, aroundDay })),
    ...properties
      .filter(({ name }) => name === 'RDATE')
      .flatMap(({ value }) => value.split(',').flatMap((each) => wallOf(each) ?? [])),
  ];
  return walls.map((wallMs) => ({ at: wallMs - beforeMs, offsetMs }));
}

function yearly(
  rule: Recurrence,
  { startMs, beforeMs, aroundDay }: { startMs: number; beforeMs: number; aroundDay: number },
): readonly number[] {
  const firstDay = Math.floor(startMs / DAY_MS);
  const timeMs = startMs - firstDay * DAY_MS;
  const untilMs = rule.until === undefined ? undefined : wallOf(rule.until);
  const isOver = (day: number): boolean =>
    untilMs !== undefined && day * DAY_MS + timeMs - beforeMs > untilMs;
  const span = {
    firstDay,
    fromDay: Math.max(firstDay, aroundDay - REACH_DAYS),
    untilDay: aroundDay + REACH_DAYS,
  };
  return daysOf(rule, span, isOver).map((day) => day * DAY_MS + timeMs);
}

function offsetOf(text: string | undefined): number | undefined {
  const [, sign, hours, minutes, seconds = '0'] =
    /^([+-])(\d{2}):?(\d{2})(\d{2})?$/.exec(text ?? '') ?? [];
  if (sign === undefined) return undefined;
  const ms = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1_000;
  return sign === '-' ? -ms : ms;
}

/** What a clock shows, as if it were in UTC: of `20260302T080000` or `20260302`; undefined of anything else. */
export function wallOf(text: string): number | undefined {
  const [whole, year, month, day, hour = '0', minute = '0', second = '0'] =
    /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})?)?Z?$/i.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  const [y, m, d, h, min, s] = [year, month, day, hour, minute, second].map(Number) as [
    ...[number, number, number],
    ...[number, number, number],
  ];
  const midnight = new Date(Date.UTC(y, m - 1, d));
  const isDay = y >= 1000 && midnight.getUTCMonth() === m - 1 && midnight.getUTCDate() === d;
  // The last second of June is sometimes the sixty-first.
  if (!isDay || h > 24 || min > 59 || s > 60) return undefined;
  return midnight.getTime() + ((h * 60 + min) * 60 + s) * 1_000;
}
