import type { Subscription } from './connection.ts';
import type { FollowedFloor } from './follow-floor.ts';
import type { RowChanges } from './row-changes.ts';

/** A topic's side of the server: what it sends to those who follow it. */
export interface Feed {
  /**
   * Sends what came after the subscription's position, else a snapshot, and all that comes from then on.
   * Also brings one in step again that was behind. False when there is nothing of that kind.
   */
  readonly begin: (subscription: Subscription) => Promise<boolean> | boolean;
  readonly end: (subscription: Subscription) => void;
}

/** How a topic whose deltas follow from the history shows itself to one subscription. */
export interface HistoryTopic {
  readonly stateJson: (subscription: Subscription) => string;
  /** What a row means to it; undefined when nothing. */
  readonly changesJson: (subscription: Subscription, row: RowChanges) => string | undefined;
}

/** Sends the deltas after the subscription's position while the tail has them, else a snapshot. */
export function beginFromHistory(
  { floor, tail }: Pick<FollowedFloor, 'floor' | 'tail'>,
  subscription: Subscription,
  { stateJson, changesJson }: HistoryTopic,
): void {
  const { connection, position } = subscription;
  const missed = position === undefined ? undefined : tail.after(position);
  if (missed === undefined) {
    connection.sendSnapshot(subscription, floor.position, stateJson(subscription));
    return;
  }
  for (const row of missed) {
    const json = changesJson(subscription, row);
    if (json === undefined) continue;
    if (!connection.sendDelta(subscription, row.position, json)) return;
  }
  connection.sendResync(subscription, floor.position);
}
