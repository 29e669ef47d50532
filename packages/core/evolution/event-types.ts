import type { DeskEvent } from '../messages.ts';

interface EventType {
  /** The version that this release writes. */
  readonly version: number;
  /**
   * Whether it came from outside: such an event, where it is the first of its row, carries the whole
   * input of its command. The others follow from the rules.
   */
  readonly isExogenous: boolean;
}

const EXOGENOUS: EventType = { version: 1, isExogenous: true };
const ENDOGENOUS: EventType = { version: 1, isExogenous: false };

/** Every event that this release can write. */
export const EVENT_TYPES: Readonly<Record<DeskEvent['type'], EventType>> = {
  'agent-registered': EXOGENOUS,
  'agent-changed': EXOGENOUS,
  'agent-state-changed': EXOGENOUS,
  'busy-intervals-set': EXOGENOUS,
  'agent-busy-began': ENDOGENOUS,
  'agent-busy-ended': ENDOGENOUS,
  'agent-reachability-changed': EXOGENOUS,
  'agent-retired': EXOGENOUS,
  'roster-set': EXOGENOUS,
  'wind-down-began': ENDOGENOUS,
  'wind-down-ended': ENDOGENOUS,
  'absence-declared': EXOGENOUS,
  'absence-cancelled': EXOGENOUS,
  'absence-ended': ENDOGENOUS,
  'calendar-defined': EXOGENOUS,
  'promise-defined': EXOGENOUS,
  'agreement-defined': EXOGENOUS,
  'policy-set': EXOGENOUS,
  'bond-changed': EXOGENOUS,
  'bond-earned': ENDOGENOUS,
  'credit-granted': EXOGENOUS,
  'credit-ended': EXOGENOUS,
  'emergency-declared': EXOGENOUS,
  'emergency-ended': EXOGENOUS,
  'outage-suspected': ENDOGENOUS,
  'outage-ended': ENDOGENOUS,
  'bonds-rehomed': EXOGENOUS,
  'bonds-restored': EXOGENOUS,
  'account-bond-changed': EXOGENOUS,
  'customer-placed': EXOGENOUS,
  'bond-wishes-set': EXOGENOUS,
  'customers-merged': EXOGENOUS,
  'customers-split': EXOGENOUS,
  'work-received': EXOGENOUS,
  'work-offered': ENDOGENOUS,
  'work-queued': ENDOGENOUS,
  'skill-kinds-set': EXOGENOUS,
  'work-relaxed': ENDOGENOUS,
  'work-reserved': ENDOGENOUS,
  'reservation-ended': ENDOGENOUS,
  'offer-accepted': EXOGENOUS,
  'offer-declined': EXOGENOUS,
  'offer-expired': ENDOGENOUS,
  'offer-withdrawn': ENDOGENOUS,
  'exclusion-ended': ENDOGENOUS,
  'work-transferred': EXOGENOUS,
  'work-assigned': EXOGENOUS,
  'wait-chosen': EXOGENOUS,
  'callback-promised': EXOGENOUS,
  'callback-missed': EXOGENOUS,
  'callback-met': ENDOGENOUS,
  'work-held': EXOGENOUS,
  'work-resumed': EXOGENOUS,
  'work-deferred': EXOGENOUS,
  'deferral-ended': ENDOGENOUS,
  'deferral-handed': ENDOGENOUS,
  'work-recalled': EXOGENOUS,
  'work-promised': EXOGENOUS,
  'alert-raised': ENDOGENOUS,
  'alert-escalated': ENDOGENOUS,
  'alert-acknowledged': EXOGENOUS,
  'work-interrupted': ENDOGENOUS,
  'interruption-ended': ENDOGENOUS,
  'work-released': ENDOGENOUS,
  'work-wrapped-up': EXOGENOUS,
  'wrap-up-extended': EXOGENOUS,
  'wrap-up-ended': ENDOGENOUS,
  'customer-awaited': EXOGENOUS,
  'customer-fell-silent': ENDOGENOUS,
  'customer-heard': EXOGENOUS,
  'work-completed': EXOGENOUS,
  'work-abandoned': EXOGENOUS,
  'desk-resumed': EXOGENOUS,
};
