/** Open on a day from one wall clock time until another, such as `09:00` until `17:00`; `24:00` ends a day. */
export interface OpenHours {
  readonly from: string;
  readonly until: string;
}

/** The hours of a calendar as people write them. */
export interface Week {
  /** As the IANA names it. */
  readonly timeZone: string;
  /** Monday first, seven of them. */
  readonly days: readonly (readonly OpenHours[])[];
  /** Dates with hours of their own; a holiday has none. */
  readonly specialDays: readonly SpecialDay[];
}

interface SpecialDay {
  /** As in `2026-12-25`. */
  readonly date: string;
  readonly name: string;
  readonly hours: readonly OpenHours[];
}

/** Names the first field that makes no sense, or returns undefined. */
export function weekFault({
  days,
  specialDays,
}: Week): { readonly field: string; readonly expected: string } | undefined {
  for (const [day, hours] of days.entries()) {
    if (!areInOrder(hours)) return { field: `days.${day}`, expected: IN_ORDER };
  }
  const dates = new Set<string>();
  for (const [index, { date, hours }] of specialDays.entries()) {
    const field = `specialDays.${index}`;
    if (!isDate(date)) return { field: `${field}.date`, expected: 'a date that there is' };
    if (dates.has(date)) return { field: `${field}.date`, expected: 'each date once' };
    if (!areInOrder(hours)) return { field: `${field}.hours`, expected: IN_ORDER };
    dates.add(date);
  }
  return undefined;
}

const IN_ORDER = 'hours one after the other, each with its end after its start';

function areInOrder(hours: readonly OpenHours[]): boolean {
  let last = '';
  for (const { from, until } of hours) {
    if (until <= from || from < last) return false;
    last = until;
  }
  return true;
}

function isDate(date: string): boolean {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date);
}
