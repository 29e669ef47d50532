import type { Instant } from '@rapport/core';
import { civilDay } from '../live/civil-day.ts';

/** A day that is over: its date, and from when until when it was. */
export interface PastDay {
  readonly day: string;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

const HALF_DAY_MS = 43_200_000;

/** The day of that date in a time zone, or yesterday where none is named; undefined where it is none that is over. */
export function pastDay(
  date: string | undefined,
  { now, timeZone }: { readonly now: Instant; readonly timeZone: string },
): PastDay | undefined {
  const { beganAt: overAt } = civilDay(now, timeZone);
  // Noon in UTC is on that date in nearly every time zone; the date is compared all the same.
  const at = date === undefined ? overAt - 1 : Date.parse(`${date}T12:00:00Z`);
  if (Number.isNaN(at)) return undefined;
  const dateOf = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const found = [at, at - HALF_DAY_MS, at + HALF_DAY_MS].find(
    (moment) => date === undefined || dateOf.format(moment) === date,
  );
  if (found === undefined) return undefined;
  const { beganAt: fromAt, endsAt: untilAt } = civilDay(found, timeZone);
  return untilAt > overAt ? undefined : { day: dateOf.format(found), fromAt, untilAt };
}
