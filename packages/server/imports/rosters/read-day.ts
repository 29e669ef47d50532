import { type Interval, isCalendarDay } from '@rapport/core';
import { instantOf, offsetsOf } from '../../hours/wall-clock.ts';
import { isTimeZone } from '../../organisation/is-time-zone.ts';
import {
  cellOf,
  cellsOf,
  type ImportCell,
  type ImportRow,
  type PlannedDay,
} from '../import-row.ts';
import type { Note } from '../plan-rows.ts';
import { isWithin, overlap } from './rosters.ts';
import { without } from './without.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** What a row says of one day of one agent. */
export interface WantedDay extends PlannedDay {
  readonly agent: ImportCell;
}

/** What a row says of a day, by the clocks of its time zone; what cannot be understood is noted. */
export function readDay(row: ImportRow, note: Note, timeZone: string): WantedDay | undefined {
  const agent = cellOf(row, 'agent');
  if (agent === undefined) note(undefined, { code: 'agent-missing', expected: 'whose day it is' });
  // Of a calendar everything was worked out already.
  return agent !== undefined && row.planned !== undefined
    ? { agent, ...row.planned }
    : readCells(row, note, { agent, timeZone });
}

function readCells(
  row: ImportRow,
  note: Note,
  { agent, timeZone }: { readonly agent: ImportCell | undefined; readonly timeZone: string },
): WantedDay | undefined {
  const date = readDate(row, note);
  const zone = readZone(row, note) ?? timeZone;
  const shifts = readSpans(row, 'shifts', note);
  const breaks = readSpans(row, 'breaks', note);
  const leave = readLeave(row, note);
  if (agent === undefined || date === undefined) return undefined;
  if (shifts === undefined || breaks === undefined || leave === undefined) return undefined;
  const offsetMsAt = offsetsOf(zone);
  const midnightMs = Date.parse(date);
  const at = (wallMs: number): number => instantOf(midnightMs + wallMs, offsetMsAt);
  const day = { fromAt: at(0), untilAt: at(DAY_MS) };
  const moments = ({ fromMs, untilMs }: Span): Interval => ({
    fromAt: at(fromMs),
    untilAt: at(untilMs),
  });
  const planned = placeBreaks(shifts, breaks, note);
  if (planned === undefined) return undefined;
  const isAway = leave === 'day';
  const duties = shifts.map(({ span }) => moments(span)).toSorted(byStart);
  const pauses = planned.map(moments).toSorted(byStart);
  const away = isAway ? [] : leave.flatMap(({ span }) => [span, nextDay(span)]).map(moments);
  const dutyIntervals = isAway ? [] : without(duties, away);
  const breakIntervals = isAway ? [] : without(pauses, away);
  return fit({ agent, date, day, roster: { dutyIntervals, breakIntervals } }, [duties, pauses], {
    row,
    note,
  });
}

/** The day, unless shifts or breaks of the row meet each other, or leave cuts a night shift in two days. */
function fit(
  wanted: WantedDay,
  planned: readonly (readonly Interval[])[],
  { row, note }: { readonly row: ImportRow; readonly note: Note },
): WantedDay | undefined {
  const { day, roster } = wanted;
  const isHollow = planned.flat().some(({ fromAt, untilAt }) => untilAt <= fromAt);
  if (isHollow || planned.some(overlap)) {
    const expected = 'shifts one after the other, and breaks one after the other';
    note(cellOf(row, 'shifts'), { code: 'shift-overlaps', expected });
    return undefined;
  }
  if (roster.dutyIntervals.every(({ fromAt }) => isWithin(fromAt, day))) return wanted;
  const expected = 'what is left after midnight in the row of the next day';
  note(cellOf(row, 'leave'), { code: 'leave-invalid', expected });
  return undefined;
}

/** A span of the clock in a cell, in milliseconds from midnight; over midnight it ends the day after. */
interface Span {
  readonly fromMs: number;
  readonly untilMs: number;
}

interface SpanCell {
  readonly cell: ImportCell;
  readonly span: Span;
}

const TIME = String.raw`([01]?\d|2[0-4])[:.h]([0-5]\d)`;
const SPAN = new RegExp(String.raw`^${TIME} ?(?:-|–|—|to|bis) ?${TIME}$`);

function readSpans(row: ImportRow, field: string, note: Note): readonly SpanCell[] | undefined {
  const spans: SpanCell[] = [];
  for (const cell of splitAtCommas(cellsOf(row, field))) {
    const span = spanOf(cell.text);
    if (span === undefined) {
      note(cell, { code: 'span-invalid', expected: 'from and until by the clock: 08:00-12:00' });
      return undefined;
    }
    spans.push({ cell, span });
  }
  return spans;
}

function splitAtCommas(cells: readonly ImportCell[]): readonly ImportCell[] {
  return cells.flatMap(({ column, text }) =>
    text.split(',').map((part) => ({ column, text: part.trim() })),
  );
}

function spanOf(text: string): Span | undefined {
  const [, ...parts] = SPAN.exec(text) ?? [];
  const [fromHour, fromMinute, untilHour, untilMinute] = parts.map(Number);
  if (fromHour === undefined || fromMinute === undefined) return undefined;
  if (untilHour === undefined || untilMinute === undefined) return undefined;
  const fromMs = (fromHour * 60 + fromMinute) * MINUTE_MS;
  const untilMs = (untilHour * 60 + untilMinute) * MINUTE_MS;
  if (fromMs >= DAY_MS || untilMs > DAY_MS || fromMs === untilMs) return undefined;
  return { fromMs, untilMs: untilMs > fromMs ? untilMs : untilMs + DAY_MS };
}

/** Each break in a shift of its row; of a night shift it may be after midnight. */
function placeBreaks(
  shifts: readonly SpanCell[],
  breaks: readonly SpanCell[],
  note: Note,
): readonly Span[] | undefined {
  const placed: Span[] = [];
  for (const { cell, span } of breaks) {
    const found = [span, nextDay(span)].find(({ fromMs, untilMs }) =>
      shifts.some((shift) => fromMs >= shift.span.fromMs && untilMs <= shift.span.untilMs),
    );
    if (found === undefined) {
      note(cell, { code: 'break-outside', expected: 'a break within a shift of the same row' });
      return undefined;
    }
    placed.push(found);
  }
  return placed;
}

function nextDay({ fromMs, untilMs }: Span): Span {
  return { fromMs: fromMs + DAY_MS, untilMs: untilMs + DAY_MS };
}

/** `day` where he is away all day; else when. */
function readLeave(row: ImportRow, note: Note): 'day' | readonly SpanCell[] | undefined {
  if (cellOf(row, 'leave')?.text.toLowerCase() === 'day') return 'day';
  return readSpans(row, 'leave', note);
}

function byStart(a: Interval, b: Interval): number {
  return a.fromAt - b.fromAt;
}

const DOTTED = /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/;

function readDate(row: ImportRow, note: Note): string | undefined {
  const cell = cellOf(row, 'date');
  const text = cell?.text ?? '';
  const { year, month = '', day = '' } = DOTTED.exec(text)?.groups ?? {};
  const date =
    year === undefined ? text : [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  if (isCalendarDay(date)) return date;
  note(cell, { code: 'date-invalid', expected: 'a day, as 2026-03-02 or 2.3.2026' });
  return undefined;
}

function readZone(row: ImportRow, note: Note): string | undefined {
  const cell = cellOf(row, 'timeZone');
  if (cell === undefined || isTimeZone(cell.text)) return cell?.text;
  note(cell, { code: 'time-zone-invalid', expected: 'a name of the IANA, such as Europe/Zurich' });
  return undefined;
}
