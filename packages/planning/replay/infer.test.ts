import { describe, expect, test } from 'vitest';
import { type LineFields, logOf } from '../testing/log-lines.ts';
import { historiesOf } from './agent-history.ts';
import { inferPauseMs } from './infer-pause.ts';
import { inferShifts } from './infer-shifts.ts';
import { inferSkills } from './infer-skills.ts';

const dayAt = Date.UTC(1999, 0, 4);
const clock = (at: number) => new Date(at).toISOString().slice(11, 19);
/** Times of 4 January, in minutes past eight. */
const time = (minutes: number) => clock(dayAt + (480 + minutes) * 60_000);
const minutesOf = (at: number) => (at - dayAt) / 60_000 - 480;

const served = (from: number, until: number, fields: LineFields = {}): LineFields => ({
  service: [time(from), time(until)],
  ...fields,
});
const gaveUp = (from: number, until: number, fields: LineFields = {}): LineFields => ({
  queue: [time(from), time(until)],
  outcome: 'HANG',
  ...fields,
});

function shiftsOf(rows: readonly LineFields[], leadMs = 0) {
  const { calls } = logOf(rows);
  const histories = historiesOf(calls);
  const skillsByAgent = new Map(histories.map((item) => [item.agent, inferSkills(item)]));
  return inferShifts({ calls, histories, skillsByAgent, leadMs }).map(
    ({ agent, startsAt, endsAt }) => [agent, minutesOf(startsAt), minutesOf(endsAt)],
  );
}

describe('inferSkills', () => {
  const skillsOf = (rows: readonly LineFields[]) =>
    historiesOf(logOf(rows).calls).map(({ agent, ...history }) => [
      agent,
      inferSkills({ agent, ...history }),
    ]);
  const times = (count: number, fields: LineFields) =>
    Array.from({ length: count }, (_, index) => served(index, index + 1, fields));

  test('an agent of few calls has the skill of each of them', () => {
    const rows = [...times(1, { type: 'NW' }), ...times(1, { type: 'PS', agent: 'BEN' })];
    expect(skillsOf(rows)).toEqual([
      ['ANNA', ['NW']],
      ['BEN', ['PS']],
    ]);
  });

  test('an agent of many calls has none of what he did once or twice', () => {
    const usual = times(200, { type: 'PS' });
    expect(skillsOf([...usual, ...times(2, { type: 'NW' })])).toEqual([['ANNA', ['PS']]]);
    expect(skillsOf([...usual, ...times(3, { type: 'NW' })])).toEqual([['ANNA', ['NW', 'PS']]]);
  });
});

describe('inferShifts', () => {
  test('a shift lasts from a lead before the first service to the end of the last', () => {
    expect(shiftsOf([served(0, 5), served(20, 25), served(21, 23)], 60_000)).toEqual([
      ['ANNA', -1, 25],
    ]);
  });

  test('half an hour without a call ends it, and a little less does not', () => {
    expect(shiftsOf([served(0, 5), served(35, 40)])).toEqual([['ANNA', 0, 40]]);
    expect(shiftsOf([served(0, 5), served(36, 40)])).toEqual([
      ['ANNA', 0, 5],
      ['ANNA', 36, 40],
    ]);
  });

  test('a minute of waiting for what he can do ends it, of other waiting none', () => {
    const waited = (fields: LineFields) => [
      served(0, 5),
      gaveUp(6, 6.5, fields),
      gaveUp(7, 7.5, fields),
      served(10, 15),
    ];
    expect(shiftsOf(waited({}))).toEqual([
      ['ANNA', 0, 5],
      ['ANNA', 10, 15],
    ]);
    expect(shiftsOf(waited({ type: 'NW' }))).toEqual([['ANNA', 0, 15]]);
  });

  test('waiting at the same time counts once', () => {
    const rows = [served(0, 5), gaveUp(6, 6.75), gaveUp(6, 6.75), served(10, 15)];
    expect(shiftsOf(rows)).toEqual([['ANNA', 0, 15]]);
  });

  test('agents and midnights do not matter to each other', () => {
    const rows = [
      served(950, 965),
      served(966, 970, { day: '990105' }),
      served(0, 5, { agent: 'BEN' }),
    ];
    expect(shiftsOf(rows)).toEqual([
      ['ANNA', 950, 970],
      ['BEN', 0, 5],
    ]);
  });
});

describe('inferPauseMs', () => {
  /** A caller joins while the call before is going on, and is taken this long after its end. */
  const row = (index: number, pauseSeconds: number): LineFields => {
    const startsAt = dayAt + index * 600_000;
    return {
      queue: [clock(startsAt - 300_000 - pauseSeconds * 1_000), clock(startsAt)],
      service: [clock(startsAt), clock(startsAt + 600_000 - (4 + (index % 2) * 4) * 1_000)],
    };
  };

  test('is the mean of the gaps that ended with somebody who had waited through them', () => {
    const rows = Array.from({ length: 40 }, (_, index) => row(index + 48, 8));
    expect(inferPauseMs(historiesOf(logOf(rows).calls))).toBe(6_000);
  });

  test('is not concluded from a handful of gaps, nor from gaps in which nobody waited', () => {
    const few = Array.from({ length: 20 }, (_, index) => row(index + 48, 8));
    expect(inferPauseMs(historiesOf(logOf(few).calls))).toBe(0);
    const idle = Array.from({ length: 40 }, (_, index) => ({
      service: row(index + 48, 8).service ?? ['', ''],
    }));
    expect(inferPauseMs(historiesOf(logOf(idle).calls))).toBe(0);
  });
});
