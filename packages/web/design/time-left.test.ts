import { expect, test } from 'vitest';
import { timeLeftText, toneOf } from './time-left.ts';

const MINUTE = 60_000;

test('a deadline is soon when less than a fifth of its time is left, and late from its moment on', () => {
  expect(toneOf(20, 100)).toBe('on-track');
  expect(toneOf(19, 100)).toBe('soon');
  expect(toneOf(0, 100)).toBe('soon');
  expect(toneOf(-1, 100)).toBe('late');
});

test.each([
  [94_000, '1:34'],
  [-340_000, '−5:40'],
  [9 * MINUTE + 59_999, '9:59'],
  [25 * MINUTE, '25 m'],
  [89 * MINUTE, '89 m'],
  [3 * 60 * MINUTE, '3 h'],
  [-26 * 60 * MINUTE, '−26 h'],
])('%i ms are told as %s', (ms, text) => {
  expect(timeLeftText(ms)).toBe(text);
});
