import type { DeskEvent } from '@rapport/core';

/** Events by which somebody has an item put off that was another's, or nobody's. */
export type PutOff = Extract<DeskEvent, { type: 'deferral-handed' | 'callback-promised' }>;

export function isPutOff(event: DeskEvent): event is PutOff {
  return event.type === 'deferral-handed' || event.type === 'callback-promised';
}
