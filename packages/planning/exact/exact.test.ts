import { serviceLevelOf, WaitTally } from '@rapport/core';
import { describe, expect, test } from 'vitest';
import { stationary, type Transition } from '../testing/markov-chain.ts';
import { type CallerOutcome, type QueueModel, simulateQueue } from '../testing/simulate-queue.ts';

// The desk itself, simulated, beside models that can be solved exactly.

const BATCHES = 20;
/** Student's t with 19 degrees of freedom: 99 % lie within ± this. */
const T = 2.861;

/** The mean of what each caller adds, with its 99 % interval by batch means, after a twentieth to warm up. */
function estimate(
  outcomes: readonly CallerOutcome[],
  valueOf: (outcome: CallerOutcome) => number | undefined,
): { readonly mean: number; readonly reach: number } {
  const length = Math.floor((outcomes.length * 0.95) / BATCHES);
  const means = Array.from({ length: BATCHES }, (_, batch) => {
    const from = outcomes.length - (BATCHES - batch) * length;
    const values = outcomes
      .slice(from, from + length)
      .map(valueOf)
      .filter((value) => value !== undefined);
    return values.reduce((sum, value) => sum + value, 0) / values.length;
  });
  const mean = means.reduce((sum, each) => sum + each, 0) / BATCHES;
  const variance = means.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (BATCHES - 1);
  return { mean, reach: T * Math.sqrt(variance / BATCHES) };
}

/** The exact value lies in the interval, and the interval is narrow enough to say something. */
function expectWithin(
  told: { readonly mean: number; readonly reach: number },
  exact: number,
  reachMax: number,
): void {
  expect(told.reach).toBeLessThan(reachMax);
  expect(told.mean).toBeGreaterThan(exact - told.reach);
  expect(told.mean).toBeLessThan(exact + told.reach);
}

const abandoned = (outcome: CallerOutcome) => (outcome.hasAbandoned ? 1 : 0);
const waited = (outcome: CallerOutcome) => (outcome.wait > 0 ? 1 : 0);
const kept = ({ hasAbandoned, isKept }: CallerOutcome) =>
  hasAbandoned ? undefined : Number(isKept);

/** How many are in an M/M/n/n+places+M system, exactly. */
function numbersIn({ agentCount: n, arrivalRate, patienceRate, waitingPlaces }: QueueModel) {
  const most = n + (waitingPlaces ?? 150);
  const weights = [1];
  for (let inside = 1; inside <= most; inside += 1) {
    const leaving = Math.min(inside, n) + Math.max(0, inside - n) * patienceRate;
    weights.push(((weights.at(-1) ?? 0) * arrivalRate) / leaving);
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / total);
  const queueMean = shares.reduce((sum, share, inside) => sum + share * Math.max(0, inside - n), 0);
  const fullShare = waitingPlaces === undefined ? 0 : (shares.at(-1) ?? 0);
  const waitShare = shares.slice(n).reduce((sum, share) => sum + share, 0) - fullShare;
  return {
    shares,
    queueMean,
    fullShare,
    waitShare,
    busyMean: sumOf(shares, (k) => Math.min(k, n)),
  };
}

function sumOf(shares: readonly number[], valueOf: (inside: number) => number): number {
  return shares.reduce((sum, share, inside) => sum + share * valueOf(inside), 0);
}

describe('M/M/n+M', () => {
  // Erlang A: C. Palm, 1957; N. Gans, G. Koole, A. Mandelbaum, 2003, section 4.2.
  test.each([
    { agentCount: 10, arrivalRate: 9, patienceRate: 0.5 },
    { agentCount: 20, arrivalRate: 24, patienceRate: 1 },
  ])('$agentCount agents, $arrivalRate erlang: as Erlang A has it', (model) => {
    const outcomes = simulateQueue(model, { seed: 1, arrivalCount: 30_000 });
    const { queueMean, waitShare } = numbersIn(model);
    const { arrivalRate, patienceRate } = model;
    // Who gives up leaves the queue; Little's law.
    expectWithin(estimate(outcomes, abandoned), (queueMean * patienceRate) / arrivalRate, 0.04);
    expectWithin(estimate(outcomes, waited), waitShare, 0.06);
    expectWithin(
      estimate(outcomes, ({ wait }) => wait),
      queueMean / arrivalRate,
      0.05,
    );
  });
});

