import type { Instant } from '@rapport/core';

/** A call that asked for an agent, as the log tells it. */
export interface LoggedCall {
  /** What makes the call this one and no other, in every replay of the log. */
  readonly key: string;
  readonly lineNumber: number;
  /** The type of service asked for. */
  readonly skill: string;
  readonly customer: string | undefined;
  readonly headStartMs: number;
  /** When it joined the queue; of a call that did not queue, when its service began. */
  readonly offeredAt: Instant;
  readonly waitMs: number;
  readonly hasAbandoned: boolean;
  /** Undefined if it was abandoned, or answered without the log knowing by whom. */
  readonly agent: string | undefined;
  /** Undefined if it was abandoned, or answered without the log knowing when. */
  readonly service: Service | undefined;
}

/** A conversation, from its beginning to its end. */
export interface Service {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
}

/** Why a row that can be read is not a call for an agent. */
export type IgnoredReason = 'left-in-menu' | 'phantom' | 'repeated-header';

/** Why a row cannot be believed. */
export type DirtyReason =
  | 'columns-miscounted'
  | 'characters-unreadable'
  | 'value-missing'
  | 'value-unusable'
  | 'day-unreadable'
  | 'time-unreadable'
  | 'times-out-of-order'
  | 'priority-unknown'
  | 'outcome-unknown'
  | 'call-repeated';

/** A row set aside, and why. */
export interface DirtyRow {
  readonly lineNumber: number;
  readonly reason: DirtyReason;
  /** The headers of the columns at fault; of times out of order, the later one first. */
  readonly columns: readonly string[];
}

/** A fault that rows were set aside for, and how many. */
export interface DirtyFault {
  readonly reason: DirtyReason;
  readonly columns: readonly string[];
  readonly rowCount: number;
}

/** What one row turned out to be. */
export type RowReading =
  | { readonly kind: 'call'; readonly call: LoggedCall }
  | { readonly kind: 'ignored'; readonly reason: IgnoredReason }
  | { readonly kind: 'dirty'; readonly row: DirtyRow };
