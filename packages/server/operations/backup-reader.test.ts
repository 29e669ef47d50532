import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { END_OF_TABLE } from './backup-format.ts';
import { backupReader } from './backup-reader.ts';

async function* chunksOf(content: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let at = 0;
  for (let turn = 0; at < content.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    yield await Promise.resolve(content.subarray(at, at + size));
    at += size;
  }
}

const read = async (rows: AsyncGenerator<Buffer>): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of rows) parts.push(part);
  return Buffer.concat(parts).toString('latin1');
};

// A row as COPY writes it: whatever looks like an end is escaped, and so begins `\\`.
const row = fc
  .string({ unit: fc.constantFrom('a', '\\\\', '\\\\.', '.', '\\n', '\\\\.\\\\.'), maxLength: 6 })
  .map((text) => `${text}\n`);
const table = fc.array(row, { maxLength: 5 }).map((rows) => rows.join(''));

describe('backupReader', () => {
  test('finds the tables however the bytes come in chunks', async () => {
    const content = fc.record({
      header: fc.string({ unit: fc.constantFrom('{', '}', '\\', 'x') }),
      tables: fc.array(table, { maxLength: 4 }),
      sizes: fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(content, async ({ header, tables, sizes }) => {
        const text = `${header}\n${tables.map((rows) => `${rows}${END_OF_TABLE.toString()}`).join('')}`;
        const reader = backupReader(chunksOf(Buffer.from(text), sizes));
        expect(await reader.line()).toBe(header);
        for (const rows of tables) expect(await read(reader.table())).toBe(rows);
      }),
    );
  });

  test.each(['head', 'head\n', 'head\nrow\n', 'head\nrow\n\\.', 'head\nrow\\.\n'])(
    'says that %j is cut off',
    async (text) => {
      const reader = backupReader(chunksOf(Buffer.from(text), [3]));
      const all = reader.line().then(() => read(reader.table()));
      await expect(all).rejects.toThrow('it is cut off');
    },
  );
});
