import type { AlertEvent } from '../alerts/alert-messages.ts';
import type { CallbackEvent } from '../callbacks/callback-messages.ts';
import type { InterruptionEvent } from '../interruption/interruption-messages.ts';
import type { WorkLinked, WorkPaused, WorkUnlinked } from '../matters/matter-messages.ts';
import type { DeskResumed } from './desk-resumed.ts';
import type { WorkQueued } from './placement-messages.ts';
import type { WrapUpEnded } from './wrap-up-messages.ts';
import type { TurnEvent } from './turn-messages.ts';
import type { WorkEvent } from './work-messages.ts';

export function isAlert(event: WorkEvent): event is AlertEvent {
  return event.type.startsWith('alert-');
}

export function isOfTurn(event: WorkEvent): event is TurnEvent {
  return event.type.startsWith('customer-');
}

export function isOfCallback(event: WorkEvent): event is CallbackEvent {
  return event.type.startsWith('callback-');
}

export function isOfInterruption(event: WorkEvent): event is InterruptionEvent {
  return event.type === 'work-interrupted' || event.type === 'interruption-ended';
}

export type OfMatter = WorkLinked | WorkUnlinked | WorkPaused;

export function isOfMatter(event: WorkEvent): event is OfMatter {
  const { type } = event;
  return type === 'work-linked' || type === 'work-unlinked' || type === 'work-paused';
}

/** What only says how things are. */
export function changesNothing(event: WorkEvent): event is DeskResumed | WorkQueued | WrapUpEnded {
  const { type } = event;
  return type === 'desk-resumed' || type === 'work-queued' || type === 'wrap-up-ended';
}
