import { describe, expect, test } from 'vitest';
import { type LineFields, logOf } from '../testing/log-lines.ts';
import { reportOf } from '../testing/replay-to-the-end.ts';
import { loggedTime } from './logged-time.ts';
import { type Scenario, scenarioOf } from './scenario.ts';

const scenario = (rows: readonly LineFields[], fields: Partial<Scenario> = {}): Scenario => ({
  ...scenarioOf(logOf(rows), 1),
  ...fields,
});
const served = (from: string, until: string, fields: LineFields = {}): LineFields => ({
  service: [from, until],
  ...fields,
});

describe('loggedTime', () => {
  const morning = [
    served('8:00:00', '8:10:00'),
    served('8:10:05', '8:12:00'),
    served('8:15:00', '8:20:00'),
  ];

  test('is busy in conversation and for the pause after it, as far as that is time on duty', () => {
    expect(loggedTime(scenario(morning))).toEqual({ busyMs: 1_015_000, dutyMs: 1_200_000 });
    // Five seconds before the second call, ten before the third; after the last he is gone.
    const pausing = scenario(morning, { pauseMs: 10_000 });
    expect(loggedTime(pausing)).toEqual({ busyMs: 1_030_000, dutyMs: 1_200_000 });
  });

  test('counts once what was two conversations at a time', () => {
    const of = scenario([...morning, served('8:05:00', '8:10:00'), served('8:16:00', '8:17:00')]);
    expect(loggedTime(of).busyMs).toBe(1_015_000);
  });

  test('adds nothing for answered calls without an agent or without a service', () => {
    const gaps = [
      served('8:01:00', '8:19:00', { agent: 'NO_SERVER' }),
      { entered: '8:13:00', agent: 'ANNA' },
    ];
    const of = scenario([...morning, ...gaps]);
    expect(of.calls.filter(({ call }) => call.service === undefined)).toHaveLength(1);
    expect(loggedTime(of)).toEqual(loggedTime(scenario(morning)));
    const { logged } = reportOf(logOf([...morning, ...gaps]));
    expect(logged).toMatchObject({ answeredCount: 5, occupancyRatio: 0.845833 });
  });

  test('of nobody is none', () => {
    expect(loggedTime(scenario([]))).toEqual({ busyMs: 0, dutyMs: 0 });
  });
});
