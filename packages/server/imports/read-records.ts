import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { ImportRefused } from './import-faults.ts';
import type { InspectedFile } from './inspect-file.ts';

/** What stands between two cells. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** A row of a file as it is written, and the line on which it begins. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell, or a quote that nobody closes, reaches no further than this. */
const RECORD_LENGTH_MAX = 1_000_000;

/**
 * The rows of a CSV file in order, the header first; empty lines are left out. Cells may be quoted,
 * and then hold delimiters, lines and doubled quotes. `delimiter` is found in the header when left out.
 *
 * @throws {ImportRefused} a quote is not closed, or a row is too long; names the line.
 */
export async function* readRecords(
  { path, encoding }: Pick<InspectedFile, 'path' | 'encoding'>,
  delimiter?: Delimiter,
): AsyncGenerator<CsvRecord> {
  const text = decoded(path, encoding);
  const { head, sign, skippedLines } = await beginning(text, delimiter);
  const parser = parse({
    delimiter: sign,
    // Files that were put together of others end their lines in more than one way.
    record_delimiter: ['\r\n', '\n', '\r'],
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: RECORD_LENGTH_MAX,
  });
  const source = Readable.from(rest(head, text), { objectMode: false, highWaterMark: 1 << 18 });
  source.on('error', (error) => parser.destroy(error));
  let doubledLines = 0;
  try {
    for await (const each of source.pipe(parser)) {
      const { info, record } = each as { info: { lines: number }; record: readonly string[] };
      const line = info.lines - countOf(record, /[\n\r]/g) - doubledLines + skippedLines;
      // The parser counts the end of a line twice that stands within quotes as CR LF.
      doubledLines += countOf(record, /\r\n/g);
      if (record.some((cell) => cell.trim() !== '')) yield { line, cells: record };
    }
  } catch (error) {
    throw refusalOf(error, skippedLines);
  } finally {
    source.destroy();
  }
}

/** The text of a file, piece by piece, without the mark at its beginning. */
export async function* decoded(
  path: string,
  encoding: InspectedFile['encoding'],
): AsyncGenerator<string, undefined> {
  // It drops the mark at the beginning.
  const decoder = new TextDecoder(encoding);
  for await (const bytes of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const text = decoder.decode(bytes as Buffer, { stream: true });
    if (text !== '') yield text;
  }
  const text = decoder.decode();
  if (text !== '') yield text;
  return undefined;
}

interface Beginning {
  readonly head: string;
  readonly sign: Delimiter;
  readonly skippedLines: number;
}

/** Reads until the header is whole. Spreadsheets say `sep=;` in a line of its own before it. */
async function beginning(
  text: AsyncGenerator<string, undefined>,
  delimiter: Delimiter | undefined,
): Promise<Beginning> {
  let head = '';
  while (head.length < RECORD_LENGTH_MAX && !hasWholeRow(head)) {
    const next = await text.next();
    if (next.done === true) break;
    head += next.value;
  }
  const said = /^sep=(?<sign>[,;|\t])(?:\r\n|\n|\r)/i.exec(head);
  const body = said === null ? head : head.slice(said[0].length);
  const sign = delimiter ?? DELIMITERS.find((each) => each === said?.groups?.['sign']);
  return { head: body, sign: sign ?? delimiterOf(body), skippedLines: said === null ? 0 : 1 };
}

/**
 * Whether the first line with anything on it has ended, and something follows. Step by step, because one
 * expression for all of it goes back and forth over a long line without an end for minutes.
 */
function hasWholeRow(text: string): boolean {
  const begin = text.search(/\S/);
  if (begin === -1) return false;
  const length = text.slice(begin).search(/[\n\r]/);
  return length !== -1 && begin + length + 1 < text.length;
}

/** The one that stands most often in the first row, outside quotes; of equals the earlier in the list. */
function delimiterOf(head: string): Delimiter {
  // What is quoted goes, with the lines in it; then the first line with anything on it is the row.
  const [row = ''] = head.replace(/"[^"]*"?/g, '_').match(/^.*\S.*$/m) ?? [];
  const countOf = (sign: Delimiter): number => row.split(sign).length;
  return DELIMITERS.reduce((best, sign) => (countOf(sign) > countOf(best) ? sign : best));
}

async function* rest(
  head: string,
  text: AsyncGenerator<string, undefined>,
): AsyncGenerator<string> {
  if (head !== '') yield head;
  yield* text;
}

function countOf(record: readonly string[], pattern: RegExp): number {
  let count = 0;
  for (const cell of record) {
    if (cell.includes('\n') || cell.includes('\r')) count += cell.match(pattern)?.length ?? 0;
  }
  return count;
}

function refusalOf(error: unknown, skippedLines: number): unknown {
  if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_')) {
    return error;
  }
  const { code, lines } = error as CsvError & { lines?: number };
  const near = lines === undefined ? '' : `, near line ${lines + skippedLines}`;
  return code === 'CSV_QUOTE_NOT_CLOSED'
    ? new ImportRefused('quote-not-closed', 'file', `every quote to be closed${near}`)
    : new ImportRefused('row-too-long', 'file', `rows of at most 1,000,000 characters${near}`);
}
