import type { DeskEvent } from '@rapport/core';

/** With which whoever carries an item has it in hand no more. */
export const LEAVES_HANDS: ReadonlySet<DeskEvent['type']> = new Set([
  'work-transferred',
  'work-deferred',
  'work-released',
  'callback-promised',
  'work-completed',
  'work-abandoned',
]);
