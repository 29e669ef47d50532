import type { Instant } from '@rapport/core';

/** No day of any time zone is longer. */
const DAY_MS_MAX = 50 * 3_600_000;

/** A day of a time zone: from its first moment to the next one's. */
export interface CivilDay {
  readonly beganAt: Instant;
  readonly endsAt: Instant;
}

/** The day of `at` in a time zone of the IANA database, whatever its clocks do that day. */
export function civilDay(at: Instant, timeZone: string): CivilDay {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const today = format.format(at);
  const isToday = (moment: Instant): boolean => format.format(moment) === today;
  return {
    beganAt: firstWhere(at - DAY_MS_MAX, at, isToday),
    endsAt: firstWhere(at, at + DAY_MS_MAX, (moment) => !isToday(moment)),
  };
}

/** The first moment for which `holds`: it does not at `from`, it does at `until`, and changes once. */
function firstWhere(from: Instant, until: Instant, holds: (at: Instant) => boolean): Instant {
  let [no, yes] = [from, until];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
