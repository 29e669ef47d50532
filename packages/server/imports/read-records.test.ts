import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inspectFile } from './inspect-file.ts';
import { type CsvRecord, type Delimiter, DELIMITERS, readRecords } from './read-records.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rapport-csv-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function read(
  content: string | Buffer,
  delimiter?: Delimiter,
): Promise<readonly CsvRecord[]> {
  const path = join(folder, 'file.csv');
  await writeFile(path, content);
  const records: CsvRecord[] = [];
  for await (const record of readRecords(await inspectFile(path), delimiter)) records.push(record);
  return records;
}

const cellsOf = async (content: string): Promise<readonly (readonly string[])[]> =>
  (await read(content)).map(({ cells }) => cells);

describe('rows of a file', () => {
  test('begin on the line of the file on which they begin', async () => {
    const records = await read('a,b\n\n1,"x\ny\r\nz"\r\n\n\n2,3\n');
    expect(records).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 3, cells: ['1', 'x\ny\r\nz'] },
      { line: 8, cells: ['2', '3'] },
    ]);
  });

  test.each(DELIMITERS)('are split at %j where the header says so', async (sign) => {
    const rows = [
      ['a, b', 'c; d|e'],
      ['1', '2'],
    ];
    const quoted = rows.map((row) => row.map((cell) => `"${cell}"`).join(sign)).join('\n');
    expect(await cellsOf(quoted)).toEqual(rows);
  });

  test('are split at what the caller says, whatever the header looks like', async () => {
    expect(await read('a;b,c\n1;2,3', ',')).toMatchObject([
      { cells: ['a;b', 'c'] },
      { cells: ['1;2', '3'] },
    ]);
  });

  test('as long as they may be are read in no time, ended or not', async () => {
    const long = `a ${'x'.repeat(450_000)} ${' '.repeat(450_000)}y`;
    expect(await cellsOf(long)).toEqual([[long]]);
    expect(await cellsOf(`${long}\n1`)).toEqual([[long], ['1']]);
    expect(await cellsOf(`${' '.repeat(900_000)}\n\na\n1\n`)).toEqual([['a'], ['1']]);
  });

  test('of spaces and delimiters alone are none', async () => {
    expect(await cellsOf('a,b\n , \n1,2\n,,,\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  test('keep a quote in the middle of a cell', async () => {
    expect(await cellsOf('a,b\n5" pipe,x\n')).toEqual([
      ['a', 'b'],
      ['5" pipe', 'x'],
    ]);
  });

  test('end where a quote is not closed, and the line is named', async () => {
    await expect(read('a,b\n1,"2\n3,4\n')).rejects.toMatchObject({ code: 'quote-not-closed' });
  });
});

/** Anything that people have in cells; the ends of cells are spaces to nobody. */
const cell = fc
  .string({
    unit: fc.constantFrom(
      ...['a', 'b', ' ', 'ü', '🙂', '"', "'", ',', ';', '|', '\t', '\n', '\r', '\\', '=', '0'],
    ),
    maxLength: 8,
  })
  .filter((text) => !/^\s|\s$|^"/.test(text));
const width = 3;
const row = fc
  .array(cell, { minLength: width, maxLength: width })
  .filter((cells) => cells.some((text) => text.trim() !== ''));
const dialect = fc.record({
  sign: fc.constantFrom(...DELIMITERS),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  encoding: fc.constantFrom('utf8' as const, 'utf16le' as const),
  hasMark: fc.boolean(),
  isAllQuoted: fc.boolean(),
  hasLastEnd: fc.boolean(),
});

test('what was written in any dialect is read back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 6 }), dialect, async (rows, how) => {
      const { sign, lineEnd, encoding, hasMark, isAllQuoted, hasLastEnd } = how;
      const quoted = (text: string): string =>
        isAllQuoted || /[",;|\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
      const all = [['one', 'two', 'three'], ...rows];
      const lines = all.map((cells) => cells.map(quoted).join(sign));
      // UTF-16 is told by its mark; UTF-8 may have one.
      const mark = hasMark || encoding === 'utf16le' ? '\ufeff' : '';
      const text = mark + lines.join(lineEnd) + (hasLastEnd ? lineEnd : '');
      const records = await read(Buffer.from(text, encoding));
      expect(records.map(({ cells }) => cells)).toEqual(all);
    }),
    { numRuns: 150 },
  );
});
