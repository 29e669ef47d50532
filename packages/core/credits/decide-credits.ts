import { type Decision, emit } from '../decision.ts';
import type { Refusal } from '../messages.ts';
import { isPriority } from '../work/is-priority.ts';
import type { CreditCommand, GrantCredit } from './credit-messages.ts';

/** Decides who goes before others, and until when. Returns why it is refused, or undefined. */
export function decideCredits(command: CreditCommand, decision: Decision): Refusal | undefined {
  if (command.type === 'grant-credit') return grantCredit(command, decision);
  const { customerId } = command;
  const credit = decision.desk.credits.get(customerId);
  if (credit === undefined || credit.untilAt <= decision.at) {
    return { code: 'credit-unknown', customerId };
  }
  emit(decision, { type: 'credit-ended', v: 1, customerId });
  return undefined;
}

function grantCredit(
  { customerId, priority, ownerId, untilAt }: GrantCredit,
  decision: Decision,
): Refusal | undefined {
  const { desk, at } = decision;
  if (!isPriority(priority) || priority <= 0) {
    const expected = 'a number above 0, at most 10, in steps of 0.01';
    return { code: 'field-invalid', field: 'priority', expected };
  }
  if (!Number.isSafeInteger(untilAt) || untilAt <= at) {
    return { code: 'field-invalid', field: 'untilAt', expected: 'a moment that is still to come' };
  }
  const { creditsMax } = desk.policy;
  const others = [...desk.credits].filter(([id, each]) => id !== customerId && each.untilAt > at);
  if (others.length >= creditsMax) return { code: 'credits-exhausted', creditsMax };
  emit(decision, { type: 'credit-granted', v: 1, customerId, priority, ownerId, untilAt });
  return undefined;
}
