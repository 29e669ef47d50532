import type { Desk } from '../desk.ts';
import type { Instant } from '../time.ts';
import type { CreditEvent } from './credit-messages.ts';

/** Applies what happened to a credit; those that are over are forgotten. */
export function evolveCredits({ credits }: Desk, event: CreditEvent, at: Instant): void {
  for (const [customerId, { untilAt }] of credits) if (untilAt <= at) credits.delete(customerId);
  const { customerId } = event;
  if (event.type === 'credit-ended') {
    credits.delete(customerId);
    return;
  }
  const { priority, ownerId, untilAt } = event;
  credits.set(customerId, { priority, ownerId, untilAt });
}
