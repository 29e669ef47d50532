import type { Command, DeskEvent } from '../messages.ts';
import type { WorkReceived } from '../work/work-messages.ts';
import { EVENT_TYPES } from './event-types.ts';

const COMMAND_TYPES: Readonly<Partial<Record<DeskEvent['type'], Command['type']>>> = {
  'agent-registered': 'register-agent',
  'agent-changed': 'change-agent',
  'agent-state-changed': 'set-agent-state',
  'busy-intervals-set': 'set-busy-intervals',
  'agent-reachability-changed': 'set-reachability',
  'agent-retired': 'retire-agent',
  'skill-kinds-set': 'set-skill-kinds',
  'roster-set': 'set-roster',
  'absence-declared': 'declare-absence',
  'absence-cancelled': 'cancel-absence',
  'calendar-defined': 'define-calendar',
  'promise-defined': 'define-promise',
  'agreement-defined': 'define-agreement',
  'policy-set': 'set-policy',
  'bond-changed': 'change-bond',
  'credit-granted': 'grant-credit',
  'credit-ended': 'end-credit',
  'emergency-declared': 'declare-emergency',
  'emergency-ended': 'end-emergency',
  'bonds-rehomed': 'rehome-bonds',
  'bonds-restored': 'restore-bonds',
  'account-bond-changed': 'change-account-bond',
  'customer-placed': 'place-customer',
  'bond-wishes-set': 'set-bond-wishes',
  'customers-merged': 'merge-customers',
  'customers-split': 'split-customers',
  'work-received': 'receive-work',
  'offer-accepted': 'accept-offer',
  'offer-declined': 'decline-offer',
  'work-transferred': 'transfer-work',
  'work-assigned': 'assign-work',
  'wait-chosen': 'choose-wait',
  'callback-promised': 'promise-callback',
  'callback-missed': 'note-no-answer',
  'work-held': 'hold-work',
  'work-resumed': 'resume-work',
  'work-deferred': 'defer-work',
  'work-recalled': 'recall-work',
  'work-linked': 'link-work',
  'work-unlinked': 'unlink-work',
  'work-promised': 'change-promise',
  'alert-acknowledged': 'acknowledge-alert',
  'work-wrapped-up': 'wrap-up-work',
  'wrap-up-extended': 'extend-wrap-up',
  'customer-awaited': 'await-customer',
  'customer-heard': 'hear-customer',
  'work-completed': 'complete-work',
  'work-abandoned': 'abandon-work',
};

/** What the desk adds to the input of a command. */
const DECIDED = new Set([
  'type',
  'v',
  'excludedUntil',
  'version',
  'agreed',
  'rung',
  'endsAt',
  'keptUntilAt',
  'keptFreeFromAt',
  'attemptCount',
  'againAt',
  'silentAt',
  'promisedMs',
  'moved',
  'waitedMs',
  'isChannelAsked',
]);

/**
 * The command behind a row of history: its first event, where exogenous, carries the whole input, so
 * that a what-if can ask again. Undefined for rows that time alone brought about, and for a resumption.
 */
export function commandOf(events: readonly DeskEvent[]): Command | undefined {
  const [first] = events;
  if (first === undefined || !EVENT_TYPES[first.type].isExogenous) return undefined;
  const type = COMMAND_TYPES[first.type];
  if (type === undefined) return undefined;
  const input = Object.entries(inputOf(first)).filter(
    ([field, value]) => value !== undefined && !DECIDED.has(field),
  );
  return { type, ...Object.fromEntries(input) } as Command;
}

/**
 * An agreement may have made another promise than the one that was named, or one where none was; a customer's
 * credit another priority; and a channel may ask for a skill.
 */
function inputOf(event: DeskEvent): object {
  if (event.type === 'work-transferred' && event.isChannelAsked) return withoutChannelSkill(event);
  if (event.type !== 'work-received') return event;
  return event.isChannelAsked ? withoutChannelSkill(receiptInput(event)) : receiptInput(event);
}

function receiptInput(event: WorkReceived): Pick<WorkReceived, 'requirements'> {
  const { namedPromiseId, agreed, credit, ...input } = event;
  return {
    ...input,
    ...(agreed !== undefined && { promiseId: namedPromiseId }),
    ...(credit !== undefined && { priority: credit.namedPriority }),
  };
}

/** The desk adds it last. */
function withoutChannelSkill(input: Partial<Pick<WorkReceived, 'requirements'>>): object {
  return { ...input, requirements: input.requirements?.slice(0, -1) };
}
