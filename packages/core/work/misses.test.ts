import { describe, expect, test } from 'vitest';
import { given, type Step } from '../testing/given.ts';
import {
  accept,
  bond,
  decline,
  defer,
  assign,
  notReady,
  onDuty,
  promise,
  recall,
  until,
  work,
} from '../testing/messages.ts';

const MESSAGE = { channel: 'email', customer: 'acme' } as const;
/** Ted owns the bond; Ann has been idle for longer than he, so that she goes first where nobody is known. */
const TEAM: readonly Step[] = [
  promise({ targetMs: 7_200_000 }),
  ...onDuty('ann'),
  ...onDuty('ted'),
  bond('acme', { owner: 'ted' }),
  notReady('ann'),
];
const MISSED_ONCE: readonly Step[] = [...TEAM, work('letter', MESSAGE), until(120_000)];

describe('an agent who knows the customer and does not take the item', () => {
  test('is asked first once more', () => {
    given(...MISSED_ONCE)
      .when(until(420_000))
      .thenOffers('letter to ted: owner');
  });

  test('is asked like anybody from the second time on', () => {
    const outcome = given(...MISSED_ONCE, until(420_000), decline('letter', 'ted')).when(
      until(720_000),
    );
    outcome.thenOffers('letter to ted: best-suited');
    const twice = given(...MISSED_ONCE, until(420_000)).when(decline('letter', 'ted'));
    expect(twice.events).toContainEqual(
      expect.objectContaining({
        type: 'work-queued',
        passedOver: [{ agentId: 'ted', standing: 'owner', obstacle: 'asked-enough' }],
      }),
    );
  });

  test('counts as known again once it waits anew, or is named for him', () => {
    const twice = [...MISSED_ONCE, until(420_000), decline('letter', 'ted'), until(720_000)];
    given(...twice, accept('letter', 'ted'), defer('letter', 'ted', 800_000))
      .when(recall('letter'))
      .thenOffers('letter to ted: preferred');
    given(...MISSED_ONCE, until(420_000), decline('letter', 'ted'))
      .when(assign('letter', 'ted'))
      .thenOffers('letter to ted: preferred');
  });
});
