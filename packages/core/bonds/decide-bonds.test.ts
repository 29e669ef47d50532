import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { given } from '../testing/given.ts';
import {
  accept,
  agent,
  bond,
  complete,
  notReady,
  onDuty,
  promise,
  ready,
  until,
  work,
} from '../testing/messages.ts';

const customerId = asId<'customer'>('acme');

describe('change-bond', () => {
  const agents = ['ann', 'ben', 'cleo', 'dan', 'eve', 'fay'].map((name) => agent(name));

  test('declares an owner and deputies', () => {
    given(...agents)
      .when(bond('acme', { owner: 'ann', deputies: ['ben', 'cleo'] }))
      .then([
        {
          type: 'bond-changed',
          v: 1,
          customerId,
          ownerId: asId('ann'),
          deputyIds: [asId('ben'), asId('cleo')],
        },
      ]);
  });

  test('declares that nobody owns the relationship', () => {
    given(...agents, bond('acme', { owner: 'ann' }))
      .when(bond('acme', {}))
      .then([{ type: 'bond-changed', v: 1, customerId, deputyIds: [] }]);
  });

  test('refuses agents whom nobody registered', () => {
    const refusal = { code: 'agent-unknown', agentId: asId<'agent'>('zoe') } as const;
    given()
      .when(bond('acme', { owner: 'zoe' }))
      .then(refusal);
    given(...agents)
      .when(bond('acme', { owner: 'ann', deputies: ['zoe'] }))
      .then(refusal);
  });

  test.each([
    [{ owner: 'ann', deputies: ['ann'] }],
    [{ deputies: ['ben', 'ben'] }],
    [{ owner: 'ann', deputies: ['ben', 'cleo', 'dan', 'eve', 'fay'] }],
  ])('refuses somebody twice, and more than five: %j', (named) => {
    const { refusal } = given(...agents).when(bond('acme', named));
    expect(refusal).toMatchObject({ code: 'field-invalid', field: 'deputyIds' });
  });

  test('an item that waits knows it at once', () => {
    const story = [
      promise(),
      agent('ann'),
      work('older'),
      until(20_000),
      work('newer', { customer: 'acme' }),
      until(30_000),
    ];
    given(...story)
      .when(ready('ann'))
      .thenOffers('older to ann: urgency 0.5');
    given(...story, bond('acme', { owner: 'ann' }))
      .when(ready('ann'))
      .thenOffers('newer to ann: urgency 0.167, owner');
  });

  test('an item that is being offered knows it when it comes back', () => {
    given(
      promise(),
      onDuty('ann'),
      onDuty('ben'),
      onDuty('cleo'),
      work('call', { customer: 'acme' }),
      bond('acme', { owner: 'cleo' }),
    )
      .when(notReady('ann'))
      .thenOffers('call to cleo: owner');
  });
});

describe('bonds that are earned', () => {
  const served = (name: string, item: string) => [
    ready(name),
    work(item, { customer: 'acme' }),
    accept(item, name),
    complete(item, name),
    notReady(name),
  ];
  const earnedIn = (story: ReturnType<typeof given>, name: string): unknown =>
    story.when(complete('last', name)).events.find(({ type }) => type === 'bond-earned');
  const last = (name: string) => [
    ready(name),
    work('last', { customer: 'acme' }),
    accept('last', name),
  ];

  test.each([
    [0, 0.2],
    [1, 0.36],
    [2, 0.488],
    [3, 0.5904],
  ])('after %i items for a customer whom nobody owns, one more makes it %d', (count, strength) => {
    const before = Array.from({ length: count }, (_, index) => served('ann', `call-${index}`));
    const story = given(promise(), agent('ann'), ...before, last('ann'));
    const [agentId, type] = [asId('ann'), 'bond-earned'];
    expect(earnedIn(story, 'ann')).toEqual({ type, v: 1, customerId, agentId, strength });
  });

  test('whoever covers for an owner earns a little, and less each time', () => {
    const owned = [promise(), agent('ann'), agent('ben'), bond('acme', { owner: 'ann' })];
    expect(earnedIn(given(...owned, last('ben')), 'ben')).toMatchObject({ strength: 0.05 });
    expect(earnedIn(given(...owned, served('ben', 'call'), last('ben')), 'ben')).toMatchObject({
      strength: 0.0975,
    });
  });

  test('covering is not owning: the owner is still asked first', () => {
    given(
      promise(),
      agent('ann'),
      agent('ben'),
      bond('acme', { owner: 'ann' }),
      ...Array.from({ length: 30 }, (_, index) => served('ben', `call-${index}`)),
      ready('ben'),
      ready('ann'),
    )
      .when(work('next', { customer: 'acme' }))
      .thenOffers('next to ann: owner');
  });

  test('they stay when the declared bond changes', () => {
    given(
      promise(),
      agent('ann'),
      agent('ben'),
      served('ben', 'call'),
      bond('acme', { owner: 'ann' }),
      bond('acme', {}),
      ready('ann'),
      ready('ben'),
    )
      .when(work('next', { customer: 'acme' }))
      .thenOffers('next to ben: earned');
  });

  test('an item of an unknown customer earns nothing', () => {
    const { events } = given(promise(), onDuty('ann'), work('call'), accept('call', 'ann')).when(
      complete('call', 'ann'),
    );
    expect(events.map(({ type }) => type)).toEqual(['work-completed']);
  });
});
