import type { CreditEvent, CreditGranted } from '../credits/credit-messages.ts';
import type { DeskEvent } from '../messages.ts';
import type { Instant } from '../time.ts';
import type { WorkReceived } from '../work/work-messages.ts';
import { namesOf } from './oracle-bonds.ts';
import type { Model } from './oracle-records.ts';

/** No more have a credit than may, and each item comes in with what its customer has, and with nothing that is over. */
export function creditFaults(model: Model, event: DeskEvent, at: Instant): readonly string[] {
  const holding = [...model.credits.values()].filter(({ untilAt }) => untilAt > at);
  if (event.type === 'credit-granted') {
    const others = holding.filter(({ customerId }) => customerId !== event.customerId);
    return others.length < model.policy.creditsMax
      ? []
      : [`${event.customerId} has a credit, as ${others.length} others have`];
  }
  return event.type === 'work-received' ? arrivalFaults(model, event, holding) : [];
}

function arrivalFaults(
  { people }: Model,
  { workId, customerId, priority = 0, credit }: WorkReceived,
  holding: readonly CreditGranted[],
): readonly string[] {
  const names = customerId === undefined ? [] : namesOf(people, customerId);
  const his = holding.filter((each) => names.includes(each.customerId));
  const best = Math.max(0, ...his.map((each) => each.priority));
  const named = credit === undefined ? priority : (credit.namedPriority ?? 0);
  const expected = best > named ? his.filter((each) => each.priority === best) : [];
  const isRight =
    expected.length === 0
      ? credit === undefined
      : priority === best &&
        expected.some(
          ({ ownerId, untilAt }) => ownerId === credit?.ownerId && untilAt === credit.untilAt,
        );
  if (isRight) return [];
  return [`${workId} came in with ${priority}, where ${named} was named and ${best} granted`];
}

/** Takes a credit into the model. */
export function applyCredit(credits: Model['credits'], event: CreditEvent): void {
  if (event.type === 'credit-granted') credits.set(event.customerId, event);
  else credits.delete(event.customerId);
}

export function isOfCredit(event: DeskEvent): event is CreditEvent {
  return event.type === 'credit-granted' || event.type === 'credit-ended';
}
