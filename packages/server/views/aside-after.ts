import type { DeskEvent } from '@rapport/core';

/** For which live item whoever carries an item has put it aside, after one of its events; undefined while he has not. */
export function asideAfter(asideForId: string | undefined, event: DeskEvent): string | undefined {
  if (event.type === 'work-interrupted') return event.byWorkId;
  return ENDING.has(event.type) ? undefined : asideForId;
}

/** The live item left him, or he has it no more. */
const ENDING: ReadonlySet<DeskEvent['type']> = new Set([
  'interruption-ended',
  'work-transferred',
  'work-deferred',
  'work-released',
  'callback-promised',
  'work-completed',
  'work-abandoned',
]);
