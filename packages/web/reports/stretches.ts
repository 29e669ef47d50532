/** Stretches of time that are looked at most; they end with the present day or before it. */
export const STRETCHES = {
  today: { firstDaysAgo: 0, days: 1 },
  yesterday: { firstDaysAgo: 1, days: 1 },
  week: { firstDaysAgo: 7, days: 7 },
  weeks: { firstDaysAgo: 28, days: 28 },
} as const;

export type StretchName = keyof typeof STRETCHES;

/** From a moment to another, in ms. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const DAY_MS = 86_400_000;
/** No day of any time zone is longer. */
const DAY_MS_MAX = 50 * 3_600_000;

/** A stretch of whole days in a time zone, and as many days before it; the present day counts as a whole one. */
export function stretchOf(
  name: StretchName,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): { readonly stretch: Stretch; readonly before: Stretch } {
  const { firstDaysAgo, days } = STRETCHES[name];
  const [from, to, before] = [firstDaysAgo, firstDaysAgo - days, firstDaysAgo + days].map((ago) =>
    dayBegan(now, ago, timeZone),
  ) as [number, number, number];
  return { stretch: { from, to }, before: { from: before, to: from } };
}

/** When the day so many days before a moment's began, whatever the clocks did since; tomorrow for -1. */
function dayBegan(at: number, daysAgo: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
  const [year = 0, month = 0, day = 0] = format.format(at).split('-').map(Number);
  const noon = Date.UTC(year, month - 1, day - daysAgo, 12);
  const asked = new Date(noon).toISOString().slice(0, 10);
  // The first moment that is not before that date.
  let [no, yes] = [noon - DAY_MS_MAX, noon + DAY_MS];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (format.format(middle) < asked) no = middle;
    else yes = middle;
  }
  return yes;
}
