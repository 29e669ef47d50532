import type { WorkRecord } from '../desk-records.ts';

/** Takes an item out of a short list, in which order means nothing. Returns whether it was there. */
export function removeFrom(items: WorkRecord[], work: WorkRecord): boolean {
  const index = items.indexOf(work);
  if (index === -1) return false;
  const last = items.pop();
  if (last !== undefined && last !== work) items[index] = last;
  return true;
}
