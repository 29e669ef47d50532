const DAY_MS = 86_400_000;

/** How an event recurs, as its RRULE says it. Days of the week count from Monday, 0. */
export interface Recurrence {
  readonly frequency: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly count: number | undefined;
  readonly until: string | undefined;
  readonly weekStart: number;
  /** With an ordinal that is not 0 that one alone of the month or year. */
  readonly weekdays: readonly { readonly ordinal: number; readonly weekday: number }[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weeks: readonly number[];
  readonly months: readonly number[];
  readonly positions: readonly number[];
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const PARTS = new Set([
  ...['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYDAY'],
  ...['BYMONTHDAY', 'BYYEARDAY', 'BYWEEKNO', 'BYMONTH', 'BYSETPOS'],
]);
/** Further apart, or more often, nothing recurs that is a shift. */
const NUMBER_MAX = 100_000;

/** What a rule says; undefined where it is none, or one that no shift follows, such as each second. */
export function readRecurrence(text: string): Recurrence | undefined {
  const parts = partsOf(text);
  if (![...parts.keys()].every((name) => PARTS.has(name) || name.startsWith('X-')))
    return undefined;
  const frequency = FREQUENCIES.find((each) => each === parts.get('FREQ'));
  const numbers = numbersIn(parts);
  const weekdays = weekdaysOf(parts.get('BYDAY'));
  const weekStart = WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO');
  if (frequency === undefined || numbers === undefined || weekdays === undefined || weekStart < 0) {
    return undefined;
  }
  const isOrdinal = weekdays.some(({ ordinal }) => ordinal !== 0);
  if (isOrdinal && (frequency === 'DAILY' || frequency === 'WEEKLY')) return undefined;
  const { count, ...others } = numbers;
  return {
    ...{ frequency, weekStart, weekdays, ...others },
    count: parts.has('COUNT') ? count : undefined,
    until: parts.get('UNTIL'),
  };
}

function partsOf(text: string): ReadonlyMap<string, string> {
  const parts = text.trim().toUpperCase().split(';');
  return new Map(
    parts
      .filter((part) => part !== '')
      .map((part): [string, string] => {
        const [name = '', value = ''] = part.split('=', 2);
        return [name, value];
      }),
  );
}

/** The numbers of a rule; undefined where one of them is none. */
function numbersIn(parts: ReadonlyMap<string, string>) {
  const listOf = (name: string, max: number) => numbersOf(parts.get(name), max);
  const interval = countOf(parts.get('INTERVAL') ?? '1');
  const count = countOf(parts.get('COUNT') ?? '1');
  if (interval === undefined || count === undefined) return undefined;
  const [monthDays, yearDays] = [listOf('BYMONTHDAY', 31), listOf('BYYEARDAY', 366)];
  if (monthDays === undefined || yearDays === undefined) return undefined;
  const [weeks, months] = [listOf('BYWEEKNO', 53), listOf('BYMONTH', 12)];
  const positions = listOf('BYSETPOS', 366);
  if (weeks === undefined || months === undefined || positions === undefined) return undefined;
  return { interval, count, monthDays, yearDays, weeks, months, positions };
}

function countOf(text: string): number | undefined {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  return value >= 1 ? Math.min(value, NUMBER_MAX) : undefined;
}

function numbersOf(text: string | undefined, max: number): readonly number[] | undefined {
  if (text === undefined) return [];
  const numbers = text.split(',').map((part) => (/^[+-]?\d{1,3}$/.test(part) ? Number(part) : 0));
  // What is said again says nothing, and would be looked through each day.
  const said = [...new Set(numbers)];
  return said.every((each) => each !== 0 && Math.abs(each) <= max) ? said : undefined;
}

function weekdaysOf(text: string | undefined): Recurrence['weekdays'] | undefined {
  if (text === undefined) return [];
  const weekdays = [...new Set(text.split(','))].map((part) => {
    const [, ordinal = '', name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(part) ?? [];
    return { ordinal: Number(ordinal), weekday: WEEKDAYS.indexOf(name) };
  });
  return weekdays.every(({ weekday }) => weekday >= 0) ? weekdays : undefined;
}

/** Of which days it is asked, by the number of days since 1970. */
interface Span {
  /** The first of all. */
  readonly firstDay: number;
  readonly fromDay: number;
  /** Not this one any more. */
  readonly untilDay: number;
}

/**
 * The days of a span on which something recurs. Looks at each day of the span once, and where the rule counts, at
 * each from the first: so no rule takes longer than another. `isOver` says of a day whether the rule has ended
 * before.
 */
export function daysOf(
  rule: Recurrence,
  span: Span,
  isOver: (day: number) => boolean,
): readonly number[] {
  const { firstDay, fromDay, untilDay } = span;
  const found: number[] = [];
  // The first is one, also where the rule would not have it.
  let counted = 0;
  for (const day of [firstDay, ...laterDays(rule, span)]) {
    counted += 1;
    if (counted > (rule.count ?? Infinity) || day >= untilDay) return found;
    if (day > firstDay && isOver(day)) return found;
    if (day >= fromDay) found.push(day);
  }
  return found;
}

/** The days after the first that fit a rule; where it does not count, from the span on. */
function* laterDays(rule: Recurrence, { firstDay, fromDay, untilDay }: Span): Generator<number> {
  const lookFrom = rule.count === undefined ? Math.max(firstDay, fromDay) : firstDay;
  const first = periodOf(rule, firstDay);
  const skipped = Math.max(0, Math.floor((periodOf(rule, lookFrom) - first) / rule.interval));
  for (let period = first + skipped * rule.interval; ; period += rule.interval) {
    const { begin, end } = boundsOf(rule, period);
    if (begin >= untilDay) return;
    for (const day of chosenOf(rule, { begin, end, firstDay })) if (day > firstDay) yield day;
  }
}

/** Days, weeks, months or years, numbered. */
function periodOf({ frequency, weekStart }: Recurrence, day: number): number {
  if (frequency === 'DAILY') return day;
  // The first of 1970 was a Thursday.
  if (frequency === 'WEEKLY') return Math.floor((day + 3 - weekStart) / 7);
  const { year, month } = dateOf(day);
  return frequency === 'MONTHLY' ? year * 12 + month - 1 : year;
}

function boundsOf(
  { frequency, weekStart }: Recurrence,
  period: number,
): { readonly begin: number; readonly end: number } {
  if (frequency === 'DAILY') return { begin: period, end: period + 1 };
  if (frequency === 'WEEKLY') {
    const begin = period * 7 - 3 + weekStart;
    return { begin, end: begin + 7 };
  }
  if (frequency === 'YEARLY') return { begin: dayNumber(period, 1), end: dayNumber(period + 1, 1) };
  const begin = dayNumber(Math.floor(period / 12), (period % 12) + 1);
  return { begin, end: dayNumber(Math.floor((period + 1) / 12), ((period + 1) % 12) + 1) };
}

function chosenOf(
  rule: Recurrence,
  { begin, end, firstDay }: { begin: number; end: number; firstDay: number },
): readonly number[] {
  const days: number[] = [];
  for (let day = begin; day < end; day += 1) if (isOn(rule, day, firstDay)) days.push(day);
  if (rule.positions.length === 0) return days;
  return days.filter((_, index) =>
    rule.positions.some((place) => index === (place > 0 ? place - 1 : days.length + place)),
  );
}

/** Whether a day of a period is one of those that a rule means; what it leaves open is as on the first. */
function isOn(rule: Recurrence, day: number, firstDay: number): boolean {
  const { frequency, weekdays, monthDays, yearDays, weeks, months } = rule;
  const isPlain = monthDays.length + yearDays.length + weeks.length + months.length === 0;
  // Nearly every shift, so that nothing else is worked out for it.
  if (isPlain && (frequency === 'DAILY' || frequency === 'WEEKLY')) {
    const weekday = weekdayOf(day);
    if (weekdays.length > 0) return weekdays.some((each) => each.weekday === weekday);
    return frequency === 'DAILY' || weekday === weekdayOf(firstDay);
  }
  const date = dateOf(day);
  if (!isAmong(rule, day, date)) return false;
  if (weekdays.length > 0) return weekdays.some((each) => isWeekday(rule, each, date));
  return isAsFirst(rule, date, dateOf(firstDay));
}

function isAmong(
  { yearDays, monthDays, weeks, months, weekStart }: Recurrence,
  day: number,
  date: CalendarDate,
): boolean {
  if (months.length > 0 && !months.includes(date.month)) return false;
  if (!meets(yearDays, date.yearDay, date.yearLength)) return false;
  if (!meets(monthDays, date.monthDay, date.monthLength)) return false;
  return weeks.length === 0 || meets(weeks, ...weekOf(day, weekStart));
}

function isAsFirst(
  { frequency, monthDays, yearDays, weeks, months }: Recurrence,
  date: CalendarDate,
  first: CalendarDate,
): boolean {
  if (frequency === 'DAILY' || monthDays.length > 0 || yearDays.length > 0) return true;
  if (frequency === 'WEEKLY' || weeks.length > 0) return date.weekday === first.weekday;
  if (date.monthDay !== first.monthDay) return false;
  return frequency === 'MONTHLY' || months.length > 0 || date.month === first.month;
}

function meets(wanted: readonly number[], place: number, length: number): boolean {
  return wanted.length === 0 || wanted.includes(place) || wanted.includes(place - length - 1);
}

function isWeekday(
  { frequency, months }: Recurrence,
  { ordinal, weekday }: { readonly ordinal: number; readonly weekday: number },
  date: CalendarDate,
): boolean {
  if (date.weekday !== weekday) return false;
  if (ordinal === 0) return true;
  const isOfYear = frequency === 'YEARLY' && months.length === 0;
  const place = isOfYear ? date.yearDay : date.monthDay;
  const length = isOfYear ? date.yearLength : date.monthLength;
  return ordinal > 0
    ? Math.ceil(place / 7) === ordinal
    : Math.ceil((length - place + 1) / 7) === -ordinal;
}

interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly monthDay: number;
  readonly monthLength: number;
  readonly yearDay: number;
  readonly yearLength: number;
  readonly weekday: number;
}

function dateOf(day: number): CalendarDate {
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  const [yearBegin, monthBegin] = [dayNumber(year, 1), dayNumber(year, month)];
  return {
    ...{ year, month, weekday: weekdayOf(day) },
    monthDay: day - monthBegin + 1,
    monthLength: dayNumber(year, month + 1) - monthBegin,
    yearDay: day - yearBegin + 1,
    yearLength: dayNumber(year + 1, 1) - yearBegin,
  };
}

function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The number of the week, and how many its year has: the first week is that with four days of its year. */
function weekOf(day: number, weekStart: number): [week: number, count: number] {
  const begin = day - ((weekdayOf(day) - weekStart + 7) % 7);
  // Its fourth day is in the year to which the week belongs.
  const { year, yearDay } = dateOf(begin + 3);
  const last = dayNumber(year, 12) + 27;
  const lastBegin = last - ((weekdayOf(last) - weekStart + 7) % 7);
  return [Math.ceil(yearDay / 7), Math.ceil(dateOf(lastBegin + 3).yearDay / 7)];
}

/** Of the first of a month. */
function dayNumber(year: number, month: number): number {
  return Date.UTC(year, month - 1) / DAY_MS;
}
