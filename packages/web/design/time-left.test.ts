import { expect, test } from 'vitest';
import { durationText, timeLeftText, toneOf, wholeTime } from './time-left.ts';

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

test.each([
  [-340_000, { unit: 'seconds', hours: 0, minutes: 5, seconds: 40 }],
  [-200, { unit: 'seconds', hours: 0, minutes: 0, seconds: 1 }],
  [25 * MINUTE + 40_000, { unit: 'minutes', hours: 0, minutes: 26, seconds: 0 }],
  [24 * 60 * MINUTE - 1, { unit: 'hours', hours: 24, minutes: 0, seconds: 0 }],
])('%i ms are said in whole units', (ms, whole) => {
  expect(wholeTime(ms)).toEqual(whole);
});

test.each([
  [59_999, '59 s'],
  [5 * 60_000 + 40_000, '5 m'],
  [89 * 60_000, '89 m'],
  [3.9 * 3_600_000, '4 h'],
  [49 * 3_600_000, '2 d'],
  [-1, '0 s'],
])('%i ms are %s by their largest unit', (ms, words) => {
  expect(durationText(ms)).toBe(words);
});
