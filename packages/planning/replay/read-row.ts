import { type Instant, isPlainText } from '@rapport/core';
import type { CallLogField, CallLogFormat } from './call-log-format.ts';
import { DAY_MS, readDayAt, readTimeOfDayMs } from './civil-time.ts';
import type { DirtyReason, DirtyRow, LoggedCall, RowReading } from './logged-call.ts';

/** The cells of one row, by field. */
export interface Row {
  readonly lineNumber: number;
  readonly cells: Readonly<Record<CallLogField, string>>;
}

/**
 * What a row says: a call that asked for an agent, a row that is none, or a row that contradicts
 * itself or cannot be read.
 *
 * The outcome's word decides whether a call was answered, whatever else the row says. A call that
 * was answered without queueing counts as offered when its service began. A time earlier in the day
 * than the one before it belongs to the next day when midnight is the nearer explanation.
 */
export function readRow(row: Row, format: CallLogFormat): RowReading {
  const fault = faultOfValues(row, format);
  if (fault !== undefined) return { kind: 'dirty', row: fault };
  const times = readTimes(row, format);
  if ('reason' in times) return { kind: 'dirty', row: times };

  const outcome = format.outcomes[row.cells.outcome];
  if (outcome === 'ignored') return { kind: 'ignored', reason: 'phantom' };
  if (outcome === 'hung-up' && times.queue === undefined) {
    return { kind: 'ignored', reason: 'left-in-menu' };
  }
  const hasAbandoned = outcome === 'hung-up';
  return { kind: 'call', call: callOf({ row, format, times, hasAbandoned }) };
}

/** The key of a row's call: the line it came in on, its number there, and the day. */
export function keyOf({ cells }: Row): string {
  return `${cells.line} ${cells.callId} ${cells.day}`;
}

interface Span {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
}

interface Times {
  readonly menuLeftAt: Instant;
  readonly queue: Span | undefined;
  readonly service: Span | undefined;
}

const NEVER_EMPTY = ['callId', 'skill', 'day', 'outcome'] as const;

function faultOfValues(row: Row, format: CallLogFormat): DirtyRow | undefined {
  const dirty = dirtyRows(row, format);
  const missing = NEVER_EMPTY.find((field) => row.cells[field] === '');
  if (missing !== undefined) return dirty('value-missing', missing);
  // The skill's code goes to the desk as it stands; customers, agents and calls get numbers.
  if (!isPlainText(row.cells.skill)) return dirty('value-unusable', 'skill');
  if (!Object.hasOwn(format.outcomes, row.cells.outcome))
    return dirty('outcome-unknown', 'outcome');
  if (!Object.hasOwn(format.headStartMsByPriority, row.cells.priority)) {
    return dirty('priority-unknown', 'priority');
  }
  return undefined;
}

function readTimes(row: Row, format: CallLogFormat): Times | DirtyRow {
  const dirty = dirtyRows(row, format);
  const dayAt = readDayAt(row.cells.day, format.dayPattern);
  if (dayAt === undefined) return dirty('day-unreadable', 'day');
  const clock = readClock(row);
  if (typeof clock === 'string') return dirty('time-unreadable', clock);

  const enteredAt = dayAt + clock.entered;
  const menuLeftAt = nearestAt(enteredAt, clock.menuLeft);
  if (menuLeftAt < enteredAt) return dirty('times-out-of-order', 'menuLeft', 'entered');
  const queue = spanAfter(menuLeftAt, clock.queued, clock.queueLeft);
  if (queue !== undefined) {
    if (queue.startedAt < enteredAt) return dirty('times-out-of-order', 'queued', 'entered');
    if (queue.endedAt < queue.startedAt) return dirty('times-out-of-order', 'queueLeft', 'queued');
  }
  const service = spanAfter(queue?.endedAt ?? menuLeftAt, clock.serviceStarted, clock.serviceEnded);
  if (service !== undefined) {
    if (service.startedAt < enteredAt) {
      return dirty('times-out-of-order', 'serviceStarted', 'entered');
    }
    if (service.endedAt < service.startedAt) {
      return dirty('times-out-of-order', 'serviceEnded', 'serviceStarted');
    }
  }
  return { menuLeftAt, queue, service };
}

const CLOCK_FIELDS = [
  'entered',
  'menuLeft',
  'queued',
  'queueLeft',
  'serviceStarted',
  'serviceEnded',
] as const;

type ClockField = (typeof CLOCK_FIELDS)[number];

/** The times of day, or the first field that holds none. */
function readClock({ cells }: Row): Record<ClockField, number> | ClockField {
  const clock: Partial<Record<ClockField, number>> = {};
  for (const field of CLOCK_FIELDS) {
    const timeMs = readTimeOfDayMs(cells[field]);
    if (timeMs === undefined) return field;
    clock[field] = timeMs;
  }
  // Every field has been set, or the function has returned.
  return clock as Record<ClockField, number>;
}

function spanAfter(previousAt: Instant, startMs: number, endMs: number): Span | undefined {
  if (startMs === 0 && endMs === 0) return undefined;
  const startedAt = nearestAt(previousAt, startMs);
  return { startedAt, endedAt: nearestAt(startedAt, endMs) };
}

/** The instant with this time of day that is nearest to `at`: no part of a call takes half a day. */
function nearestAt(at: Instant, timeOfDayMs: number): Instant {
  const sameDayAt = Math.floor(at / DAY_MS) * DAY_MS + timeOfDayMs;
  if (sameDayAt < at - DAY_MS / 2) return sameDayAt + DAY_MS;
  if (sameDayAt > at + DAY_MS / 2) return sameDayAt - DAY_MS;
  return sameDayAt;
}

interface CallParts {
  readonly row: Row;
  readonly format: CallLogFormat;
  readonly times: Times;
  readonly hasAbandoned: boolean;
}

function callOf({ row, format, times, hasAbandoned }: CallParts): LoggedCall {
  const { cells, lineNumber } = row;
  const { queue, service, menuLeftAt } = times;
  return {
    key: keyOf(row),
    lineNumber,
    skill: cells.skill,
    customer: format.unknownCustomers.includes(cells.customer) ? undefined : cells.customer,
    headStartMs: format.headStartMsByPriority[cells.priority] ?? 0,
    offeredAt: queue?.startedAt ?? service?.startedAt ?? menuLeftAt,
    waitMs: queue === undefined ? 0 : queue.endedAt - queue.startedAt,
    hasAbandoned,
    agent: hasAbandoned || format.unknownAgents.includes(cells.agent) ? undefined : cells.agent,
    service: hasAbandoned ? undefined : service,
  };
}

function dirtyRows(row: Row, format: CallLogFormat) {
  return (reason: DirtyReason, ...fields: readonly CallLogField[]): DirtyRow => ({
    lineNumber: row.lineNumber,
    reason,
    columns: fields.map((field) => format.columns[field]),
  });
}
