import type { Random } from '../random.ts';

/** How long somebody was seen to wait, and whether that was the end of his patience or of his wait. */
export interface PatienceObservation {
  readonly waitMs: number;
  readonly hasAbandoned: boolean;
}

/** The share of callers who are still patient, as a falling staircase. */
export interface SurvivalCurve {
  /** The waits at which somebody gave up, rising. */
  readonly stepMs: readonly number[];
  /** The share of callers patient for longer than the step at the same place. */
  readonly patientRatio: readonly number[];
  /** The longest wait of anybody, whether he gave up or was answered. */
  readonly longestMs: number;
}

/**
 * Estimates patience from callers of whom some were answered before theirs ran out: at each wait at
 * which somebody gave up, the curve falls by his share of those who had waited at least as long.
 *
 * Where the longest wait ended with an answer, the curve stays above 0, and what lies beyond is not
 * known. Draws then end at the longest wait (Efron's convention).
 * Cost: O(n log n).
 * Source: E. L. Kaplan, P. Meier, "Nonparametric estimation from incomplete observations", Journal
 * of the American Statistical Association 53 (1958); B. Efron, "The two sample problem with censored
 * data", 5th Berkeley Symposium (1967).
 */
export function estimateSurvival(observations: readonly PatienceObservation[]): SurvivalCurve {
  const sorted = [...observations].sort((a, b) => a.waitMs - b.waitMs);
  const stepMs: number[] = [];
  const patientRatio: number[] = [];
  let ratio = 1;
  for (let first = 0; first < sorted.length;) {
    const waitMs = sorted[first]?.waitMs ?? 0;
    let next = first;
    let abandonedCount = 0;
    while (next < sorted.length && sorted[next]?.waitMs === waitMs) {
      if (sorted[next]?.hasAbandoned === true) abandonedCount += 1;
      next += 1;
    }
    if (abandonedCount > 0) {
      ratio *= 1 - abandonedCount / (sorted.length - first);
      stepMs.push(waitMs);
      patientRatio.push(ratio);
    }
    first = next;
  }
  return { stepMs, patientRatio, longestMs: sorted.at(-1)?.waitMs ?? 0 };
}

/** The share of callers patient for longer than `waitMs`. */
export function patientRatioAt(curve: SurvivalCurve, waitMs: number): number {
  const steps = stepsUpTo(curve, waitMs);
  return steps === 0 ? 1 : (curve.patientRatio[steps - 1] ?? 0);
}

/**
 * Draws how long somebody will wait who has already waited `waitedMs` and is still there: more than
 * that, distributed as the curve says of those who are. Takes one number from `random`.
 *
 * Beyond the end of the curve the draw is its longest wait, and for somebody who has waited that
 * long already, `tickMs` more than he has.
 */
export function drawPatienceMs(
  curve: SurvivalCurve,
  random: Random,
  waitedMs: number,
  tickMs = 1_000,
): number {
  const goal = random() * patientRatioAt(curve, waitedMs);
  for (let index = stepsUpTo(curve, waitedMs); index < curve.stepMs.length; index += 1) {
    const stepMs = curve.stepMs[index];
    if (stepMs !== undefined && (curve.patientRatio[index] ?? 0) <= goal) return stepMs;
  }
  return curve.longestMs > waitedMs ? curve.longestMs : waitedMs + tickMs;
}

/** How many steps of the curve are at or before `waitMs`. */
function stepsUpTo(curve: SurvivalCurve, waitMs: number): number {
  let low = 0;
  let high = curve.stepMs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((curve.stepMs[middle] ?? 0) <= waitMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
