import type { Journal } from '../store/journal.ts';
import type { Clock } from './clock.ts';
import type { DeskAt } from './fold-history.ts';

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
}

export interface HostLimits {
  /** Commands taken in and not yet answered. */
  readonly waitingMax: number;
  /** Rows of one append. */
  readonly batchMax: number;
  /** Commands whose answers are remembered. */
  readonly recentMax: number;
}
