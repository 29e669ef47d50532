import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { POLICY } from '../routing/policy.ts';
import { faded, strengthLeft } from './fading.ts';

const DAY_MS = 86_400_000;
const strength = fc.integer({ min: 0, max: 10_000 });
const days = fc.integer({ min: 0, max: 20_000 });
const halfLife = fc.constantFrom(1, 7, 30, 180, 365);

describe('what is left of an earned strength', () => {
  test.each([
    [0, 10_000],
    [5, 10_000],
    [6, 9_785],
    [90, 7_071],
    [180, 5_000],
    [360, 2_500],
    [1_800, 9],
    [100_000, 0],
  ])('after %i days with a half-life of 180', (passed, left) => {
    expect(faded(10_000, passed, 180)).toBe(left);
  });

  test('is what halving comes to, within a step and the rounding', () => {
    fc.assert(
      fc.property(strength, days, halfLife, (whole, passed, halfLifeDays) => {
        const exact = whole * 2 ** (-passed / halfLifeDays);
        const left = faded(whole, passed, halfLifeDays);
        expect(left).toBeLessThanOrEqual(exact * 2 ** (1 / 32) + 1);
        expect(left).toBeGreaterThanOrEqual(Math.floor(exact) - 2);
      }),
    );
  });

  test('never grows with time, and never turns the order of two round', () => {
    fc.assert(
      fc.property(strength, strength, days, days, (one, other, passed, more) => {
        expect(faded(one, passed + more, 180)).toBeLessThanOrEqual(faded(one, passed, 180));
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(faded(low, passed, 180)).toBeLessThanOrEqual(faded(high, passed, 180));
      }),
    );
  });

  test('is nothing where it counts as unknown', () => {
    const earned = { strength: 0.2, at: 0 };
    expect(strengthLeft(earned, 360 * DAY_MS, POLICY)).toBe(0.05);
    expect(strengthLeft(earned, 366 * DAY_MS, POLICY)).toBe(0);
    expect(strengthLeft(earned, 0, POLICY)).toBe(0.2);
  });
});
