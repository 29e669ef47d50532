import type { Instant } from '@rapport/core';
import { mintedAt } from './command-time.ts';

/** What a recent command was, and what came or will come of it. */
export interface RecentCommand<Answer> {
  readonly hash: string;
  readonly answer: Promise<Answer>;
}

/** Remembers the latest commands, so that a retry gets the answer of the first try. */
export interface RecentCommands<Answer> {
  readonly get: (commandId: string) => RecentCommand<Answer> | undefined;
  readonly add: (commandId: string, command: RecentCommand<Answer>, now: Instant) => void;
  /** A refused command leaves no trace: asked again, it is decided again. */
  readonly forget: (commandId: string) => void;
  /**
   * Whether the history cannot hold this command, so that it need not be looked up: its id was minted
   * after everything that is forgotten, and not in the future.
   */
  readonly isSurelyNew: (commandId: string, now: Instant) => boolean;
}

/** How far ahead a client's clock may have been when it minted an id that another host has seen. */
const CLOCK_SKEW_MS = 300_000;

/** Remembers all since `completeSince`, until there are more than `sizeMax`. */
export function recentCommands<Answer>(
  completeSince: Instant,
  sizeMax: number,
): RecentCommands<Answer> {
  const commands = new Map<string, RecentCommand<Answer> & { readonly addedAt: Instant }>();
  // One walk for ever: a new one would step over every key that was deleted since the last.
  const oldestFirst = commands.entries();
  // Of what is forgotten here it is known when it was minted; of what came before, only when it came.
  let horizon = completeSince + CLOCK_SKEW_MS;
  return {
    get: (commandId) => commands.get(commandId),

    add(commandId, command, now) {
      // An id from the future must still count as seen when its time has come.
      commands.set(commandId, { ...command, addedAt: Math.max(now, mintedAt(commandId) ?? 0) });
      if (commands.size <= sizeMax) return;
      const { value: oldest } = oldestFirst.next();
      if (oldest === undefined) return;
      commands.delete(oldest[0]);
      horizon = Math.max(horizon, oldest[1].addedAt);
    },

    forget: (commandId) => void commands.delete(commandId),

    isSurelyNew(commandId, now) {
      const minted = mintedAt(commandId);
      return minted !== undefined && minted > horizon && minted <= now;
    },
  };
}
