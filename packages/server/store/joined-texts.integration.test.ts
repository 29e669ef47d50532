import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { embeddedTestDatabase } from '../testing/test-database.ts';
import { joinTexts, splitTexts, textArray } from './joined-texts.ts';

test.each([
  { name: 'none', texts: [] },
  { name: 'an empty one', texts: [''] },
  { name: 'empty ones between', texts: ['', 'a', '', ''] },
  { name: 'null, and the word for it', texts: [null, 'null', 'NULL', null] },
  { name: 'what arrays quote', texts: ['{"a":"b\\"}', "it's", 'a,b', 'Zürich 日本', '\n\t'] },
])('$name come out as they went in', async ({ texts }) => {
  await using database = await embeddedTestDatabase();
  const { rows } = await sql<{ texts: unknown }>`
    select ${textArray(texts)} as texts`.execute(database.kysely);
  expect(rows).toEqual([{ texts }]);
  const query = `select ${splitTexts('$1')} as texts`;
  const raw = await database.pool.query<{ texts: unknown }>(query, [joinTexts(texts)]);
  expect(raw.rows).toEqual([{ texts }]);
});

test.each(['a\u001fb', '\u001e'])('a text that cannot be joined is refused: %j', (text) => {
  expect(() => joinTexts(['a', text])).toThrow('text 2 of 2 holds a control character');
});
