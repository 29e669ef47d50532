import type { Instant } from '@rapport/core';
import { EventRefused } from './calendar-fault.ts';
import type { Property } from './content-line.ts';
import { type Clock, type Clocks, wallOf } from './time-zones.ts';

const DAY_MS = 86_400_000;

/** A moment as a property says it, and by which clock. */
export interface Moment {
  readonly wallMs: number;
  readonly clock: Clock;
  /** It is a day, and no time of it. */
  readonly isDay: boolean;
}

/** By whose clocks times are read. */
export interface Readings {
  readonly clocks: Clocks;
  /** Of times that name none. */
  readonly floating: Clock;
  /** Of days, which begin where the roster is. */
  readonly days: Clock;
}

export function instantAt({ wallMs, clock }: Moment): Instant {
  return clock(wallMs);
}

const utc: Clock = (wallMs) => wallMs;
/** Nobody's shift began before, and calendars with dates of the year 1 do exist. */
const EARLIEST_MS = 0;

/** The moments in a property, of which some have several. @throws {EventRefused} one is none. */
export function readMoments(property: Property, readings: Readings): readonly Moment[] {
  const texts = property.value.split(',');
  return texts.map((text) => readMoment(property, text, readings));
}

/** The moment of a property. @throws {EventRefused} it is none, or its time zone is unknown. */
export function readMoment(property: Property, text: string, readings: Readings): Moment {
  // Of a period, as RDATE may have it, the beginning.
  const [begin = ''] = text.trim().split('/');
  const wallMs = wallOf(begin);
  if (wallMs === undefined || wallMs < EARLIEST_MS || wallMs > 8e14) {
    const expected = 'a day or a time since 1970, as 20260302 or 20260302T080000';
    throw new EventRefused(property, 'date-invalid', expected);
  }
  if (!/T/i.test(begin)) return { wallMs, clock: readings.days, isDay: true };
  if (/Z$/i.test(begin)) return { wallMs, clock: utc, isDay: false };
  const name = property.parameters.get('TZID') ?? '';
  const clock = name === '' ? readings.floating : readings.clocks(name);
  if (clock !== undefined) return { wallMs, clock, isDay: false };
  const expected = `a time zone of the IANA, of Windows or of the file instead of ${name.slice(0, 80)}`;
  throw new EventRefused(property, 'time-zone-invalid', expected);
}

const DURATION =
  /^\+?P(?:(?<weeks>\d{1,4})W)?(?:(?<days>\d{1,4})D)?(?:T(?:(?<hours>\d{1,5})H)?(?:(?<minutes>\d{1,6})M)?(?:(?<seconds>\d{1,8})S)?)?$/i;

/** How long something takes: days by the calendar, and a time besides. @throws {EventRefused} */
export function readDuration(property: Property): { readonly days: number; readonly ms: number } {
  const groups = DURATION.exec(property.value.trim())?.groups;
  if (groups === undefined) {
    throw new EventRefused(property, 'duration-invalid', 'a duration, as PT8H or P1D');
  }
  const of = (name: string): number => Number(groups[name] ?? 0);
  return {
    days: of('weeks') * 7 + of('days'),
    ms: ((of('hours') * 60 + of('minutes')) * 60 + of('seconds')) * 1_000,
  };
}

/** A moment some days later by the calendar, and then a time by the clock that runs through. */
export function later(moment: Moment, { days, ms }: { days: number; ms: number }): Instant {
  return instantAt({ ...moment, wallMs: moment.wallMs + days * DAY_MS }) + ms;
}
