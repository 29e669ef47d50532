import { unreachable } from '@rapport/core';
import type { DirtyFault } from '@rapport/planning';

/** Says in half a sentence what is wrong with a row, or with all rows of one fault. */
export function dirtyRowText({ reason, columns }: Pick<DirtyFault, 'reason' | 'columns'>): string {
  const [first = ''] = columns;
  switch (reason) {
    case 'columns-miscounted':
      return 'not as many columns as the header has';
    case 'characters-unreadable':
      return 'bytes that are no text';
    case 'value-missing':
      return `${first} is empty`;
    case 'value-unusable':
      return `${first} is no usable value`;
    case 'day-unreadable':
      return `${first} is no day`;
    case 'time-unreadable':
      return `${first} is no time of day`;
    case 'times-out-of-order':
      return columns.join(' is before ');
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
