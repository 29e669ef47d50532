import type { DeskFigures, FirstWait, Instant } from '@rapport/core';
import type { MeasureGroup, Measures } from '@rapport/protocol';
import { loadPromises } from '../live/load-floor.ts';
import { measureHistory } from '../measures/measure-history.ts';
import { type KindOfSkills, servedGroup } from '../measures/served-groups.ts';
import { fieldProblem } from './problems.ts';
import { answer, type Handler } from './respond.ts';

const SHORT_ABANDON_MS = 5_000;
const RANGE_MS_MAX = 31 * 86_400_000 + 3_600_000;

/** In the time zone of the centre, and by the promises and the kinds of skills as they stand now. */
export const getMeasures: Handler<'getMeasures'> = async ({ query }, rooms) => {
  const { from, to: asked, by, threshold } = query;
  const { db, centre, host, settings, now } = rooms;
  // What happens at this very moment has happened.
  const to = Math.min(asked, now() + 1);
  if (asked <= from) return fieldProblem('to', 'a moment after from');
  if (asked - from > RANGE_MS_MAX) return fieldProblem('to', 'at most 31 days after from');
  const promises = await loadPromises(db, centre);
  const { timeZone } = settings.current();
  const isInTime = ({ received: { promiseId }, receivedAt: fromAt, endedAt }: FirstWait) =>
    promises.isInTime({ promiseId, fromAt, untilAt: endedAt });
  const hourOf = clockIn(timeZone, { hour: '2-digit', hourCycle: 'h23' });
  const kindOf = await host.ask(({ skillKinds }) => new Map(skillKinds));
  const figures = await measureHistory(db, centre, {
    fromAt: from,
    untilAt: Math.max(from, to),
    thresholdMs: (threshold ?? 0) * 1_000,
    shortAbandonMs: SHORT_ABANDON_MS,
    hourOf,
    kindOf,
    ...(threshold === undefined && { isInTime }),
    ...(by !== undefined && { groupOf: groupOf(by, { hourOf, timeZone, kindOf }) }),
  });
  if (figures === undefined)
    return fieldProblem('to', 'an earlier moment: too much happened by then');
  const yardstick = {
    ...(threshold !== undefined && { thresholdMs: threshold * 1_000 }),
    shortAbandonMs: SHORT_ABANDON_MS,
  };
  return answer({ from, to: asked, ...yardstick, ...measuresOf(figures) });
};

function groupOf(
  by: MeasureGroup,
  {
    hourOf,
    timeZone,
    kindOf,
  }: {
    readonly hourOf: (at: Instant) => string;
    readonly timeZone: string;
    readonly kindOf: KindOfSkills;
  },
): (wait: FirstWait) => string {
  const dayOf = clockIn(timeZone, { dateStyle: 'short' });
  switch (by) {
    case 'day':
      return ({ receivedAt }) => dayOf(receivedAt);
    case 'hour':
      return ({ receivedAt }) => hourOf(receivedAt);
    case 'channel':
      return ({ received }) => received.channel;
    case 'promise':
      return ({ received }) => received.promiseId;
    case 'bond':
      return ({ isBonded }) => (isBonded ? 'bonded' : 'unbonded');
    default:
      return ({ received }) => servedGroup(received, kindOf, by);
  }
}

/** So many moments share their text: no time zone changes within a quarter of an hour. */
const QUARTER_MS = 900_000;

/** What the clocks and calendars of a time zone show; each quarter of an hour is asked for once. */
function clockIn(timeZone: string, shown: Intl.DateTimeFormatOptions): (at: Instant) => string {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, ...shown });
  const known = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER_MS);
    const text = known.get(quarter) ?? format.format(at);
    known.set(quarter, text);
    return text;
  };
}

type Waits = DeskFigures['total'];

function measuresOf(figures: DeskFigures): Omit<Measures, 'from' | 'to' | 'shortAbandonMs'> {
  const { total, groups, agents, siloMs, chances } = figures;
  return withoutNulls({
    total: waitsOf(total),
    groups: groups.map((group) => ({ group: group.group, ...waitsOf(group) })),
    ...agents,
    siloMs,
    chances,
  }) as Omit<Measures, 'from' | 'to' | 'shortAbandonMs'>;
}

function waitsOf({ offeredCount, counts, serviceLevel, abandonment, bonds, ...waits }: Waits) {
  const { answeredCount, abandonedCount, shortAbandonedCount } = counts;
  const { bondedCount, continuityRatio, bondKeptRatio, continuityMisses, ownerMisses } = bonds;
  const { answerWaitMsMean, waitMsMean, waitMsP50, waitMsP90, waitMsP99 } = waits;
  return {
    offeredCount,
    answeredCount,
    abandonedCount,
    shortAbandonedCount,
    serviceLevel,
    abandonment,
    answerWaitMsMean,
    waitMsMean,
    waitMsP50,
    waitMsP90,
    waitMsP99,
    bondedCount,
    continuityRatio,
    bondKeptRatio,
    continuityMisses,
    ownerMisses,
  };
}

/** What is null in figures is absent in answers. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const told = Object.entries(value).filter(([, part]) => part !== null);
  return Object.fromEntries(told.map(([name, part]) => [name, withoutNulls(part)]));
}
