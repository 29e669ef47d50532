import { useState } from 'react';
import type { DeskRow } from './rows.ts';

/** Whose customer pane is shown: of somebody who waits, until something else is chosen; else of what is chosen. */
export function useLookedAt(chosen: DeskRow | undefined) {
  const besideId = chosen?.workId;
  const [looked, setLooked] = useState<{ customerId: string; besideId: string | undefined }>();
  const lookedAtId = looked?.besideId === besideId ? looked?.customerId : undefined;
  const ofChosen = { customerId: chosen?.customerId, row: chosen };
  return {
    /** Undefined while it is what is chosen. */
    lookedAtId,
    shown: lookedAtId === undefined ? ofChosen : { customerId: lookedAtId, row: undefined },
    /** Looks at somebody; a second time, away again. */
    look: (customerId: string): void =>
      setLooked(customerId === lookedAtId ? undefined : { customerId, besideId }),
    lookAway: (): void => setLooked(undefined),
  };
}
