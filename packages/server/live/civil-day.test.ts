import { describe, expect, test } from 'vitest';
import { civilDay } from './civil-day.ts';
import { DayFigures } from './day-figures.ts';

const HOUR_MS = 3_600_000;

const hoursOf = (text: string, timeZone: string): number => {
  const { beganAt, endsAt } = civilDay(Date.parse(text), timeZone);
  return (endsAt - beganAt) / HOUR_MS;
};

describe('a civil day', () => {
  test('begins and ends at midnight of its zone', () => {
    expect(civilDay(Date.parse('2026-07-01T22:30:00Z'), 'Europe/Berlin')).toEqual({
      beganAt: Date.parse('2026-07-01T22:00:00Z'),
      endsAt: Date.parse('2026-07-02T22:00:00Z'),
    });
    const midnight = Date.parse('2026-07-01T00:00:00Z');
    expect(civilDay(midnight, 'UTC').beganAt).toBe(midnight);
    expect(civilDay(midnight - 1, 'UTC').endsAt).toBe(midnight);
  });

  test('is as long as the clocks make it', () => {
    expect(hoursOf('2026-03-29T12:00:00Z', 'Europe/Berlin')).toBe(23);
    expect(hoursOf('2026-10-25T12:00:00Z', 'Europe/Berlin')).toBe(25);
    // Its clocks go from midnight to one: the day has no midnight.
    expect(hoursOf('2026-09-06T12:00:00Z', 'America/Santiago')).toBe(23);
  });
});

test('a new day begins with nothing, and items of the day before count no more', () => {
  const morning = Date.parse('2026-07-01T08:00:00Z');
  const figures = new DayFigures('UTC', morning);
  const inTime = { isInTime: true, customerId: 'acme', standing: 'owner' };
  figures.arrived(morning);
  figures.arrived(morning);
  figures.answered(morning, inTime);
  figures.abandoned(morning, true);
  expect(figures.state(figures.beganAt)).toMatchObject({
    arrivedCount: 2,
    serviceLevelRatio: 0.5,
    continuityRatio: 1,
  });
  expect(figures.passTime(morning + HOUR_MS)).toBe(false);
  expect(figures.passTime(morning + 24 * HOUR_MS)).toBe(true);
  figures.answered(morning, inTime);
  const state = figures.state(figures.beganAt);
  expect(state).toMatchObject({ arrivedCount: 0, answeredCount: 0 });
  expect(state).not.toHaveProperty('serviceLevelRatio');
});

test('continuity counts customers with a bond, and who knows them by himself', () => {
  const figures = new DayFigures('UTC', 0);
  const answer = (standing: string | undefined): void =>
    figures.answered(0, { isInTime: true, standing });
  expect(figures.state(figures.beganAt)).not.toHaveProperty('continuityRatio');
  answer(undefined);
  answer('preferred');
  expect(figures.state(figures.beganAt)).not.toHaveProperty('continuityRatio');
  answer('owner');
  answer('deputy');
  answer('earned');
  answer('passed-over');
  expect(figures.state(figures.beganAt)).toMatchObject({
    answeredBondedCount: 4,
    answeredKnownCount: 3,
  });
  expect(figures.state(figures.beganAt).continuityRatio).toBeCloseTo(0.75);
});
