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
   * well after the oldest moment from which everything is still remembered, and not in the future.
   */
  readonly isSurelyNew: (commandId: string, now: Instant) => boolean;
}

/** How far ahead a client's clock may have been when it minted the id of a command of before. */
const CLOCK_SKEW_MS = 300_000;

export function recentCommands<Answer>(
  completeSince: Instant,
  sizeMax: number,
): RecentCommands<Answer> {
  const commands = new Map<string, RecentCommand<Answer> & { readonly addedAt: Instant }>();
  let horizon = completeSince;
  return {
    get: (commandId) => commands.get(commandId),

    add(commandId, command, now) {
      // An id from the future must still count as seen when its time has come.
      commands.set(commandId, { ...command, addedAt: Math.max(now, mintedAt(commandId) ?? 0) });
      if (commands.size <= sizeMax) return;
      for (const [oldest, { addedAt }] of commands) {
        commands.delete(oldest);
        horizon = Math.max(horizon, addedAt);
        return;
      }
    },

    forget: (commandId) => void commands.delete(commandId),

    isSurelyNew(commandId, now) {
      const minted = mintedAt(commandId);
      return minted !== undefined && minted > horizon + CLOCK_SKEW_MS && minted <= now;
    },
  };
}
