import type { AlertEvent } from '../alerts/alert-messages.ts';
import type { CallbackEvent } from '../callbacks/callback-messages.ts';
import type { InterruptionEvent } from '../interruption/interruption-messages.ts';
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
