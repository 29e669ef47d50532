import { refusedBy } from '../bonds/customers.ts';
import type { Desk } from '../desk.ts';
import type { Exclusion, WorkRecord } from '../desk-records.ts';

/** Of nearly all items, which share it. */
export const NOBODY_EXCLUDED: readonly Exclusion[] = [];

/** Says anew who is passed over for an item, and until when. */
export function setExclusions(
  { index }: Desk,
  work: WorkRecord,
  exclusions: readonly Exclusion[],
): void {
  const { exclusionMarks } = index;
  work.exclusions = exclusions;
  if (work.handle >= exclusionMarks.length) {
    index.exclusionMarks = new Uint8Array(Math.max(work.handle + 1, 2 * exclusionMarks.length));
    index.exclusionMarks.set(exclusionMarks);
  }
  index.exclusionMarks[work.handle] =
    exclusions.length === 0 && refusedBy(work.customer).length === 0 ? 0 : 1;
}

/** Whether anybody at all is passed over for the item with this handle. */
export function hasExclusions({ index }: Desk, handle: number): boolean {
  return index.exclusionMarks[handle] === 1;
}