/** The three service levels of an M/M/n+M system at T, exactly: a caller in the queue, followed by uniformisation. */
function serviceLevelsOf(
  { agentCount: n, arrivalRate, patienceRate }: QueueModel,
  within: number,
): readonly number[] {
  const { shares, queueMean } = numbersIn({ agentCount: n, arrivalRate, patienceRate });
  // How many are before him; who is first is answered at rate n.
  let before = shares.slice(n);
  const fastest = n + (before.length + 1) * patienceRate;
  let [answered, gaveUp] = [shares.slice(0, n).reduce((sum, share) => sum + share, 0), 0];
  let [answeredInTime, gaveUpInTime] = [0, 0];
  let weight = Math.exp(-fastest * within);
  for (let jump = 0; jump < 400; jump += 1) {
    answeredInTime += weight * answered;
    gaveUpInTime += weight * gaveUp;
    weight *= (fastest * within) / (jump + 1);
    const leaving = (place: number): number => (n + place * patienceRate) / fastest;
    answered += (before[0] ?? 0) * leaving(0);
    gaveUp += (before.reduce((sum, share) => sum + share, 0) * patienceRate) / fastest;
    before = before.map(
      (share, place) =>
        share * (1 - leaving(place) - patienceRate / fastest) +
        (before[place + 1] ?? 0) * leaving(place + 1),
    );
  }
  const gaveUpShare = (queueMean * patienceRate) / arrivalRate;
  return [answeredInTime / (1 - gaveUpInTime), answeredInTime, answeredInTime / (1 - gaveUpShare)];
}

test('100 agents, 100 erlang, 20 s: each definition of the service level is another number', () => {
  // Handle time 3 minutes, patience half of it.
  const model = { agentCount: 100, arrivalRate: 100, patienceRate: 2 };
  const [withoutEarly = 0, ofOffered = 0, ofAnswered = 0] = serviceLevelsOf(model, 1 / 9);
  expect([withoutEarly, ofOffered, ofAnswered].map((each) => each.toFixed(3))).toEqual([
    '0.951',
    '0.909',
    '0.954',
  ]);
  const outcomes = simulateQueue(model, { seed: 6, arrivalCount: 60_000 });
  const isInTime = ({ wait }: CallerOutcome): boolean => wait <= 1 / 9;
  const inTime = (outcome: CallerOutcome) => Number(!outcome.hasAbandoned && isInTime(outcome));
  expectWithin(estimate(outcomes, inTime), ofOffered, 0.03);
  expectWithin(
    estimate(outcomes, (each) => (each.hasAbandoned ? undefined : inTime(each))),
    ofAnswered,
    0.03,
  );
  const isEarly = (each: CallerOutcome): boolean => each.hasAbandoned && isInTime(each);
  const tally = new WaitTally(0);
  for (const each of outcomes.slice(2_000)) {
    const waitMs = Math.round(each.wait * 180_000);
    tally.add({ waitMs, isAnswered: !each.hasAbandoned, isInTime: isInTime(each) });
  }
  const told = estimate(outcomes, (each) => (isEarly(each) ? undefined : inTime(each)));
  expectWithin(told, withoutEarly, 0.03);
  const { withoutEarlyAbandonsRatio } = serviceLevelOf(tally.counts);
  expectWithin({ mean: withoutEarlyAbandonsRatio ?? 0, reach: told.reach }, withoutEarly, 0.03);
});

