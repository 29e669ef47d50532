import type { WaitingItem } from '@rapport/protocol';
import { useState } from 'react';
import { type Followed, useTopic } from '../live/live.ts';
import type { DeskRow } from './rows.ts';

interface LookedAt {
  readonly workId: string;
  /** What was chosen then. */
  readonly besideId: string | undefined;
}

/**
 * Whose customer pane is shown: of somebody who waits for me, until he waits no more or something is chosen;
 * else of what is chosen.
 */
export function useLookedAt(chosen: DeskRow | undefined) {
  const waiting = useTopic('my-waiting', {});
  const [looked, setLooked] = useState<LookedAt>();
  const besideId = chosen?.workId;
  const item = looked?.besideId === besideId ? waitingItem(waiting, looked) : undefined;
  // So that he does not come back with what was chosen beside him.
  if (looked !== undefined && item === undefined) setLooked(undefined);
  const ofChosen = { customerId: chosen?.customerId, row: chosen };
  return {
    /** Which item; undefined while it is what is chosen. */
    lookedAtId: item?.workId,
    shown: item === undefined ? ofChosen : { customerId: item.customerId, row: undefined },
    /** Looks at the customer of an item; a second time, away again. */
    look: (workId: string): void =>
      setLooked(workId === item?.workId ? undefined : { workId, besideId }),
    lookAway: (): void => setLooked(undefined),
  };
}

function waitingItem(
  waiting: Followed<'my-waiting'>,
  looked: LookedAt | undefined,
): WaitingItem | undefined {
  if (waiting.kind !== 'known' || looked === undefined) return undefined;
  return waiting.state.items.find(({ workId }) => workId === looked.workId);
}
