import { expect, test } from 'vitest';
import { unreachedText } from './callback-words.ts';

test.each([
  ['de', 'angerufen'],
  ['de-CH', 'angerufen'],
  ['en-GB', 'called'],
  ['fi', 'called'],
  [undefined, 'called'],
])('whoever is not reached and speaks %s reads %s', (language, word) => {
  const text = unreachedText(language, 3);
  expect(text).toContain(word);
  expect(text).toContain('3');
});
