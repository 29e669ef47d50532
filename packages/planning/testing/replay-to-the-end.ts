import type { CallLog } from '../replay/call-log-reader.ts';
import { startReplay } from '../replay/replay-desk.ts';
import type { ReplayOutcome } from '../replay/replay-driver.ts';
import { replayReport, type ReplayReport } from '../replay/replay-report.ts';
import { type Scenario, scenarioOf, withoutBonds } from '../replay/scenario.ts';

export const YARDSTICK = { thresholdMs: 20_000, shortAbandonMs: 5_000 };

/** Plays a scenario to the end. */
export function outcomeOf(scenario: Scenario): ReplayOutcome {
  const replay = startReplay(scenario);
  replay.play(Infinity);
  return replay.outcome();
}

/** Replays a log with and without bonds. */
export function reportOf(log: CallLog, seed = 1): ReplayReport {
  const scenario = scenarioOf(log, seed);
  const replayed = outcomeOf(scenario);
  const replayedWithoutBonds = outcomeOf(withoutBonds(scenario));
  return replayReport({ seed, log, scenario, replayed, replayedWithoutBonds }, YARDSTICK);
}
