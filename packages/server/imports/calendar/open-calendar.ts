import type { Instant, Interval } from '@rapport/core';
import { ImportRefused } from '../import-faults.ts';
import type { ImportCell, ImportRow } from '../import-row.ts';
import type { InspectedFile } from '../inspect-file.ts';
import type { MappedColumn } from '../map-columns.ts';
import type { Source } from '../source.ts';
import { type EventFault, EventRefused } from './calendar-fault.ts';
import { type DayClock, dayClockOf } from './day-clock.ts';
import { agentsOf } from './event-agents.ts';
import { type KindReader, readKinds } from './event-kind.ts';
import { groupSeries } from './group-series.ts';
import { occurrencesOf, propertyOf, type Series } from './occurrences.ts';
import { pace } from './pace.ts';
import { planDays, type Planned, type PlannedAgent } from './plan-days.ts';
import { type Component, readCalendar } from './read-calendar.ts';
import type { Readings } from './read-moment.ts';
import { clocksOf, type OfficialClocks, officialClocks, wallOf } from './time-zones.ts';

/** How a calendar is read. */
export interface CalendarOptions {
  /** What events are by their words, where those say it otherwise. */
  readonly map: ReadonlyMap<string, string>;
  /** Whose it is; else each event says it. */
  readonly agent: string | undefined;
  /** By whose clocks days begin, and times that name no zone are read. */
  readonly timeZone: string;
  /** When the import began. */
  readonly begunAt: Instant;
}

const DAY_MS = 86_400_000;
const DAYS_BEFORE = 7;
const DAYS_AFTER = 366;
/** More is no roster of one centre. */
const PLANNED_MAX = 400_000;
/** Of one agent: two dozen on each day. */
const PLANNED_OF_AGENT_MAX = 10_000;
/** So many days are looked at, all rules together: those that count, from their first day on. */
const LOOKED_AT_MAX = 50_000_000;

/**
 * The days of agents that a calendar speaks of, as rows of a roster, in the order of agents and days; those of
 * events that cannot be understood come first. Rules without an end are followed from a week before the import
 * to a year after it.
 *
 * @throws {ImportRefused} it is no calendar, or nothing in it is of a roster.
 */
export async function openCalendar(file: InspectedFile, options: CalendarOptions): Promise<Source> {
  const calendars = (await readCalendar(file)).filter(({ name }) => name === 'VCALENDAR');
  if (!calendars.some(({ children }) => children.some(({ name }) => name === 'VEVENT'))) {
    throw new ImportRefused(
      'file-empty',
      'file',
      'a calendar with events, which begin BEGIN:VEVENT',
    );
  }
  const kinds = readKinds(options.map);
  const clock = dayClockOf(options.timeZone);
  const today = clock.numberOf(options.begunAt);
  const window = {
    fromAt: clock.spanOf(today - DAYS_BEFORE).fromAt,
    untilAt: clock.spanOf(today + DAYS_AFTER).untilAt,
  };
  const gathered: Gathered = {
    ...{ agents: new Map(), sources: new Set(), faults: [], count: 0, lookedAtCount: 0 },
  };
  const official = officialClocks();
  const giveWay = pace();
  for (const calendar of calendars) {
    await gather(gathered, calendar, { ...options, kinds, clock, window, official, giveWay });
    await giveWay();
  }
  requireKinds(kinds);
  const isWhole = gathered.faults.length === 0;
  const rows: ImportRow[] = gathered.faults
    .toSorted((a, b) => a.line - b.line)
    .map((fault, index) => ({ ...rowOfFault(fault), line: index + 1 }));
  for (const agent of gathered.agents.values()) {
    const days = planDays(agent, { clock, window, isWhole });
    for (const day of days) rows.push({ ...day, line: rows.length + 1 });
    await giveWay();
  }
  return {
    columns: columnsOf(kinds, gathered.sources),
    async *rows() {
      // As files in CSV are read, which takes its time.
      await Promise.resolve();
      yield* rows;
    },
  };
}

interface Gathered {
  readonly agents: Map<string, PlannedAgent & { readonly planned: Planned[] }>;
  /** What said whose events are. */
  readonly sources: Set<string>;
  readonly faults: EventFault[];
  count: number;
  lookedAtCount: number;
}

interface Reading {
  readonly agent: string | undefined;
  readonly timeZone: string;
  readonly kinds: KindReader;
  readonly clock: DayClock;
  readonly window: Interval;
  readonly official: OfficialClocks;
  readonly giveWay: () => Promise<void>;
}

async function gather(gathered: Gathered, calendar: Component, reading: Reading): Promise<void> {
  const { children } = calendar;
  const events = children.filter(({ name }) => name === 'VEVENT');
  const readings = readingsOf(calendar, reading);
  const { series, refused } = await groupSeries(events, readings, reading.giveWay);
  for (const { event, fault } of refused) {
    if (reading.kinds.kindOf(event) !== undefined) gathered.faults.push(fault);
  }
  const isCancelled = propertyOf(calendar, 'METHOD')?.value.trim().toUpperCase() === 'CANCEL';
  for (const each of series) {
    try {
      gatherSeries(gathered, each, { ...reading, readings, isCancelled });
    } catch (error) {
      if (!(error instanceof EventRefused)) throw error;
      gathered.faults.push(error.fault);
    }
    await reading.giveWay();
  }
}

