import { GROUP_COUNT_MIN } from '@rapport/core';
import type { CentreFigures, ChanceDimension, PolicyName, ReplayReport } from '@rapport/planning';
import { dirtyRowText } from './dirty-row-text.ts';
import {
  alignRight,
  grouped,
  hours,
  ordinaryList,
  percent,
  points,
  seconds,
} from './figure-text.ts';

/** So many rows are shown of those set aside for the same reason; who wants them all asks for JSON. */
const DIRTY_ROWS_SHOWN = 8;

/** Logs have a handful of types; a spoilt one may have thousands. */
const TYPES_SHOWN = 10;

const LABEL_COLUMNS = 46;
const FIGURE_COLUMNS = 12;

/** The report as people read it: what was read, the table, what its figures mean, what was set aside. */
export function reportText(report: ReplayReport, fileName: string): string {
  return [
    ...headLines(report, fileName),
    '',
    ...tableLines(report),
    '',
    ...noteLines(report),
    ...uncoveredLines(report),
    ...dirtyLines(report),
    '',
  ].join('\n');
}

function headLines({ rows, model, firstDay, lastDay, seed }: ReplayReport, fileName: string) {
  const until = lastDay === firstDay ? '' : ` to ${lastDay ?? ''}`;
  const days = firstDay === null ? 'no calls' : firstDay + until;
  const parts = [
    `${grouped(rows.callCount)} calls for an agent`,
    ...some(rows.leftInMenuCount, 'left in the menu'),
    ...some(rows.phantomCount, 'phantom'),
    ...some(rows.repeatedHeaderCount, 'repeated header'),
    ...some(rows.dirtyCount, 'set aside'),
  ];
  const duty = `on duty for ${hours(model.shiftMs)} in ${grouped(model.shiftCount)} stretches`;
  return [
    `Replay of ${fileName}, ${days} (seed ${seed})`,
    '',
    `${grouped(rows.rowCount)} rows: ${ordinaryList(parts)}.`,
    `From the log: ${grouped(model.agentCount)} agents, ${duty}; ${seconds(model.pauseMs)} between two calls.`,
  ];
}

type Row = readonly [label: string, figure?: (figures: CentreFigures) => string];

function tableLines(report: ReplayReport): readonly string[] {
  const columns = [report.logged, ...Object.values(report.policies)];
  const titles = ['the log', ...Object.keys(report.policies)];
  const line = (label: string, cells: readonly string[]) =>
    label.padEnd(LABEL_COLUMNS) + cells.map((cell) => alignRight(cell, FIGURE_COLUMNS)).join('');
  const rule = '─'.repeat(LABEL_COLUMNS + FIGURE_COLUMNS * titles.length);
  const rows = rowsOf(report).map(([label, figure]) =>
    figure === undefined ? label : line(label, columns.map(figure)),
  );
  return [line('', titles), rule, ...rows, rule];
}

function rowsOf({ yardstick }: ReplayReport): readonly Row[] {
  const threshold = seconds(yardstick.thresholdMs);
  const short = seconds(yardstick.shortAbandonMs);
  return [
    ['Calls offered [1]', (of) => grouped(of.offeredCount)],
    ['  answered', (of) => grouped(of.answeredCount)],
    ['  abandoned', (of) => grouped(of.abandonedCount)],
    [`    sooner than ${short}`, (of) => grouped(of.shortAbandonedCount)],
    ['Abandonment [2]', (of) => percent(of.abandonment.withoutShortAbandonsRatio)],
    ['  of all offered', (of) => percent(of.abandonment.ofOfferedRatio)],
    ['Wait of all callers [3]'],
    ['  mean', (of) => seconds(of.waitMsMean)],
    ['  half of them at most', (of) => seconds(of.waitMsP50)],
    ['  90 % of them at most', (of) => seconds(of.waitMsP90)],
    ['  99 % of them at most', (of) => seconds(of.waitMsP99)],
    ['  mean of the answered (ASA)', (of) => seconds(of.answerWaitMsMean)],
    [`Service level, ${threshold} [4]`, (of) => percent(of.serviceLevel.withoutEarlyAbandonsRatio)],
    ['  of all offered', (of) => percent(of.serviceLevel.ofOfferedRatio)],
    ['  of all answered', (of) => percent(of.serviceLevel.ofAnsweredRatio)],
    ['Calls of customers who had been served [5]', (of) => grouped(of.continuity.repeatCount)],
    ['  reached somebody they know (continuity)', (of) => percent(of.continuity.knownAgentRatio)],
    ['  reached whom they spoke to last', (of) => percent(of.continuity.lastAgentRatio)],
    ['Occupancy [6]', (of) => percent(of.occupancyRatio)],
    ['Waited while somebody able was free [7]', siloSeconds],
    ['  without a rule that explains it', (of) => seconds(of.siloMs?.unexplained ?? null)],
    ['Largest gap of chance [8]'],
    ['  between served before and not', gap('served-before')],
    ['  between types of service', gap('type')],
    ['  between departments', gap('department')],
    ['  between hours of the day', gap('hour')],
  ];
}

