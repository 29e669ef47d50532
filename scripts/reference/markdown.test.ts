import { describe, expect, test } from 'vitest';
import { code, firstSentence, paragraphs, table } from './markdown.ts';

test('a table keeps bars in its cells, and is nothing without rows', () => {
  expect(table(['A', 'B'], [['`x | y`', 'two\nlines']])).toEqual([
    '| A | B |',
    '| --- | --- |',
    '| `x \\| y` | two lines |',
    '',
  ]);
  expect(table(['A'], [])).toEqual([]);
});

test('code may hold backticks', () => {
  expect(code('a')).toBe('`a`');
  expect(code('a `b`')).toBe('`` a `b` ``');
});

describe('a docstring', () => {
  test.each([
    ['One. Two.', 'One.'],
    ['At 1.5 it ends. Then not.', 'At 1.5 it ends.'],
    ['Over\n two lines. More.', 'Over two lines.'],
    ['No stop\n\nNext paragraph.', 'No stop'],
    ['', ''],
  ])('%j begins with %j', (text, sentence) => {
    expect(firstSentence(text)).toBe(sentence);
  });

  test('is set as paragraphs', () => {
    expect(paragraphs('One\ntwo.\n\nThree.')).toEqual(['One two.', '', 'Three.', '']);
    expect(paragraphs('')).toEqual([]);
  });
});
