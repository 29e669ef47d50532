import type { Command, DeskEvent } from '../messages.ts';
import { EVENT_TYPES } from './event-types.ts';

const COMMAND_TYPES: Readonly<Partial<Record<DeskEvent['type'], Command['type']>>> = {
  'agent-registered': 'register-agent',
  'agent-changed': 'change-agent',
  'agent-state-changed': 'set-agent-state',
  'busy-intervals-set': 'set-busy-intervals',
  'agent-retired': 'retire-agent',
  'calendar-defined': 'define-calendar',
  'promise-defined': 'define-promise',
  'bond-changed': 'change-bond',
  'work-received': 'receive-work',
  'offer-accepted': 'accept-offer',
  'offer-declined': 'decline-offer',
  'work-transferred': 'transfer-work',
  'work-assigned': 'assign-work',
  'work-held': 'hold-work',
  'work-resumed': 'resume-work',
  'work-wrapped-up': 'wrap-up-work',
  'work-completed': 'complete-work',
  'work-abandoned': 'abandon-work',
};

/** What the desk adds to the input of a command. */
const DECIDED = new Set(['type', 'v', 'excludedUntil']);

/**
 * The command behind a row of history: its first event, where exogenous, carries the whole input, so
 * that a what-if can ask again. Undefined for rows that time alone brought about, and for a resumption.
 */
export function commandOf(events: readonly DeskEvent[]): Command | undefined {
  const [first] = events;
  if (first === undefined || !EVENT_TYPES[first.type].isExogenous) return undefined;
  const type = COMMAND_TYPES[first.type];
  if (type === undefined) return undefined;
  const input = Object.entries(first).filter(([field]) => !DECIDED.has(field));
  return { type, ...Object.fromEntries(input) } as Command;
}
