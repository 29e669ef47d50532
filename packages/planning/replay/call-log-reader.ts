import type { Result } from '@rapport/core';
import type { CallLogField, CallLogFormat } from './call-log-format.ts';
import { createDirtyTally, type DirtyRows } from './dirty-tally.ts';
import type { DirtyReason, IgnoredReason, LoggedCall } from './logged-call.ts';
import { keyOf, readRow, type Row } from './read-row.ts';

/** A call log that has been read: every row is a call, ignored or dirty. */
export interface CallLog extends DirtyRows {
  /** Rows below the header; empty lines are none. */
  readonly rowCount: number;
  /** By the time at which they were offered; of equals, in the order of the file. */
  readonly calls: readonly LoggedCall[];
  readonly ignoredCounts: Readonly<Record<IgnoredReason, number>>;
}

/** Takes a call log in line by line, without their ends. */
export interface CallLogReader {
  readonly readLine: (line: string) => void;
  readonly finish: () => CallLog;
}

/** The first line is not the header of such a log: these columns are missing. */
export interface NotACallLog {
  readonly code: 'columns-missing';
  readonly columns: readonly string[];
}

/**
 * A reader of the rows that follow `headerLine`.
 *
 * It never throws on what a row holds: rows that cannot be believed are set aside with their reason.
 * All of those are counted, and the first `dirtyRowsKeptMax` of each fault kept.
 * Refuses: columns-missing.
 */
export function readCallLog(
  headerLine: string,
  format: CallLogFormat,
  dirtyRowsKeptMax = Infinity,
): Result<CallLogReader, NotACallLog> {
  const headers = cellsOf(headerLine.replace(BYTE_ORDER_MARK, ''), format);
  const layout = layoutOf(headers, format);
  if (!layout.ok) return layout;

  const calls: LoggedCall[] = [];
  const ignoredCounts = { 'left-in-menu': 0, phantom: 0, 'repeated-header': 0 };
  const dirty = createDirtyTally(dirtyRowsKeptMax);
  const keys = new Set<string>();
  let lineNumber = 1;
  let rowCount = 0;

  const readLine = (line: string): void => {
    lineNumber += 1;
    if (line.trim() === '') return;
    rowCount += 1;
    const setAside = (reason: DirtyReason, fields: readonly CallLogField[] = []) =>
      dirty.add({ lineNumber, reason, columns: fields.map((field) => format.columns[field]) });

    if (line === headerLine) {
      ignoredCounts['repeated-header'] += 1;
      return;
    }
    const cells = cellsOf(line, format);
    if (cells.length !== headers.length) {
      setAside('columns-miscounted');
      return;
    }
    if (UNREADABLE.test(line)) {
      setAside('characters-unreadable');
      return;
    }
    const row = rowOf(cells, layout.value, lineNumber);
    if (keys.has(keyOf(row))) {
      setAside('call-repeated', ['line', 'callId', 'day']);
      return;
    }

    const reading = readRow(row, format);
    if (reading.kind === 'dirty') {
      dirty.add(reading.row);
      return;
    }
    keys.add(keyOf(row));
    if (reading.kind === 'ignored') ignoredCounts[reading.reason] += 1;
    else calls.push(reading.call);
  };

  return {
    ok: true,
    value: {
      readLine,
      finish: () => ({
        rowCount,
        calls: calls.sort(byOffer),
        ignoredCounts,
        ...dirty.result(),
      }),
    },
  };
}

const BYTE_ORDER_MARK = /^\uFEFF/;
/** Control characters, and what stands for bytes that are no text. */
const UNREADABLE = /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\uFFFD]/;

type Layout = readonly (readonly [CallLogField, number])[];

function layoutOf(headers: readonly string[], format: CallLogFormat): Result<Layout, NotACallLog> {
  const places = new Map(headers.map((header, index) => [header.toLowerCase(), index]));
  // Object.entries widens the keys, which are the fields of the record.
  const wanted = Object.entries(format.columns) as [CallLogField, string][];
  const missing = wanted.map(([, header]) => header).filter((header) => !places.has(header));
  if (missing.length > 0) {
    return { ok: false, refusal: { code: 'columns-missing', columns: missing } };
  }
  return {
    ok: true,
    value: wanted.map(([field, header]) => [field, places.get(header) ?? 0] as const),
  };
}

function cellsOf(line: string, format: CallLogFormat): readonly string[] {
  return line.split(format.separator).map((cell) => cell.trim());
}

function rowOf(cells: readonly string[], layout: Layout, lineNumber: number): Row {
  const named: Partial<Record<CallLogField, string>> = {};
  for (const [field, index] of layout) named[field] = cells[index] ?? '';
  // The layout has every field.
  return { lineNumber, cells: named as Record<CallLogField, string> };
}

function byOffer(a: LoggedCall, b: LoggedCall): number {
  return a.offeredAt - b.offeredAt || a.lineNumber - b.lineNumber;
}
