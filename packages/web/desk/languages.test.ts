import { expect, test } from 'vitest';
import { isSpokenBy, languageName } from './languages.ts';

const TED = { skills: ['billing', 'German'], browser: ['en-GB', 'en'] };

test.each([
  ['en', true],
  ['en-US', true],
  ['de', true],
  ['de-CH', true],
  ['fr', false],
  ['it', false],
])('Ted, whose browser is English and who has German, speaks %s: %s', (language, isSpoken) => {
  expect(isSpokenBy(language, TED)).toBe(isSpoken);
});

test.each(['fr', 'French', 'français', 'Französisch'])('%s is a skill that is French', (skill) => {
  expect(isSpokenBy('fr-BE', { skills: [skill], browser: ['de'] })).toBe(true);
});

test('what is no language is told as it was written, and nobody speaks it', () => {
  expect(languageName('no such', 'en')).toBe('no such');
  expect(isSpokenBy('no such', TED)).toBe(false);
});