function siloSeconds({ siloMs }: CentreFigures): string {
  if (siloMs === null) return seconds(null);
  return seconds(
    Math.round(Object.values(siloMs).reduce((sum, ms) => sum + ms, 0) / 1_000) * 1_000,
  );
}

function gap(dimension: ChanceDimension): (figures: CentreFigures) => string {
  return ({ chances }) =>
    points(chances.find((each) => each.dimension === dimension)?.gap?.gapRatio ?? null);
}

const POLICY_NOTES: Readonly<Record<PolicyName, string>> = {
  ours: 'Rapport as it is: bonds are earned as customers are served; calls wait for them where it pays.',
  pooled: 'the same desk, not told who calls: what bonds do is the difference to ours.',
  siloed: 'four departments of agents and customers that do not help each other, without bonds.',
  strict: 'whoever has been served waits for the agent who served him first, and for nobody else.',
};

function policyLines({ policies }: ReplayReport): readonly string[] {
  const names = Object.keys(policies) as PolicyName[];
  return [
    '[1] The same calls, played to one desk under policies that share out the calls in other ways:',
    ...names.map((name) => `    ${name.padEnd(8)}${POLICY_NOTES[name]}`),
    '    What the log does not show is assumed, see docs/guide/replay.md; the difference to the log is',
    '    partly that.',
  ];
}

function noteLines(report: ReplayReport): readonly string[] {
  const { yardstick, model } = report;
  const threshold = seconds(yardstick.thresholdMs);
  const short = seconds(yardstick.shortAbandonMs);
  return [
    ...policyLines(report),
    `[2] (Abandoned − short) ÷ (offered − short), where short are those abandoned sooner than ${short}. Below`,
    '    it abandoned ÷ offered.',
    '[3] Of abandoned calls, the time until the caller gave up.',
    `[4] Answered within ${threshold} ÷ (offered − abandoned within ${threshold}). Below it by the two other customary`,
    `    definitions: answered within ${threshold} ÷ offered, and answered within ${threshold} ÷ answered.`,
    '[5] Answered calls of customers whom an agent had answered before, where both are known. Somebody',
    '    they know is any agent who had served them before. Logs show no owners: who is kept is the one',
    '    whom they spoke to last.',
    '[6] Busy ÷ (busy + ready). Conversations and wrap-up are busy; the log does not show its wrap-up, so',
    `    the pause concluded from it, ${seconds(model.pauseMs)}, counts as such in all columns. Every call was promised`,
    `    an answer within ${seconds(model.promiseMs)}.`,
    '[7] Summed over the callers: a border that is no ability stood between them, or the call was kept',
    '    for somebody whom its customer knows.',
    `[8] Between the groups of at least ${GROUP_COUNT_MIN} calls with the best and the worst service level, in points`,
    '    of a hundred. Served before: of the callers whom the log knows. Departments: those of siloed.',
  ];
}

function uncoveredLines({ model: { uncovered } }: ReplayReport): readonly string[] {
  if (uncovered.length === 0) return [];
  const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);
  const calls = total(uncovered.map(({ callCount }) => callCount));
  const answered = total(uncovered.map(({ answeredCount }) => answeredCount));
  const most = [...uncovered].sort((a, b) => b.callCount - a.callCount);
  const skills = most.slice(0, TYPES_SHOWN).map(({ skill, callCount }) => `${callCount} ${skill}`);
  const more = most.length > TYPES_SHOWN ? ' …' : '';
  return [
    '',
    `Nobody on shift had the skill for ${grouped(calls)} of the calls when they came in; ${grouped(answered)} of them were answered`,
    `in the log all the same. By type: ${skills.join(', ')}${more}.`,
  ];
}

function dirtyLines({ rows: { dirtyCount }, dirtyFaults, dirtyRows }: ReplayReport) {
  if (dirtyCount === 0) return [];
  const rowsByText = Map.groupBy(dirtyRows, dirtyRowText);
  const groups = dirtyFaults.map((fault) => {
    const text = dirtyRowText(fault);
    const rows = rowsByText.get(text) ?? [];
    const shown = rows.slice(0, DIRTY_ROWS_SHOWN).map(({ lineNumber }) => String(lineNumber));
    const more = fault.rowCount - shown.length;
    const which = ordinaryList(more === 0 ? shown : [...shown, `${grouped(more)} more`]);
    return `  ${grouped(fault.rowCount)} × ${text}: ${fault.rowCount === 1 ? 'line' : 'lines'} ${which}`;
  });
  const all = dirtyCount > DIRTY_ROWS_SHOWN ? ' (--json lists every one)' : '';
  return ['', `Rows set aside${all}:`, ...groups];
}

function some(count: number, what: string): readonly string[] {
  return count === 0 ? [] : [`${grouped(count)} ${what}`];
}
