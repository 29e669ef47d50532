import type { SiloMs, Yardstick } from '@rapport/core';
import type { CallLog } from './call-log-reader.ts';
import { dayText } from './civil-time.ts';
import { PROMISE_MS } from './desk-commands.ts';
import type { DirtyRows } from './dirty-tally.ts';
import { type CallChances, chancesOfCalls } from './chances-of-calls.ts';
import { loggedTime } from './logged-time.ts';
import {
  type AgentTime,
  type CallFigures,
  type CallOutcome,
  measureCalls,
} from './measure-calls.ts';
import type { ReplayOutcome } from './replay-driver.ts';
import type { PolicyName } from './replay-policy.ts';
import type { Scenario, UncoveredSkill } from './scenario.ts';

/** The figures of the log's own centre, or of the desk under one policy. */
export interface CentreFigures extends CallFigures {
  /** Null of the log, which does not show who was available. */
  readonly siloMs: SiloMs | null;
  readonly chances: CallChances;
}

/** What a replay shows, in the order in which it is written. */
export interface ReplayReport extends DirtyRows {
  readonly seed: number;
  readonly rows: {
    readonly rowCount: number;
    /** Calls for an agent: what both centres were offered. */
    readonly callCount: number;
    readonly leftInMenuCount: number;
    readonly phantomCount: number;
    readonly repeatedHeaderCount: number;
    readonly dirtyCount: number;
  };
  /** As `yyyy-mm-dd`; null of a log without calls. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** What was concluded from the log, or assumed where it says nothing. */
  readonly model: {
    readonly agentCount: number;
    readonly shiftCount: number;
    readonly shiftMs: number;
    readonly pauseMs: number;
    readonly promiseMs: number;
    readonly uncovered: readonly UncoveredSkill[];
  };
  readonly yardstick: Yardstick;
  /** The log's own centre. */
  readonly logged: CentreFigures;
  /** The desk, with the same calls, callers and shifts, under each policy that was asked for. */
  readonly policies: Readonly<Partial<Record<PolicyName, CentreFigures>>>;
}

/** What a report is made of. */
export interface ReplayResults {
  readonly seed: number;
  readonly log: CallLog;
  readonly scenario: Scenario;
  readonly replays: readonly ReplayOutcome[];
}

type Outcomes = Pick<ReplayOutcome, 'outcomes'>;

/** The report on a replay; the same results give the same bytes when it is written as JSON. */
export function replayReport(results: ReplayResults, yardstick: Yardstick): ReplayReport {
  const { seed, log, scenario, replays } = results;
  const { calls, ignoredCounts } = log;
  const time = loggedTime(scenario);
  const figuresOf = (centre: Pick<CentreFigures, 'siloMs'> & Outcomes & AgentTime) => ({
    ...measureCalls(centre.outcomes, centre, yardstick),
    siloMs: centre.siloMs,
    chances: chancesOfCalls(scenario, centre.outcomes, yardstick),
  });
  return {
    seed,
    rows: {
      rowCount: log.rowCount,
      callCount: calls.length,
      leftInMenuCount: ignoredCounts['left-in-menu'],
      phantomCount: ignoredCounts.phantom,
      repeatedHeaderCount: ignoredCounts['repeated-header'],
      dirtyCount: log.dirtyFaults.reduce((total, { rowCount }) => total + rowCount, 0),
    },
    firstDay: dayOf(calls[0]?.offeredAt),
    lastDay: dayOf(calls.at(-1)?.offeredAt),
    model: {
      agentCount: scenario.agents.length,
      shiftCount: scenario.shifts.length,
      shiftMs: time.dutyMs,
      pauseMs: scenario.pauseMs,
      promiseMs: PROMISE_MS,
      uncovered: scenario.uncovered,
    },
    yardstick,
    logged: figuresOf({ outcomes: loggedOutcomes(scenario), siloMs: null, ...time }),
    policies: Object.fromEntries(replays.map((replay) => [replay.policy, figuresOf(replay)])),
    dirtyFaults: log.dirtyFaults,
    dirtyRows: log.dirtyRows,
  };
}

function dayOf(at: number | undefined): string | null {
  return at === undefined ? null : dayText(at);
}

function loggedOutcomes({ calls }: Scenario): readonly CallOutcome[] {
  return calls.map(({ call, customerId, loggedAgentId }) => ({
    customerId,
    offeredAt: call.offeredAt,
    waitMs: call.waitMs,
    hasAbandoned: call.hasAbandoned,
    agentId: loggedAgentId,
  }));
}
