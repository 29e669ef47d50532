import type { TopicName } from '@rapport/protocol';

/** What live updates cost and whether they keep up. */
export interface LiveFigures {
  readonly connectionCount: number;
  /** Connections that do not keep up. */
  readonly behindCount: number;
  readonly subscriptionCounts: ReadonlyMap<TopicName, number>;
  /** Up to which clients have been told; undefined while that is being made. */
  readonly position: number | undefined;
}

/** How fast the clock of live updates goes. */
export interface LivePace {
  /** All that is done now and then is done every so many of these. */
  readonly tickMs: number;
  /** Whoever has not caught up for so long is let go. */
  readonly stuckMs: number;
}
