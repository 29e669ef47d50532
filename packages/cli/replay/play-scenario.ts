import { setImmediate } from 'node:timers/promises';
import {
  type DeskPort,
  type PolicyName,
  type ReplayOutcome,
  replayThrough,
  type Scenario,
  startReplay,
} from '@rapport/planning';

/** Who wants to know how a replay gets on, and may stop it. */
export interface Listener {
  readonly stop: AbortSignal;
  readonly onProgress: (overCount: number) => void;
}

/** A few tens of milliseconds' worth: so long the process is deaf to signals. */
const COMMANDS_PER_SLICE = 5_000;

/** Plays a scenario under a policy to a desk in memory, in slices. */
export async function playInMemory(
  { scenario, policy }: { readonly scenario: Scenario; readonly policy: PolicyName },
  { stop, onProgress }: Listener,
): Promise<ReplayOutcome> {
  const replay = startReplay(scenario, policy);
  while (replay.play(COMMANDS_PER_SLICE)) {
    onProgress(replay.overCount());
    await setImmediate();
    stop.throwIfAborted();
  }
  return replay.outcome();
}

/** Plays a scenario to a desk behind a port. */
export function playThrough(
  port: DeskPort,
  scenario: Scenario,
  { stop, onProgress }: Listener,
): Promise<ReplayOutcome> {
  return replayThrough(port, scenario, (overCount) => {
    stop.throwIfAborted();
    onProgress(overCount);
  });
}
