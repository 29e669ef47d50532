import type { DeskEvent, Instant } from '@rapport/core';

/** Events by which somebody has an item put off that was another's, or nobody's. */
export type PutOff = Extract<
  DeskEvent,
  { type: 'deferral-handed' | 'callback-promised' | 'work-paused' }
>;

/** Until when; undefined while it is put aside for another item, which ends when that does. */
export function putOffUntil(event: PutOff): Instant | undefined {
  if (event.type === 'work-paused') return undefined;
  return event.type === 'deferral-handed' ? event.untilAt : event.dueAt;
}

export function isPutOff(event: DeskEvent): event is PutOff {
  const { type } = event;
  return type === 'deferral-handed' || type === 'callback-promised' || type === 'work-paused';
}