test('M/M/90 with 30 places, everybody with all six skills: as the literature has it', () => {
  const model = { agentCount: 90, arrivalRate: 84, patienceRate: 0, waitingPlaces: 30 };
  const { fullShare, waitShare, queueMean, busyMean } = numbersIn(model);
  // Handle time 10 minutes.
  const waitMean = queueMean / (84 * (1 - fullShare));
  expect(fullShare).toBeCloseTo(0.003643, 6);
  expect(waitShare / (1 - fullShare)).toBeCloseTo(0.37971, 4);
  expect(waitMean * 600).toBeCloseTo(27.001, 2);
  expect(busyMean / 90).toBeCloseTo(0.92993, 5);

  const outcomes = simulateQueue(model, { seed: 2, arrivalCount: 60_000 });
  const ofTaken = (valueOf: (outcome: CallerOutcome) => number) => (outcome: CallerOutcome) =>
    outcome.isBlocked ? undefined : valueOf(outcome);
  expectWithin(
    estimate(outcomes, ({ isBlocked }) => Number(isBlocked)),
    fullShare,
    0.003,
  );
  expectWithin(estimate(outcomes, ofTaken(waited)), waitShare / (1 - fullShare), 0.1);
  expectWithin(
    estimate(
      outcomes,
      ofTaken(({ wait }) => wait),
    ),
    waitMean,
    0.015,
  );
});

// Two agents who work at unlike speeds, and callers of whom each is one's own.
const TWO = {
  agentCount: 2,
  arrivalRate: 1.7,
  serviceRates: [1, 0.8],
  patienceRate: 0.4,
  ownShares: [0.6, 0.4],
};
const [OWN_0, OWN_1] = [0.6 * 1.7, 0.4 * 1.7] as const;
const [SERVE_0, SERVE_1] = [1, 0.8] as const;
/** So many waiting callers have a probability of less than 1e-9. */
const QUEUE_MAX = 24;

