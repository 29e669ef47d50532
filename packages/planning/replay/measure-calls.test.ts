import { asId } from '@rapport/core';
import { describe, expect, test } from 'vitest';
import { type CallOutcome, measureCalls } from './measure-calls.ts';

const YARDSTICK = { thresholdMs: 20_000, shortAbandonMs: 5_000 };

const NO_TIME = { busyMs: 0, dutyMs: 0 };

const outcome = (offeredAt: number, waitMs: number, fields: Partial<CallOutcome> = {}) => ({
  customerId: undefined,
  offeredAt,
  waitMs,
  hasAbandoned: false,
  agentId: asId<'agent'>('agent_1'),
  ...fields,
});
const gaveUp = (offeredAt: number, waitMs: number) =>
  outcome(offeredAt, waitMs, { hasAbandoned: true, agentId: undefined });

describe('measureCalls', () => {
  // Ten calls: six answered, after 0, 0, 10, 20, 30 and 60 s; four given up, after 2, 15, 45 and 90 s.
  const tiny = [
    ...[0, 0, 10_000, 20_000, 30_000].map((waitMs) => outcome(0, waitMs)),
    outcome(0, 60_000, { agentId: undefined }),
    ...[2_000, 15_000, 45_000, 90_000].map((waitMs) => gaveUp(0, waitMs)),
  ];

  test('agrees with what is counted by hand', () => {
    expect(measureCalls(tiny, { busyMs: 300_000, dutyMs: 600_000 }, YARDSTICK)).toEqual({
      offeredCount: 10,
      answeredCount: 6,
      abandonedCount: 4,
      shortAbandonedCount: 1,
      // Three of nine, without the one who gave up within five seconds; four of ten.
      abandonment: { withoutShortAbandonsRatio: 0.333333, ofOfferedRatio: 0.4 },
      waitMsMean: 27_200,
      waitMsP50: 15_000,
      waitMsP90: 60_000,
      waitMsP99: 90_000,
      answerWaitMsMean: 20_000,
      // Four of ten less the two who gave up within twenty seconds; of ten; of six.
      serviceLevel: {
        withoutEarlyAbandonsRatio: 0.5,
        ofOfferedRatio: 0.4,
        ofAnsweredRatio: 0.666667,
      },
      continuity: {
        repeatCount: 0,
        knownAgentCount: 0,
        lastAgentCount: 0,
        knownAgentRatio: null,
        lastAgentRatio: null,
      },
      // Five minutes of ten.
      occupancyRatio: 0.5,
    });
  });

  test('counts as short who gave up sooner than that, and leaves them out of both sides', () => {
    const abandonment = (shortAbandonMs: number) => {
      const yardstick = { ...YARDSTICK, shortAbandonMs };
      const figures = measureCalls(tiny, NO_TIME, yardstick);
      return [figures.shortAbandonedCount, figures.abandonment.withoutShortAbandonsRatio];
    };
    expect(abandonment(0)).toEqual([0, 0.4]);
    expect(abandonment(2_000)).toEqual([0, 0.4]);
    expect(abandonment(2_001)).toEqual([1, 0.333333]);
    expect(abandonment(90_001)).toEqual([4, 0]);
    const allShort = measureCalls([gaveUp(0, 1_000)], NO_TIME, YARDSTICK);
    expect(allShort.abandonment).toEqual({ withoutShortAbandonsRatio: null, ofOfferedRatio: 1 });
  });

  test('has nothing to say of nothing', () => {
    expect(measureCalls([], NO_TIME, YARDSTICK)).toMatchObject({
      offeredCount: 0,
      abandonment: { withoutShortAbandonsRatio: null, ofOfferedRatio: null },
      waitMsMean: null,
      waitMsP99: null,
      serviceLevel: { withoutEarlyAbandonsRatio: null },
      occupancyRatio: null,
    });
  });

  test('follows a customer through his calls in the order in which they were answered', () => {
    const visit = (answeredAt: number, agent: string | undefined, fields = {}) =>
      outcome(answeredAt - 5_000, 5_000, {
        customerId: asId<'customer'>('customer_1'),
        agentId: agent === undefined ? undefined : asId<'agent'>(agent),
        ...fields,
      });
    const visits = [
      visit(10_000, 'anna'),
      visit(20_000, 'ben'), // a stranger
      visit(30_000, 'anna'), // known, not the last
      visit(40_000, 'anna'), // the last
      visit(50_000, undefined), // nobody knows who: neither counts nor changes anything
      visit(60_000, undefined, { hasAbandoned: true }),
      visit(70_000, 'anna', { customerId: asId<'customer'>('customer_2') }),
      visit(80_000, 'anna'), // the last
    ];
    const expected = {
      repeatCount: 4,
      knownAgentCount: 3,
      lastAgentCount: 2,
      knownAgentRatio: 0.75,
      lastAgentRatio: 0.5,
    };
    expect(measureCalls(visits, NO_TIME, YARDSTICK).continuity).toEqual(expected);
    expect(measureCalls([...visits].reverse(), NO_TIME, YARDSTICK).continuity).toEqual(expected);
  });
});
