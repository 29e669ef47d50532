import { expect, test } from 'vitest';
import { cursorProblem, readCursor } from './pages.ts';

test.each([
  ['no JSON', 'nonsense'],
  ['a key that is no number', '["abc","x"]'],
  ['a key that is no whole number', '[1.5,"x"]'],
  ['an id that none can be', '[1,"a\\u0000b"]'],
])('a cursor with %s is not taken', (_what, text) => {
  expect(readCursor(Buffer.from(text).toString('base64url'))).toEqual(cursorProblem());
});