describe('two agents with personal queues, solved as a Markov chain', () => {
  test('a bond that decides nothing but whom an arriving caller meets', () => {
    // Busy or not, and how many wait; whose they are is as for all callers, independent of the rest.
    type State = readonly [busy0: 0 | 1, busy1: 0 | 1, waiting: number];
    const bothBusy = (waiting: number): readonly Transition<State>[] => {
      const more: Transition<State> = { to: [1, 1, waiting + 1], rate: OWN_0 + OWN_1 };
      const fewer: readonly Transition<State>[] =
        waiting > 0
          ? [{ to: [1, 1, waiting - 1], rate: SERVE_0 + SERVE_1 + waiting * TWO.patienceRate }]
          : [
              { to: [0, 1, 0], rate: SERVE_0 },
              { to: [1, 0, 0], rate: SERVE_1 },
            ];
      return waiting < QUEUE_MAX ? [more, ...fewer] : fewer;
    };
    const chain = stationary<State>([0, 0, 0], ([busy0, busy1, waiting]) => {
      if (busy0 === 1 && busy1 === 1) return bothBusy(waiting);
      if (busy0 === 1) {
        return [
          { to: [1, 1, 0], rate: OWN_0 + OWN_1 },
          { to: [0, 0, 0], rate: SERVE_0 },
        ];
      }
      if (busy1 === 1) {
        return [
          { to: [1, 1, 0], rate: OWN_0 + OWN_1 },
          { to: [0, 0, 0], rate: SERVE_1 },
        ];
      }
      return [
        { to: [1, 0, 0], rate: OWN_0 },
        { to: [0, 1, 0], rate: OWN_1 },
      ];
    });
    let [queueMean, keptRate] = [0, 0];
    for (const { state, share } of chain) {
      const [busy0, busy1, waiting] = state;
      queueMean += share * waiting;
      if (busy0 === 0) keptRate += share * OWN_0;
      if (busy1 === 0) keptRate += share * OWN_1;
      if (waiting > 0) keptRate += share * (SERVE_0 * 0.6 + SERVE_1 * 0.4);
    }
    const gaveUpRate = queueMean * TWO.patienceRate;
    const outcomes = simulateQueue({ ...TWO, bondBonus: 0 }, { seed: 3, arrivalCount: 30_000 });
    expectWithin(estimate(outcomes, abandoned), gaveUpRate / 1.7, 0.04);
    expectWithin(
      estimate(outcomes, ({ wait }) => wait),
      queueMean / 1.7,
      0.05,
    );
    expectWithin(estimate(outcomes, kept), keptRate / (1.7 - gaveUpRate), 0.04);
  });

  test('a bond that goes before any wait: each agent empties his own queue first', () => {
    type State = readonly [busy0: 0 | 1, busy1: 0 | 1, own0: number, own1: number];
    const { patienceRate } = TWO;
    const bothBusy = ([, , own0, own1]: State): readonly Transition<State>[] => [
      ...(own0 < QUEUE_MAX ? [{ to: [1, 1, own0 + 1, own1] as State, rate: OWN_0 }] : []),
      ...(own1 < QUEUE_MAX ? [{ to: [1, 1, own0, own1 + 1] as State, rate: OWN_1 }] : []),
      ...(own0 > 0 ? [{ to: [1, 1, own0 - 1, own1] as State, rate: own0 * patienceRate }] : []),
      ...(own1 > 0 ? [{ to: [1, 1, own0, own1 - 1] as State, rate: own1 * patienceRate }] : []),
      { to: freed0(own0, own1), rate: SERVE_0 },
      { to: freed1(own0, own1), rate: SERVE_1 },
    ];
    const freed0 = (own0: number, own1: number): State => {
      if (own0 > 0) return [1, 1, own0 - 1, own1];
      return own1 > 0 ? [1, 1, 0, own1 - 1] : [0, 1, 0, 0];
    };
    const freed1 = (own0: number, own1: number): State => {
      if (own1 > 0) return [1, 1, own0, own1 - 1];
      return own0 > 0 ? [1, 1, own0 - 1, 0] : [1, 0, 0, 0];
    };
    const chain = stationary<State>([0, 0, 0, 0], (state) => {
      const [busy0, busy1] = state;
      if (busy0 === 1 && busy1 === 1) return bothBusy(state);
      if (busy0 === 0 && busy1 === 0) {
        return [
          { to: [1, 0, 0, 0], rate: OWN_0 },
          { to: [0, 1, 0, 0], rate: OWN_1 },
        ];
      }
      const done: Transition<State> = { to: [0, 0, 0, 0], rate: busy0 === 1 ? SERVE_0 : SERVE_1 };
      return [{ to: [1, 1, 0, 0], rate: OWN_0 + OWN_1 }, done];
    });
    let [queueMean, keptRate] = [0, 0];
    for (const { state, share } of chain) {
      const [busy0, busy1, own0, own1] = state;
      queueMean += share * (own0 + own1);
      if (busy0 === 0) keptRate += share * OWN_0;
      if (busy1 === 0) keptRate += share * OWN_1;
      if (own0 > 0) keptRate += share * SERVE_0;
      if (own1 > 0) keptRate += share * SERVE_1;
    }
    const gaveUpRate = queueMean * patienceRate;
    const outcomes = simulateQueue({ ...TWO, bondBonus: 1e6 }, { seed: 4, arrivalCount: 30_000 });
    expectWithin(estimate(outcomes, abandoned), gaveUpRate / 1.7, 0.04);
    expectWithin(
      estimate(outcomes, ({ wait }) => wait),
      queueMean / 1.7,
      0.05,
    );
    expectWithin(estimate(outcomes, kept), keptRate / (1.7 - gaveUpRate), 0.04);
  });

  test('personal queues alone: two queues that never help each other', () => {
    const alone = ([own, serve]: readonly [number, number]) =>
      stationary<number>(0, (inside) => [
        ...(inside < 2 * QUEUE_MAX ? [{ to: inside + 1, rate: own }] : []),
        ...(inside > 0 ? [{ to: inside - 1, rate: serve + (inside - 1) * TWO.patienceRate }] : []),
      ]).reduce((sum, { state, share }) => sum + share * Math.max(0, state - 1), 0);
    const queueMean = alone([OWN_0, SERVE_0]) + alone([OWN_1, SERVE_1]);
    const outcomes = simulateQueue({ ...TWO, isStrict: true }, { seed: 5, arrivalCount: 30_000 });
    expectWithin(estimate(outcomes, abandoned), (queueMean * TWO.patienceRate) / 1.7, 0.04);
    expectWithin(
      estimate(outcomes, ({ wait }) => wait),
      queueMean / 1.7,
      0.05,
    );
    expect(estimate(outcomes, kept)).toEqual({ mean: 1, reach: 0 });
  });
});
