import { groupOf } from '../bonds/customers.ts';
import type { Desk } from '../desk.ts';
import type { CustomerId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { WorkReceived } from '../work/work-messages.ts';
import type { Credit } from './credit.ts';

/** The priority of what a customer comes in with: what was named, or what his credit is, where that is more. */
export function creditedPriority(
  desk: Desk,
  {
    customerId,
    priority: named,
  }: { customerId?: CustomerId | undefined; priority?: number | undefined },
  at: Instant,
): Pick<WorkReceived, 'priority' | 'credit'> {
  const given = named === undefined ? {} : { priority: named };
  const credit = creditOf(desk, customerId, at);
  if (credit === undefined || credit.priority <= (named ?? 0)) return given;
  const { priority, ownerId, untilAt } = credit;
  const before = named === undefined ? {} : { namedPriority: named };
  return { priority, credit: { ownerId, untilAt, ...before } };
}

/** The greatest that a person has under any of his records; undefined where he has none, or it is over. */
function creditOf(desk: Desk, customerId: CustomerId | undefined, at: Instant): Credit | undefined {
  if (customerId === undefined || desk.credits.size === 0) return undefined;
  const customer = desk.customers.get(customerId);
  const ids = customer === undefined ? [customerId] : groupOf(customer).map(({ id }) => id);
  let best: Credit | undefined;
  for (const id of ids) {
    const credit = desk.credits.get(id);
    if (credit === undefined || credit.untilAt <= at) continue;
    if (best === undefined || credit.priority > best.priority) best = credit;
  }
  return best;
}
