import type { Instant } from '@rapport/core';

export const DAY_MS = 86_400_000;
export const SECOND_MS = 1_000;

/** Two-digit years from this one on are of the twentieth century; the first call logs are older than 2000. */
const TWENTIETH_CENTURY_FROM = 70;

const DAYS_BY_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/**
 * The midnight that begins the day written in `text`, its wall clock read as if it were UTC: a log
 * carries no time zone, and a replay needs none. Undefined if there is no such day.
 *
 * `pattern` spells the day with y, m and d for its digits, such as `yymmdd` or `yyyy-mm-dd`; every
 * other character stands for itself.
 */
export function readDayAt(text: string, pattern: string): Instant | undefined {
  if (text.length !== pattern.length) return undefined;
  const digits = { y: '', m: '', d: '' };
  for (let index = 0; index < pattern.length; index += 1) {
    const wanted = pattern.charAt(index);
    const found = text.charAt(index);
    if (wanted !== 'y' && wanted !== 'm' && wanted !== 'd') {
      if (found !== wanted) return undefined;
    } else if (isDigit(found)) {
      digits[wanted] += found;
    } else {
      return undefined;
    }
  }
  const month = Number(digits.m);
  const day = Number(digits.d);
  const year = fullYear(Number(digits.y), digits.y.length);
  if (day < 1 || day > daysIn(year, month)) return undefined;
  return daysFromCivil({ year, month, day }) * DAY_MS;
}

/** The time since midnight written as `H:MM:SS` or `HH:MM:SS`, in ms. Undefined if it is none. */
export function readTimeOfDayMs(text: string): number | undefined {
  const parts = /^(\d{1,2}):(\d{2}):(\d{2})$/.exec(text);
  if (parts === null) return undefined;
  const [hours, minutes, seconds] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  if (hours > 23 || minutes > 59 || seconds > 59) return undefined;
  return (hours * 3_600 + minutes * 60 + seconds) * SECOND_MS;
}

/** The day of `at` as `yyyy-mm-dd`, in the wall clock of the log. */
export function dayText(at: Instant): string {
  const { year, month, day } = civilFromDays(Math.floor(at / DAY_MS));
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

interface CivilDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}

function fullYear(year: number, digitCount: number): number {
  if (digitCount > 2) return year;
  return year >= TWENTIETH_CENTURY_FROM ? 1900 + year : 2000 + year;
}

function daysIn(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS_BY_MONTH[month - 1] ?? 0);
}

/** Days since 1970-01-01. Source: Howard Hinnant, "chrono-compatible low-level date algorithms". */
function daysFromCivil({ year, month, day }: CivilDay): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The inverse of `daysFromCivil`, from the same source. */
function civilFromDays(days: number): CivilDay {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays =
    Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthShifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthShifted < 10 ? monthShifted + 3 : monthShifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthShifted + 2) / 5) + 1,
  };
}
