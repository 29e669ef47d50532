import { unreachable } from '@rapport/core';
import type { DirtyRow } from '@rapport/planning';

/** Says in half a sentence what is wrong with a row. */
export function dirtyRowText({ reason, columns }: DirtyRow): string {
  const [first = '', second = ''] = columns;
  switch (reason) {
    case 'columns-miscounted':
      return 'not as many columns as the header has';
    case 'characters-unreadable':
      return 'bytes that are no text';
    case 'value-missing':
      return `${first} is empty`;
    case 'day-unreadable':
      return `${first} is no day`;
    case 'time-unreadable':
      return `${first} is no time of day`;
    case 'times-out-of-order':
      return `${first} is before ${second}`;
    case 'priority-unknown':
      return `${first} is none that the format knows`;
    case 'outcome-unknown':
      return `${first} is none that the format knows`;
    case 'call-repeated':
      return 'a call that an earlier row has already';
    default:
      return unreachable(reason);
  }
}
