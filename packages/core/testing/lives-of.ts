import type { DeskEvent } from '../messages.ts';
import type { Row } from './desk-driver.ts';

/** What happened to each item that ever came in, in order. Ids are used again once an item is closed. */
export function livesOf(rows: readonly Row[]): readonly { at: number; event: DeskEvent }[][] {
  const lives: { at: number; event: DeskEvent }[][] = [];
  const current = new Map<string, { at: number; event: DeskEvent }[]>();
  for (const { at, events } of rows) {
    for (const event of events) {
      if (!('workId' in event)) continue;
      if (event.type === 'work-received') {
        const life: { at: number; event: DeskEvent }[] = [];
        lives.push(life);
        current.set(event.workId, life);
      }
      current.get(event.workId)?.push({ at, event });
    }
  }
  return lives;
}

/** Whether an item is put aside until this of what happened to it. */
export function isPausedAt(life: readonly { readonly event: DeskEvent }[], index: number): boolean {
  const last = life
    .slice(0, index)
    .findLast(({ event: { type } }) => type === 'work-paused' || ENDING_PAUSES.has(type));
  return last?.event.type === 'work-paused';
}

const ENDING_PAUSES: ReadonlySet<string> = new Set([
  'pause-ended',
  'work-resumed',
  'work-transferred',
]);
