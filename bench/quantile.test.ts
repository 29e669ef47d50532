import { expect, test } from 'vitest';
import { median } from './median.ts';
import { quantile } from './quantile.ts';

test('a quantile is a value that was measured', () => {
  const values = [5, 1, 4, 2, 3];
  expect(quantile(values, 0.99)).toBe(5);
  expect(quantile(values, 0.8)).toBe(4);
  expect(quantile(values, 0.81)).toBe(5);
  expect(quantile(values, 0)).toBe(1);
  expect(values).toEqual([5, 1, 4, 2, 3]);
});

test('of a hundred values the ninety-ninth is the 99 % quantile', () => {
  const values = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(quantile(values, 0.99)).toBe(99);
});

test('a median is the middle, of an even number the lower of the two', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([4, 2, 3, 1])).toBe(2);
});

test('where nothing was measured there is no figure', () => {
  expect(() => median([])).toThrow('nothing was measured');
});
