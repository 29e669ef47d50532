import { expect, test } from 'vitest';
import { codesOf, codesText } from './calling-codes.ts';

test.each([
  ['', undefined],
  ['+49, +41', ['49', '41']],
  ['49 1', ['49', '1']],
  ['nobody', []],
])('%j is read as the codes %j, and written so that it is read again', (text, codes) => {
  expect(codesOf(text)).toEqual(codes);
  expect(codesOf(codesText(codes, 'nobody'))).toEqual(codes);
});
