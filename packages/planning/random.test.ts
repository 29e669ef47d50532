import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { randomOf, seededRandom } from './random.ts';

describe('seededRandom', () => {
  test('replays: one seed gives one sequence, another seed another', () => {
    const draw = (seed: number) => Array.from({ length: 50 }, seededRandom(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  test('stays in [0, 1) for every seed', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seededRandom(seed);
        for (let index = 0; index < 20; index += 1) {
          const value = random();
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(1);
        }
      }),
    );
  });
});

describe('randomOf', () => {
  test('gives each key its own sequence, which the seed changes', () => {
    const first = (seed: number, key: string) => randomOf(seed, key)();
    expect(first(1, 'AA0101 33116')).toBe(first(1, 'AA0101 33116'));
    expect(first(1, 'AA0101 33116')).not.toBe(first(1, 'AA0101 33117'));
    expect(first(1, 'AA0101 33116')).not.toBe(first(2, 'AA0101 33116'));
  });

  test('spreads the first numbers of neighbouring keys evenly', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let index = 0; index < 20_000; index += 1) {
      const tenth = Math.floor(randomOf(42, `AA0101 ${index}`)() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // 2,000 expected in each; four standard deviations are 170.
    for (const count of tenths) expect(Math.abs(count - 2_000)).toBeLessThan(170);
  });
});
