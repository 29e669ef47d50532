import type { CallLog } from './call-log-reader.ts';
import { dayText } from './civil-time.ts';
import { PROMISE_MS } from './desk-commands.ts';
import type { DirtyRows } from './dirty-tally.ts';
import { loggedTime } from './logged-time.ts';
import {
  type CallFigures,
  type CallOutcome,
  measureCalls,
  type Yardstick,
} from './measure-calls.ts';
import type { ReplayOutcome } from './replay-driver.ts';
import type { Scenario, UncoveredSkill } from './scenario.ts';

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
  readonly logged: CallFigures;
  /** The desk, with the same calls, callers and shifts. */
  readonly replayed: CallFigures;
  /** The same desk, had it not known who calls. */
  readonly replayedWithoutBonds: CallFigures;
}

/** What a report is made of. */
export interface ReplayResults {
  readonly seed: number;
  readonly log: CallLog;
  readonly scenario: Scenario;
  readonly replayed: ReplayOutcome;
  readonly replayedWithoutBonds: ReplayOutcome;
}

/** The report on a replay; the same results give the same bytes when it is written as JSON. */
export function replayReport(results: ReplayResults, yardstick: Yardstick): ReplayReport {
  const { seed, log, scenario, replayed, replayedWithoutBonds } = results;
  const { calls, ignoredCounts } = log;
  const time = loggedTime(scenario);
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
    logged: measureCalls(loggedOutcomes(scenario), time, yardstick),
    replayed: measureCalls(replayed.outcomes, replayed, yardstick),
    replayedWithoutBonds: measureCalls(
      replayedWithoutBonds.outcomes,
      replayedWithoutBonds,
      yardstick,
    ),
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
