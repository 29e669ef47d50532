import type { PreviewColumn } from '@rapport/server';
import { alignRight, grouped, percent, seconds } from './figure-text.ts';

/** A day as it was, under the policy that holds, and under one that is tried; as in `POST /api/v1/policy/preview`. */
export interface DayReport {
  readonly day: string;
  readonly timeZone: string;
  readonly columns: {
    readonly recorded: PreviewColumn;
    readonly today: PreviewColumn;
    readonly changed?: PreviewColumn;
  };
  readonly unfitCount: number;
}

const LABEL_COLUMNS = 46;
const FIGURE_COLUMNS = 14;

const ROWS: readonly (readonly [label: string, figure: (of: PreviewColumn) => string])[] = [
  ['Items that came in', (of) => grouped(of.offeredCount)],
  ['  answered', (of) => grouped(of.answeredCount)],
  ['  given up', (of) => grouped(of.abandonedCount)],
  ['Service level, each by its promise [1]', (of) => percent(of.serviceLevelRatio ?? null)],
  ['Abandonment [2]', (of) => percent(of.abandonmentRatio ?? null)],
  ['Wait of all, mean', (of) => seconds(of.waitMsMean ?? null)],
  ['  90 % of them at most', (of) => seconds(of.waitMsP90 ?? null)],
  ['  mean of the answered (ASA)', (of) => seconds(of.answerWaitMsMean ?? null)],
  ['Reached somebody they know (continuity) [3]', (of) => percent(of.continuityRatio ?? null)],
  ['  reached the owner', (of) => percent(of.bondKeptRatio ?? null)],
  ['Occupancy [4]', (of) => percent(of.occupancyRatio ?? null)],
  ['Waited while somebody able was free [5]', (of) => seconds(wholeSeconds(of.siloMs))],
];

const NOTES: readonly string[] = [
  '[1] Answered within its promise ÷ (came in − given up within it).',
  '[2] (Given up − short) ÷ (came in − short), where short are those given up sooner than 5 s.',
  '[3] Of the answered whose customer had a bond. Below it, of the same, those whom the owner answered.',
  '[4] Busy ÷ (busy + ready).',
  '[5] Summed over the items, for whatever reason.',
];

/** The report as people read it: the table, what its figures mean, and what to make of it. */
export function dayReportText({ day, timeZone, columns, unfitCount }: DayReport): string {
  const { recorded, today, changed } = columns;
  if (recorded.offeredCount === 0 && today.offeredCount === 0) {
    return `Nothing came in on ${day} (${timeZone}).\n`;
  }
  const shown = [recorded, today, ...(changed === undefined ? [] : [changed])];
  const titles = ['recorded', 'policy now', ...(changed === undefined ? [] : ['policy tried'])];
  const line = (label: string, cells: readonly string[]) =>
    label.padEnd(LABEL_COLUMNS) + cells.map((cell) => alignRight(cell, FIGURE_COLUMNS)).join('');
  const rule = '─'.repeat(LABEL_COLUMNS + FIGURE_COLUMNS * titles.length);
  return [
    `Replay of ${day} (${timeZone})`,
    '',
    line('', titles),
    rule,
    ...ROWS.map(([label, figure]) => line(label, shown.map(figure))),
    rule,
    '',
    ...NOTES,
    '',
    'What is played rests on assumptions, see docs/guide/policy.md: compare what is played with what is',
    'played. How far the policy now is from what was recorded shows what they are worth.',
    ...(unfitCount === 0
      ? []
      : [`${grouped(unfitCount)} things that happened did not fit, and are left out.`]),
    '',
  ].join('\n');
}

function wholeSeconds(ms: number): number {
  return Math.round(ms / 1_000) * 1_000;
}
