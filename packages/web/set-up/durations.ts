import type { PromiseTerms } from './settings.ts';
import type { useWords } from './words/words.ts';

type Say = ReturnType<typeof useWords>;

export const UNITS = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
} as const;

export type Unit = keyof typeof UNITS;

/** A time in the largest unit of which it is so many whole ones. */
export function inUnits(ms: number): { readonly count: number; readonly unit: Unit } {
  const units = Object.keys(UNITS) as Unit[];
  const unit = units.findLast((each) => ms % UNITS[each] === 0) ?? 'second';
  return { count: ms / UNITS[unit], unit };
}

/** What is promised, as one would say it. */
export function promiseSentence(
  { targetMs, shareRatio, calendarId }: Omit<PromiseTerms, 'promiseId'>,
  say: Say,
): string {
  const { count, unit } = inUnits(targetMs);
  const time = say(`unit.${unit}-count`, { count });
  const share = Math.round(shareRatio * 1_000) / 10;
  return calendarId === undefined
    ? say('promises.sentence', { time, share })
    : say('promises.sentence-hours', { time, share, calendar: calendarId });
}
