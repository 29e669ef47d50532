import type { Interval } from '@rapport/core';
import type { ImportCell, ImportRow } from '../import-row.ts';
import { without } from '../rosters/without.ts';
import type { DayClock } from './day-clock.ts';
import type { EventKind } from './event-kind.ts';

/** A day, and the hour that one of October has more. */
const SHIFT_MS_MAX = 25 * 3_600_000;

/** Something that an agent has in a calendar. */
export interface Planned extends Interval {
  readonly kind: EventKind;
  /** Of the event. */
  readonly line: number;
  /** It names its day, and nothing is on it: it was cancelled. */
  readonly isCancelled: boolean;
}

/** What one agent has in a calendar. */
export interface PlannedAgent {
  readonly agent: ImportCell;
  readonly planned: readonly Planned[];
}

interface Day {
  line: number;
  readonly shifts: Planned[];
  readonly duties: Interval[];
  readonly breaks: Interval[];
  fault?: { readonly code: string; readonly expected: string };
}

/** The days of one agent, by their numbers. */
interface Book {
  readonly days: Map<number, Day>;
  readonly clock: DayClock;
}

/**
 * The days of one agent that a calendar speaks of: those on which something of his begins, and where `isWhole`
 * those between the first and the last of his shifts too, which are free. A shift belongs to the day on which it
 * begins; leave is taken out of shifts, and what is left of a night shift belongs to where that begins.
 */
export function planDays(
  { agent, planned }: PlannedAgent,
  { clock, window, isWhole }: { clock: DayClock; window: Interval; isWhole: boolean },
): readonly Omit<ImportRow, 'line'>[] {
  const book: Book = { days: new Map(), clock };
  const sorted = planned.toSorted((a, b) => a.fromAt - b.fromAt || a.line - b.line);
  const of = (kind: EventKind): readonly Planned[] =>
    sorted.filter((each) => each.kind === kind && !each.isCancelled);
  const leaves = of('leave');
  for (const { kind, fromAt, line } of sorted) {
    if (kind === 'shifts') dayAt(book, clock.numberOf(fromAt), line);
  }
  addShifts(book, of('shifts'), leaves);
  addBreaks(book, of('breaks'), leaves);
  if (isWhole) fillBetween(book);
  addLeaves(book, leaves, window);
  return [...book.days]
    .map(([number, day]) => ({ number, day, span: clock.spanOf(number) }))
    .filter(({ span }) => span.fromAt >= window.fromAt && span.untilAt <= window.untilAt)
    .toSorted((a, b) => a.number - b.number)
    .map(({ number, day, span }) => ({
      fileLine: day.line,
      cells: new Map([['agent', [agent]]]),
      hasExcess: false,
      planned: {
        date: clock.nameOf(number),
        day: span,
        roster: { dutyIntervals: day.duties, breakIntervals: day.breaks },
      },
      ...(day.fault !== undefined && { fault: day.fault }),
    }));
}

function dayAt({ days }: Book, number: number, line: number): Day {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day: Day = { line, shifts: [], duties: [], breaks: [] };
  days.set(number, day);
  return day;
}

function refuse(book: Book, { fromAt, line }: Planned, fault: NonNullable<Day['fault']>): void {
  const day = dayAt(book, book.clock.numberOf(fromAt), line);
  if (day.fault !== undefined) return;
  day.line = line;
  day.fault = fault;
}

function addShifts(book: Book, shifts: readonly Planned[], leaves: readonly Interval[]): void {
  let untilAt = -Infinity;
  for (const shift of shifts) {
    if (shift.fromAt < untilAt) {
      refuse(book, shift, { code: 'shift-overlaps', expected: 'shifts one after the other' });
    }
    if (shift.untilAt - shift.fromAt > SHIFT_MS_MAX) {
      refuse(book, shift, { code: 'shift-too-long', expected: 'a shift of at most a day' });
    }
    untilAt = Math.max(untilAt, shift.untilAt);
    dayAt(book, book.clock.numberOf(shift.fromAt), shift.line).shifts.push(shift);
    for (const part of without([shift], near(leaves, shift))) {
      dayAt(book, book.clock.numberOf(part.fromAt), shift.line).duties.push(part);
    }
  }
}

function addBreaks(book: Book, breaks: readonly Planned[], leaves: readonly Interval[]): void {
  let untilAt = -Infinity;
  for (const pause of breaks) {
    const number = book.clock.numberOf(pause.fromAt);
    // A shift of the evening before goes on after midnight.
    const days = [number, number - 1].flatMap((each) => book.days.get(each) ?? []);
    if (!days.some(({ shifts }) => shifts.some((shift) => isIn(pause, shift)))) {
      const expected = 'a break within a shift of the same calendar';
      refuse(book, pause, { code: 'break-outside', expected });
    }
    if (pause.fromAt < untilAt) {
      refuse(book, pause, { code: 'shift-overlaps', expected: 'breaks one after the other' });
    }
    untilAt = Math.max(untilAt, pause.untilAt);
    for (const part of without([pause], near(leaves, pause))) {
      days.find(({ duties }) => duties.some((duty) => isIn(part, duty)))?.breaks.push(part);
    }
  }
}

/** A day of leave is a day without shifts. Leave by hours has only shifts to be taken out of. */
function addLeaves(book: Book, leaves: readonly Planned[], window: Interval): void {
  const hasShifts = [...book.days.values()].some(({ shifts }) => shifts.length > 0);
  // Sorted, so that what comes before is looked at: a year of leave, again and again, is one year.
  let lookFrom = -Infinity;
  for (const leave of leaves) {
    const [first, end] = wholeDays(book.clock, {
      fromAt: Math.max(leave.fromAt, window.fromAt),
      untilAt: Math.min(leave.untilAt, window.untilAt),
    });
    for (let number = Math.max(first, lookFrom); number < end; number += 1) {
      dayAt(book, number, leave.line);
    }
    lookFrom = Math.max(lookFrom, end);
    const isInWindow = leave.untilAt > window.fromAt && leave.fromAt < window.untilAt;
    if (first < end || hasShifts || !isInWindow) continue;
    const expected = 'leave of whole days, or the shifts out of which it is taken in the same file';
    refuse(book, leave, { code: 'shift-missing', expected });
  }
}

/** The days that are within an interval as a whole: the first, and the one after the last. */
function wholeDays(clock: DayClock, { fromAt, untilAt }: Interval): [first: number, end: number] {
  const [begun, last] = [clock.numberOf(fromAt), clock.numberOf(untilAt)];
  return [clock.spanOf(begun).fromAt < fromAt ? begun + 1 : begun, last];
}

function fillBetween(book: Book): void {
  const numbers = [...book.days.keys()];
  const last = numbers.reduce((a, b) => Math.max(a, b), -Infinity);
  let line = 0;
  for (let number = Math.min(...numbers, Infinity); number <= last; number += 1) {
    line = book.days.get(number)?.line ?? line;
    dayAt(book, number, line);
  }
}

/** Those that meet an interval. */
function near(leaves: readonly Interval[], { fromAt, untilAt }: Interval): readonly Interval[] {
  return leaves.filter((leave) => leave.fromAt < untilAt && leave.untilAt > fromAt);
}

function isIn({ fromAt, untilAt }: Interval, whole: Interval): boolean {
  return fromAt >= whole.fromAt && untilAt <= whole.untilAt;
}
