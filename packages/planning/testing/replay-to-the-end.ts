import type { CallLog } from '../replay/call-log-reader.ts';
import { startReplay } from '../replay/replay-desk.ts';
import type { ReplayOutcome } from '../replay/replay-driver.ts';
import { replayReport, type ReplayReport } from '../replay/replay-report.ts';
import { POLICY_NAMES, type PolicyName } from '../replay/replay-policy.ts';
import { type Scenario, scenarioOf } from '../replay/scenario.ts';

export const YARDSTICK = { thresholdMs: 20_000, shortAbandonMs: 5_000 };

/** Plays a scenario to the end under a policy. */
export function outcomeOf(scenario: Scenario, policy: PolicyName = 'ours'): ReplayOutcome {
  const replay = startReplay(scenario, policy);
  replay.play(Infinity);
  return replay.outcome();
}

/** Replays a log under each policy. */
export function reportOf(log: CallLog, seed = 1): ReplayReport {
  const scenario = scenarioOf(log, seed);
  const replays = POLICY_NAMES.map((policy) => outcomeOf(scenario, policy));
  return replayReport({ seed, log, scenario, replays }, YARDSTICK);
}
