import { describe, expect, test } from 'vitest';
import { createDesk, present } from '../desk.ts';
import { restoreDesk } from '../evolution/restore-desk.ts';
import { snapshotDesk } from '../evolution/snapshot.ts';
import { evolve } from '../evolve.ts';
import { POLICY, type Policy } from '../routing/policy.ts';
import { given } from '../testing/given.ts';
import {
  bond,
  decline,
  lateAt,
  notReady,
  onDuty,
  promise,
  ready,
  roster,
  until,
  work,
} from '../testing/messages.ts';
import { completePolicy } from './evolve-policy.ts';
import { POLICY_FIELDS, policyFault, policyNumbers, policyOf } from './policy-fields.ts';
import type { SetPolicy } from './policy-messages.ts';

const HOUR = 3_600_000;
const set = (numbers: Partial<Policy>): SetPolicy => ({
  type: 'set-policy',
  policy: { ...POLICY, ...numbers },
});

describe('setting the policy', () => {
  test('is in the history with every number, and counts for what is decided from then on', () => {
    const changed = set({ ringMsSynchronous: 30_000 });
    given(promise(), onDuty('ted'))
      .when(changed)
      .then([{ type: 'policy-set', v: 1, policy: changed.policy }]);
    const { events } = given(promise(), onDuty('ted'), changed).when(work('call'));
    expect(events.at(-1)).toMatchObject({ type: 'work-offered', expiresAt: 30_000 });
  });

  test('leaves an offer that rings already its time', () => {
    const ringing = [promise(), onDuty('ted'), work('call'), set({ ringMsSynchronous: 60_000 })];
    expect(given(...ringing).when(until(19_999)).events).toEqual([]);
    const { events } = given(...ringing).when(until(20_000));
    expect(events[0]).toMatchObject({ type: 'offer-expired', agentId: 'ted' });
  });

  test('puts what waits in order again by what a bond is worth', () => {
    const waiting = [
      promise(),
      onDuty('ted'),
      notReady('ted'),
      bond('acme', { owner: 'ted' }),
      work('stranger'),
      until(1_000),
      work('friend', { customer: 'acme' }),
    ];
    given(...waiting)
      .when(ready('ted'))
      .thenOffers('friend to ted: urgency 0, owner');
    given(...waiting, set({ bondBonus: 0 }))
      .when(ready('ted'))
      .thenOffers('stranger to ted: urgency 0.017');
  });

  test('lets an agent be offered live work at once whose break is no longer near by it', () => {
    const near = [
      promise(),
      onDuty('ted'),
      roster('ted', { breaks: [[HOUR, 2 * HOUR]] }),
      until(HOUR - 120_000),
      work('call'),
    ];
    given(...near)
      .when(set({ windDownMs: 60_000 }))
      .thenOffers('call to ted: urgency 0');
  });

  test('makes an alert due by the new share of the promise', () => {
    const waits = [promise(), work('call'), set({ approachingShare: 0.5 })];
    const { alerts } = given(...waits).when(until(30_000));
    expect(alerts.at(-1)).toMatchObject({ type: 'alert-raised', rung: 'approaching' });
  });

  test('asks whoever knows the customer first as often as it says now', () => {
    const story = [
      promise(),
      onDuty('ted'),
      onDuty('ann'),
      bond('acme', { owner: 'ted' }),
      work('call', { customer: 'acme' }),
      decline('call', 'ted'),
      set({ knownRingsMax: 1 }),
      decline('call', 'ann'),
    ];
    const { desk } = given(...story).when(lateAt(300_000));
    expect([...desk.work.values()].map(({ agent }) => agent?.id)).not.toContain(undefined);
    expect([...desk.work.values()][0]?.misses).toHaveLength(2);
  });

  test('is restored from the history and from a snapshot', () => {
    const policy = { ...POLICY, urgencyCap: 3, reservation: undefined };
    const folded = createDesk();
    evolve(folded, { type: 'policy-set', v: 1, policy }, 5);
    const records = [...snapshotDesk(folded)];
    const restored = restoreDesk(JSON.parse(JSON.stringify(records)) as typeof records);
    expect(restored.policy).toEqual(policy);
    expect([...snapshotDesk(restored)]).toEqual(records);
  });
});

describe('a policy that cannot be', () => {
  test.each<[string, Partial<Policy>, string, string]>([
    [
      'too small',
      { ringMsSynchronous: 0 },
      'ringMsSynchronous',
      'a whole number from 5000 to 120000',
    ],
    ['no whole number', { knownRingsMax: 1.5 }, 'knownRingsMax', 'a whole number from 1 to 10'],
    ['no number', { bondBonus: NaN }, 'bondBonus', 'a number from 0 to 2'],
    [
      'too large, of reservations',
      { reservation: { ...present(POLICY.reservation), idleS: 11 } },
      'reservation.idleS',
      'a number from 0 to 10',
    ],
  ])('is refused by the name of the number that is %s', (_what, numbers, field, expected) => {
    given().when(set(numbers)).then({ code: 'field-invalid', field, expected });
  });

  test('is refused where a number is missing', () => {
    const { bondBonus, ...rest } = POLICY;
    expect(policyFault(rest as Policy)?.field).toBe('bondBonus');
    expect(policyFault({ ...rest, bondBonus })).toBeUndefined();
  });
});

describe('the numbers of a policy', () => {
  test('have a field each, and are within its bounds by default', () => {
    const numbers = policyNumbers(POLICY);
    expect(Object.keys(numbers).sort()).toEqual(POLICY_FIELDS.map(({ name }) => name).sort());
    expect(policyFault(POLICY)).toBeUndefined();
  });

  test('make the same policy again, with reservations and without', () => {
    expect(policyOf(policyNumbers(POLICY))).toEqual(POLICY);
    const without = { ...POLICY, reservation: undefined };
    expect(policyOf(policyNumbers(without))).toEqual(without);
  });

  test('that a stored policy lacks are as they are by default', () => {
    const { urgencyCap, ...stored } = { ...POLICY, bondBonus: 1 };
    expect(completePolicy(stored as Policy)).toEqual({ ...POLICY, bondBonus: 1, urgencyCap });
  });
});
