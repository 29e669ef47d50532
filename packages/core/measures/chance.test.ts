import { describe, expect, test } from 'vitest';
import { chanceOf } from './chance.ts';
import { differenceInterval, wilson } from './share-interval.ts';
import { NO_WAITS, type WaitCounts } from './wait-tally.ts';

// The numbers of Newcombe's two papers of 1998, tables I and II.
describe('intervals', () => {
  test('of one share are those of the literature', () => {
    const { lowRatio, highRatio } = wilson({ inTimeCount: 81, dueCount: 263 });
    expect([lowRatio, highRatio].map((each) => each?.toFixed(4))).toEqual(['0.2553', '0.3662']);
    expect(wilson({ inTimeCount: 0, dueCount: 20 })).toEqual({ lowRatio: 0, highRatio: 0.161125 });
    expect(wilson({ inTimeCount: 0, dueCount: 0 })).toEqual({ lowRatio: null, highRatio: null });
  });

  test('of a difference are those of the literature', () => {
    const difference = differenceInterval(
      { inTimeCount: 56, dueCount: 70 },
      { inTimeCount: 48, dueCount: 80 },
    );
    const { gapRatio, gapLowRatio, gapHighRatio } = difference;
    expect([gapRatio, gapLowRatio, gapHighRatio].map((each) => each.toFixed(4))).toEqual([
      '0.2000',
      '0.0524',
      '0.3339',
    ]);
  });
});

const answered = (answeredInTimeCount: number, answeredCount: number): WaitCounts => ({
  ...NO_WAITS,
  answeredCount,
  answeredInTimeCount,
});

describe('chanceOf', () => {
  test('names the best and the worst of the groups that are large enough, by name where they are equal', () => {
    const counts = new Map([
      ['web', answered(99, 99)],
      ['phone', answered(80, 100)],
      ['email', answered(90, 100)],
      ['chat', answered(80, 100)],
    ]);
    const { groups, gap } = chanceOf('channel', counts);
    expect(groups.map(({ group }) => group)).toEqual(['chat', 'email', 'phone', 'web']);
    expect(gap).toMatchObject({ bestGroup: 'email', worstGroup: 'phone', gapRatio: 0.1 });
  });

  test('has no gap where there are not two groups to compare', () => {
    expect(chanceOf('bond', new Map([['bonded', answered(1, 200)]])).gap).toBeNull();
  });

  test('leaves early abandons out of the chance', () => {
    const counts = { ...answered(50, 60), abandonedCount: 40, abandonedInTimeCount: 30 };
    const [group] = chanceOf('bond', new Map([['bonded', counts]])).groups;
    expect(group).toMatchObject({ dueCount: 70, serviceLevelRatio: 0.714286 });
  });
});
