import type { Command, DeskEvent } from '@rapport/core';
import type { Journal, JournalRow } from '../store/journal.ts';
import type { Clock } from './clock.ts';
import type { DeskAt } from './fold-history.ts';
import type { Envelope, Outcome } from './envelope.ts';

/** Sees a command go through: `carryOut` decides it and settles with what came of it. */
export type CommandObserver = (
  command: Command,
  envelope: Envelope,
  carryOut: () => Promise<Outcome>,
) => Promise<Outcome>;

/** Told of rows as they become durable; `events` holds those of each, so that nobody has to parse them. */
export type CommittedListener = (
  rows: readonly JournalRow[],
  events: readonly (readonly DeskEvent[])[],
) => void;

export interface HostDependencies {
  readonly journal: Journal;
  readonly clock: Clock;
  /** Makes the desk from the newest snapshot and the history after it. */
  readonly recover: () => Promise<DeskAt>;
  /** This host's alone; shown to whoever wants to know who leads. */
  readonly holder: string;
  readonly limits?: Partial<HostLimits>;
  /** Called when another host has taken over; this one is closed then. */
  readonly onLeaseLost?: () => void;
  /** Told, in a sentence, what went wrong and what is done about it. */
  readonly notice?: (message: string) => void;
  readonly observe?: CommandObserver;
}

export interface HostLimits {
  /** Commands taken in and not yet answered. */
  readonly waitingMax: number;
  /** Rows of one append. */
  readonly batchMax: number;
  /** Commands whose answers are remembered. */
  readonly recentMax: number;
}

export const STANDARD_LIMITS: HostLimits = {
  waitingMax: 10_000,
  batchMax: 1_000,
  recentMax: 20_000,
};
