import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { POLICY } from '../routing/policy.ts';
import { given } from '../testing/given.ts';
import { agent, promise, ready, until, work } from '../testing/messages.ts';
import type { GrantCredit } from './credit-messages.ts';

const customerId = asId<'customer'>('vip');
const grant = (terms: Partial<GrantCredit> = {}): GrantCredit => ({
  type: 'grant-credit',
  customerId,
  priority: 2,
  ownerId: 'person_carol',
  untilAt: 100_000,
  ...terms,
});
const end = { type: 'end-credit', customerId } as const;
const [first] = [work('call', { customer: 'vip' })];

describe('a credit of a customer', () => {
  test('lets what he comes in with go before others', () => {
    const story = [promise(), agent('ann'), grant(), work('standard'), first];
    given(...story)
      .when(ready('ann'))
      .thenOffers('call to ann: urgency 0');
    const { events } = given(promise(), grant()).when(first);
    expect(events[0]).toMatchObject({
      priority: 2,
      credit: { ownerId: 'person_carol', untilAt: 100_000 },
    });
  });

  test('counts nothing once it is over, or was ended', () => {
    const { events } = given(promise(), grant(), until(100_000)).when(first);
    expect(events[0]).not.toHaveProperty('priority');
    const ended = given(promise(), grant(), end).when(first).events;
    expect(ended[0]).not.toHaveProperty('credit');
  });

  test('takes nothing from a greater priority that was named', () => {
    const urgent = work('call', { customer: 'vip', priority: 5 });
    const { events } = given(promise(), grant()).when(urgent);
    expect(events[0]).toMatchObject({ priority: 5 });
    expect(events[0]).not.toHaveProperty('credit');
    const less = work('call', { customer: 'vip', priority: -1 });
    expect(given(promise(), grant()).when(less).events[0]).toMatchObject({
      priority: 2,
      credit: { namedPriority: -1 },
    });
  });

  test('follows the person over the records that are his', () => {
    const merge = {
      type: 'merge-customers',
      customerId: asId<'customer'>('kept'),
      mergedId: customerId,
    };
    const { events } = given(promise(), grant(), merge as never).when(
      work('call', { customer: 'kept' }),
    );
    expect(events[0]).toMatchObject({ priority: 2 });
  });

  test('is for so many as the policy says, until one of them is over', () => {
    const policy = { type: 'set-policy', policy: { ...POLICY, creditsMax: 1 } } as const;
    const other = grant({ customerId: asId<'customer'>('other') });
    given(policy, grant()).when(other).then({ code: 'credits-exhausted', creditsMax: 1 });
    expect(given(policy, grant(), grant({ priority: 3 })).when(end).refusal).toBeUndefined();
    expect(
      given(policy, grant(), until(100_000)).when({ ...other, untilAt: 200_000 }).refusal,
    ).toBeUndefined();
  });

  test('has an end that is to come, and a priority that is one', () => {
    const expected = 'a moment that is still to come';
    given(until(5_000))
      .when(grant({ untilAt: 5_000 }))
      .then({ code: 'field-invalid', field: 'untilAt', expected });
    for (const priority of [0, -1, 10.5, 0.001]) {
      expect(given().when(grant({ priority })).refusal).toMatchObject({ field: 'priority' });
    }
    given().when(end).then({ code: 'credit-unknown', customerId });
    given(grant(), until(100_000)).when(end).then({ code: 'credit-unknown', customerId });
  });
});