function readingsOf(calendar: Component, { clock, window, official }: Reading): Readings {
  const zones = calendar.children.filter(({ name }) => name === 'VTIMEZONE');
  const clocks = clocksOf(zones, { around: (window.fromAt + window.untilAt) / 2, official });
  const floating = official(propertyOf(calendar, 'X-WR-TIMEZONE')?.value ?? '');
  return { clocks, days: clock.instantOf, floating: floating ?? clock.instantOf };
}

function gatherSeries(
  gathered: Gathered,
  series: Series,
  reading: Reading & { readonly readings: Readings; readonly isCancelled: boolean },
): void {
  const { event } = series;
  const kind = reading.kinds.kindOf(event);
  if (kind === undefined) return;
  const isCancelled =
    reading.isCancelled || propertyOf(event, 'STATUS')?.value.trim().toUpperCase() === 'CANCELLED';
  countRules(gathered, event, reading.window);
  const occurrences = occurrencesOf(series, reading.window, reading.readings);
  if (occurrences.length === 0) return;
  const start = propertyOf(event, 'DTSTART');
  if (
    kind !== 'leave' &&
    start !== undefined &&
    occurrences.some(({ isWholeDays }) => isWholeDays)
  ) {
    throw new EventRefused(
      start,
      'time-missing',
      'a time at which it begins; days alone can be leave',
    );
  }
  const { agent } = reading;
  const cells = agent === undefined ? agentsOf(event) : [{ column: 'agent', text: agent }];
  for (const cell of cells) {
    gathered.sources.add(cell.column);
    const { planned } = agentIn(gathered, cell);
    countPlanned(gathered, planned.length, occurrences.length);
    for (const { fromAt, untilAt } of occurrences) {
      planned.push({ fromAt, untilAt, kind, isCancelled, line: event.line });
    }
  }
}

/** @throws {ImportRefused} there would be too much of an agent, or of all. */
function countPlanned(gathered: Gathered, ofAgentCount: number, moreCount: number): void {
  gathered.count += moreCount;
  if (gathered.count > PLANNED_MAX) {
    const expected = 'at most 400,000 shifts, breaks and leaves of a year; more in several files';
    throw new ImportRefused('calendar-too-large', 'file', expected);
  }
  if (ofAgentCount + moreCount > PLANNED_OF_AGENT_MAX) {
    const expected = 'at most 10,000 shifts, breaks and leaves of one agent in a year';
    throw new ImportRefused('calendar-too-large', 'file', expected);
  }
}

/**
 * Counts through how many days the rules of an event have to be followed.
 *
 * @throws {ImportRefused} it would be too many, all rules together.
 */
function countRules(gathered: Gathered, { properties }: Component, window: Interval): void {
  const start = wallOf(properties.find(({ name }) => name === 'DTSTART')?.value ?? '') ?? 0;
  for (const { name, value } of properties) {
    if (name !== 'RRULE') continue;
    const fromAt = /COUNT=/i.test(value) ? start : window.fromAt;
    gathered.lookedAtCount += Math.max(0, window.untilAt - fromAt) / DAY_MS;
  }
  if (gathered.lookedAtCount > LOOKED_AT_MAX) {
    const expected = 'rules that began not so long ago, or fewer of them; more in several files';
    throw new ImportRefused('calendar-too-large', 'file', expected);
  }
}

function agentIn({ agents }: Gathered, agent: ImportCell): { readonly planned: Planned[] } {
  const known = agents.get(agent.text);
  if (known !== undefined) return known;
  const begun = { agent, planned: [] };
  agents.set(agent.text, begun);
  return begun;
}

function requireKinds({ told, unknown, missing }: KindReader): void {
  const [word] = missing();
  if (word !== undefined) {
    throw new ImportRefused('column-unknown', 'map', `words that stand at events, not ${word}`);
  }
  if (told.size > 0) return;
  const categories =
    unknown.size === 0 ? '' : `; there are the categories ${[...unknown].join(', ')}`;
  throw new ImportRefused(
    'field-missing',
    'map',
    `events whose CATEGORIES or SUMMARY say Shift, Break or Leave, or words=shifts for others${categories}`,
  );
}

function columnsOf(kinds: KindReader, sources: ReadonlySet<string>): readonly MappedColumn[] {
  return [
    ...[...sources].map((column) => ({ column, field: 'agent' })),
    ...[...kinds.told].map(([column, field]) => ({ column, field })),
    ...[...kinds.unknown].map((column) => ({ column, field: undefined })),
  ];
}

function rowOfFault({ line, column, code, expected, found }: EventFault): Omit<ImportRow, 'line'> {
  const cell = column === undefined ? undefined : { column, text: found ?? '' };
  const fault = { code, expected, ...(cell !== undefined && { cell }) };
  return { fileLine: line, cells: new Map(), hasExcess: false, fault };
}
