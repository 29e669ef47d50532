import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { drawPatienceMs, estimateSurvival, patientRatioAt } from './survival-curve.ts';

const gaveUp = (waitMs: number) => ({ waitMs, hasAbandoned: true });
const answered = (waitMs: number) => ({ waitMs, hasAbandoned: false });

/** Remission times in weeks, 21 patients on 6-mercaptopurine: the usual example in textbooks. */
const REMISSIONS = [
  ...[6, 6, 6, 7, 10, 13, 16, 22, 23].map(gaveUp),
  ...[6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map(answered),
];

describe('estimateSurvival', () => {
  // Freireich et al., Blood 21 (1963); the estimate is worked out in Cox and Oakes (1984), page 8.
  test('agrees with the worked example of the textbooks', () => {
    const curve = estimateSurvival(REMISSIONS);
    expect(curve.stepMs).toEqual([6, 7, 10, 13, 16, 22, 23]);
    expect(curve.patientRatio.map((ratio) => ratio.toFixed(3))).toEqual([
      '0.857',
      '0.807',
      '0.753',
      '0.690',
      '0.627',
      '0.538',
      '0.448',
    ]);
    expect(curve.longestMs).toBe(35);
  });

  test('is the plain share of survivors when everybody gave up', () => {
    const curve = estimateSurvival([4, 2, 1, 3].map(gaveUp));
    expect(curve.patientRatio.map((ratio) => ratio.toFixed(9))).toEqual(
      [0.75, 0.5, 0.25, 0].map((ratio) => ratio.toFixed(9)),
    );
    expect(patientRatioAt(curve, 2.5)).toBeCloseTo(0.5);
    expect(patientRatioAt(curve, 0)).toBe(1);
  });

  test('does not depend on the order of the observations, and never rises', () => {
    const observations = fc.array(fc.record({ waitMs: fc.nat(20), hasAbandoned: fc.boolean() }));
    fc.assert(
      fc.property(observations, (list) => {
        const curve = estimateSurvival(list);
        expect(estimateSurvival([...list].reverse())).toEqual(curve);
        expect([...curve.patientRatio].sort((a, b) => b - a)).toEqual(curve.patientRatio);
      }),
    );
  });
});

describe('drawPatienceMs', () => {
  test('draws as often as the curve says, given what has been waited', () => {
    const curve = estimateSurvival(REMISSIONS);
    const random = seededRandom(11);
    const draws = Array.from({ length: 20_000 }, () => drawPatienceMs(curve, random, 10));
    expect(Math.min(...draws)).toBe(13);
    const share = draws.filter((drawMs) => drawMs > 16).length / draws.length;
    // 0.627 / 0.753; one standard deviation is 0.0026.
    expect(Math.abs(share - 0.627 / 0.753)).toBeLessThan(0.01);
    // Whoever outlives the last step waits as long as the longest wait seen.
    expect(new Set(draws)).toEqual(new Set([13, 16, 22, 23, 35]));
  });

  test('always exceeds the wait that was survived, for any curve', () => {
    const observations = fc.array(fc.record({ waitMs: fc.nat(50), hasAbandoned: fc.boolean() }));
    fc.assert(
      fc.property(observations, fc.nat(60), fc.integer(), (list, waitedMs, seed) => {
        const drawMs = drawPatienceMs(estimateSurvival(list), seededRandom(seed), waitedMs);
        expect(drawMs).toBeGreaterThan(waitedMs);
      }),
    );
  });
});
