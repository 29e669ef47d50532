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
  'agent-retired': EXOGENOUS,
  'calendar-defined': EXOGENOUS,
  'promise-defined': EXOGENOUS,
  'bond-changed': EXOGENOUS,
  'bond-earned': ENDOGENOUS,
  'work-received': EXOGENOUS,
  'work-offered': ENDOGENOUS,
  'offer-accepted': EXOGENOUS,
  'offer-declined': EXOGENOUS,
  'offer-expired': ENDOGENOUS,
  'offer-withdrawn': ENDOGENOUS,
  'exclusion-ended': ENDOGENOUS,
  'work-transferred': EXOGENOUS,
  'work-assigned': EXOGENOUS,
  'work-held': EXOGENOUS,
  'work-resumed': EXOGENOUS,
  'work-wrapped-up': EXOGENOUS,
  'work-completed': EXOGENOUS,
  'work-abandoned': EXOGENOUS,
  'desk-resumed': EXOGENOUS,
};
