import { useCallback, useState } from 'react';
import type { DeskRow } from './rows.ts';
import type { Side } from './Sides.tsx';

/**
 * Where there is room for one side of the desk alone: the list, until somebody opens what is chosen, and
 * again when something else has taken its place. `none` while nothing is chosen.
 */
export function useSide(chosen: DeskRow | undefined, choose: (workId: string) => void) {
  const [opened, setOpened] = useState<{ readonly workId: string; readonly side: Side }>();
  const chosenId = chosen?.workId;
  const open = useCallback(
    (workId: string) => {
      choose(workId);
      setOpened({ workId, side: 'conversation' });
    },
    [choose],
  );
  const show = (side: Side): void => {
    if (chosenId !== undefined) setOpened({ workId: chosenId, side });
  };
  const isOpened = chosenId !== undefined && opened?.workId === chosenId;
  const side: Side = isOpened ? opened.side : 'queue';
  return { side: chosenId === undefined ? 'none' : side, open, show } as const;
}
