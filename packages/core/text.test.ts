import { expect, test } from 'vitest';
import { isPlainText } from './text.ts';

test.each([
  ['nothing', '', false],
  ['two hundred characters', 'x'.repeat(200), true],
  ['one more', 'x'.repeat(201), false],
  ['two hundred of two code units each', '\u{1F600}'.repeat(200), true],
  ['one more of those', '\u{1F600}'.repeat(201), false],
  ['a line break', 'a\nb', false],
  ['half of a character', '\uD83D', false],
])('%s', (_what, text, isPlain) => {
  expect(isPlainText(text)).toBe(isPlain);
});
