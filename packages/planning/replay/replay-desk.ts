import {
  advance,
  type Command,
  createDesk,
  decide,
  type DeskEvent,
  type Instant,
  nextDueAt,
  type Refusal,
  type Result,
} from '@rapport/core';
import { createReplayDriver, type ReplayDriver, type ReplayOutcome } from './replay-driver.ts';
import type { PolicyName } from './replay-policy.ts';
import type { Scenario } from './scenario.ts';

/** A replay that goes on for as long as it is asked to. */
export interface Replay {
  /** Gives at most `commandCount` commands more. Returns whether any are left. */
  readonly play: (commandCount: number) => boolean;
  /** How many calls are over. */
  readonly overCount: () => number;
  /** To be asked when no commands are left. */
  readonly outcome: () => ReplayOutcome;
}

/** A desk that lives elsewhere, such as one whose history is stored. */
export interface DeskPort {
  readonly execute: (
    command: Command,
    at: Instant,
  ) => Promise<Result<readonly DeskEvent[], Refusal>>;
  /** Decides what has fallen due by `at`. */
  readonly advance: (at: Instant) => Promise<readonly DeskEvent[]>;
  readonly nextDueAt: () => Instant | undefined;
}

/** The desk refused a command of a replay: one of the two is wrong. */
export class ReplayRefused extends Error {
  override readonly name = 'ReplayRefused';
  readonly code = 'replay-refused';
  readonly command: Command;
  readonly refusal: Refusal;

  constructor(command: Command, refusal: Refusal) {
    super(`the desk refuses ${JSON.stringify(command)}: ${refusal.code}`);
    this.command = command;
    this.refusal = refusal;
  }
}

/**
 * A replay of `scenario` under a policy through a desk in memory, on a virtual clock.
 *
 * @throws {ReplayRefused} never, unless the replay or the desk has a bug.
 */
export function startReplay(scenario: Scenario, policy: PolicyName): Replay {
  const driver = createReplayDriver(scenario, policy);
  const desk = createDesk();
  return {
    play: (commandCount) => {
      for (let given = 0; given < commandCount;) {
        const at = driver.nextAt();
        if (at === undefined) return false;
        const dueAt = nextDueAt(desk);
        if (dueAt !== undefined && dueAt <= at) {
          driver.observe(advance(desk, dueAt), dueAt);
          continue;
        }
        const command = driver.nextCommand();
        if (command === undefined) continue;
        observe({ driver, command, at }, decide(desk, command, at));
        given += 1;
      }
      return true;
    },
    overCount: driver.overCount,
    outcome: driver.outcome,
  };
}

/**
 * Replays `scenario` under the rule as it is through a desk behind a port, on a virtual clock, one
 * command after another.
 *
 * `onProgress` is called with the number of calls that are over whenever that number has changed.
 * @throws {ReplayRefused} never, unless the replay or the desk has a bug.
 */
export async function replayThrough(
  port: DeskPort,
  scenario: Scenario,
  onProgress: (overCount: number) => void = () => undefined,
): Promise<ReplayOutcome> {
  const driver = createReplayDriver(scenario, 'ours');
  let reported = 0;
  for (let at = driver.nextAt(); at !== undefined; at = driver.nextAt()) {
    const dueAt = port.nextDueAt();
    if (dueAt !== undefined && dueAt <= at) {
      driver.observe(await port.advance(dueAt), dueAt);
      continue;
    }
    const command = driver.nextCommand();
    if (command === undefined) continue;
    observe({ driver, command, at }, await port.execute(command, at));
    if (driver.overCount() !== reported) onProgress((reported = driver.overCount()));
  }
  return driver.outcome();
}

interface Given {
  readonly driver: ReplayDriver;
  readonly command: Command;
  readonly at: Instant;
}

function observe(
  { driver, command, at }: Given,
  result: Result<readonly DeskEvent[], Refusal>,
): void {
  if (!result.ok) throw new ReplayRefused(command, result.refusal);
  driver.observe(result.value, at);
}
