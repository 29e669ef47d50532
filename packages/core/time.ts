/** A moment: milliseconds since 1970-01-01T00:00Z, whole. Core is told it and never asks. */
export type Instant = number;

/** From `fromAt` (included) until `untilAt` (excluded). */
export interface Interval {
  readonly fromAt: Instant;
  readonly untilAt: Instant;
}

/** The day on which a moment lies, counted from 1970 in UTC. */
export function dayOf(at: Instant): number {
  return Math.floor(at / 86_400_000);
}

const CALENDAR_DAY = /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether a text is a day that there is, as `2026-02-28`, by the Gregorian calendar. */
export function isCalendarDay(text: string): boolean {
  const { year, month, day } = CALENDAR_DAY.exec(text)?.groups ?? {};
  const dayCount = MONTH_DAYS[Number(month) - 1];
  if (dayCount === undefined) return false;
  const isLeapDay = month === '02' && day === '29' && isLeapYear(Number(year));
  return isLeapDay || (Number(day) >= 1 && Number(day) <= dayCount);
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}
