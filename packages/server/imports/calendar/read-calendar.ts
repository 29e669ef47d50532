import { createReadStream } from 'node:fs';
import { ImportRefused } from '../import-faults.ts';
import type { InspectedFile } from '../inspect-file.ts';
import { type Property, readProperty } from './content-line.ts';

/** Something between a BEGIN and its END, with what stands in it. */
export interface Component {
  /** In capitals: `VEVENT`. */
  readonly name: string;
  readonly line: number;
  readonly properties: readonly Property[];
  readonly children: readonly Component[];
}

interface OpenComponent extends Component {
  readonly properties: Property[];
  readonly children: Component[];
}

/** A calendar of a thousand agents for a year has less; it is understood in memory. */
const CALENDAR_BYTES_MAX = 20_000_000;
/** A line with what was folded into it; pictures in it are longer, and are left out. */
const LINE_LENGTH_MAX = 100_000;
/** Looked through anew with each piece of the file, so that it must end soon. */
const UNENDED_MAX = 4_000_000;
/** What nests deeper is no calendar. */
const DEPTH_MAX = 10;

/** What concerns a roster. All else is read over: descriptions, alarms, pictures. */
const READ = new Set([
  ...['UID', 'SEQUENCE', 'STATUS', 'METHOD', 'SUMMARY', 'CATEGORIES', 'ATTENDEE', 'ORGANIZER'],
  ...['DTSTART', 'DTEND', 'DURATION', 'RRULE', 'EXRULE', 'RDATE', 'EXDATE', 'RECURRENCE-ID'],
  ...['TZID', 'TZOFFSETFROM', 'TZOFFSETTO', 'X-LIC-LOCATION', 'X-WR-TIMEZONE'],
]);

/**
 * The calendars of a file, with their events and time zones.
 *
 * @throws {ImportRefused} it is too large, or something in it begins and does not end; names the line.
 */
export async function readCalendar(file: InspectedFile): Promise<readonly Component[]> {
  if (file.sizeBytes > CALENDAR_BYTES_MAX) {
    throw new ImportRefused('file-too-large', 'file', 'a calendar of at most 20,000,000 bytes');
  }
  const roots: Component[] = [];
  const open: OpenComponent[] = [];
  let lastLine = 0;
  for await (const { text, line } of unfolded(file)) {
    lastLine = line;
    const property = readProperty(text, line);
    if (property !== undefined) place(property, { roots, open });
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw misplaced(lastLine, `END:${unclosed.name} of line ${unclosed.line}`);
  }
  return roots;
}

interface Reading {
  readonly roots: Component[];
  /** Those that have begun, each within the one before. */
  readonly open: OpenComponent[];
}

function place(property: Property, reading: Reading): void {
  if (property.name === 'BEGIN') begin(property, reading);
  else if (property.name === 'END') end(property, reading);
  else if (READ.has(property.name)) reading.open.at(-1)?.properties.push(property);
}

function begin({ value, line }: Property, { open }: Reading): void {
  const name = value.trim().toUpperCase();
  if (open.length === 0 && name !== 'VCALENDAR') throw misplaced(line, 'BEGIN:VCALENDAR');
  if (open.length === DEPTH_MAX) throw misplaced(line, 'at most ten things in each other');
  open.push({ name, line, properties: [], children: [] });
}

function end({ value, line }: Property, { roots, open }: Reading): void {
  const closed = open.pop();
  if (closed?.name !== value.trim().toUpperCase()) {
    throw misplaced(line, `END:${closed?.name ?? 'nothing'}`);
  }
  (open.at(-1)?.children ?? roots).push(closed);
}

function misplaced(line: number, expected: string): ImportRefused {
  return new ImportRefused('calendar-invalid', 'file', `${expected}, near line ${line}`);
}

interface Line {
  readonly text: string;
  readonly line: number;
}

/**
 * The lines of a calendar, with those that were folded put together again. They are folded by bytes, in the
 * middle of a letter too, so that letters are read when a line is whole.
 */
async function* unfolded({ path, encoding }: InspectedFile): AsyncGenerator<Line> {
  const isWide = encoding.startsWith('utf-16');
  const decoder = new TextDecoder(isWide ? encoding : 'latin1');
  const decode = isWide ? (text: string) => text : lettersOf;
  let pending: { text: string; line: number } | undefined;
  for await (const { text, line } of physicalLines(path, isWide ? decoder : undefined)) {
    if (/^[ \t]/.test(text) && pending !== undefined) {
      if (pending.text.length < LINE_LENGTH_MAX) pending.text += text.slice(1);
      continue;
    }
    if (pending !== undefined) yield { ...pending, text: decode(pending.text) };
    pending = { text, line };
  }
  if (pending !== undefined) yield { ...pending, text: decode(pending.text) };
}

async function* physicalLines(
  path: string,
  decoder: InstanceType<typeof TextDecoder> | undefined,
): AsyncGenerator<Line> {
  let rest = '';
  let line = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 16 })) {
    const bytes = chunk as Buffer; // Without an encoding, streams of files give buffers.
    rest += decoder?.decode(bytes, { stream: true }) ?? bytes.toString('latin1');
    // An end of a line may be cut in two.
    const end = rest.endsWith('\r') ? rest.length - 1 : rest.length;
    const lines = rest.slice(0, end).split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? '') + rest.slice(end);
    // The mark of UTF-8, as bytes.
    if (line === 0) lines[0] = lines[0]?.replace(/^\u00ef\u00bb\u00bf/, '') ?? '';
    for (const text of lines) yield { text, line: (line += 1) };
    if (rest.length > UNENDED_MAX) throw misplaced(line + 1, 'lines that end');
  }
  for (const text of rest.split(/\r\n|\n|\r/)) yield { text, line: (line += 1) };
}

/** Bytes as letters: of UTF-8 where they are that, else of Latin 1. */
function lettersOf(bytes: string): string {
  // Nearly every line.
  if (!/[\u0080-\u00ff]/.test(bytes)) return bytes;
  const buffer = Buffer.from(bytes, 'latin1');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(buffer);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder('windows-1252').decode(buffer);
  }
}
