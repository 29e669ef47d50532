import type { DeskEvent } from '@rapport/core';
import { LEAVES_HANDS } from './leaves-hands.ts';

/** For which live item whoever carries an item has put it aside, after one of its events; undefined while he has not. */
export function asideAfter(asideForId: string | undefined, event: DeskEvent): string | undefined {
  if (event.type === 'work-interrupted') return event.byWorkId;
  return event.type === 'interruption-ended' || LEAVES_HANDS.has(event.type)
    ? undefined
    : asideForId;
}
