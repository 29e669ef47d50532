import { describe, test } from 'vitest';
import { given } from '../testing/given.ts';
import {
  accept,
  bond,
  busy,
  complete,
  decline,
  notReady,
  onDuty,
  promise,
  ready,
  retire,
  signedOut,
  until,
  work,
} from '../testing/messages.ts';

/** What other systems are known to do wrong. */
describe('a call that cannot use an agent does not block another that can', () => {
  const desk = [promise(), onDuty('ann'), onDuty('fay', { skills: { french: 4 } })];
  const french = work('french', { skills: { french: 1 } });
  const plain = work('plain');

  test('when the other comes later, and somebody for it is idle', () => {
    given(...desk, notReady('fay'), french, until(300_000))
      .when(plain)
      .thenOffers('plain to ann: best-suited');
  });

  test('when both wait, and somebody becomes free for the other only', () => {
    given(...desk, notReady('ann'), notReady('fay'), french, until(300_000), plain, until(330_000))
      .when(ready('ann'))
      .thenOffers('plain to ann: urgency 0.5');
  });

  test('when it was offered to him and he declined it', () => {
    given(...desk, notReady('fay'), work('first'), plain, until(15_000))
      .when(decline('first', 'ann'))
      .thenOffers('plain to ann: urgency 0.25');
  });

  test('when a hundred such calls wait before it', () => {
    const before = Array.from({ length: 100 }, (_, index) =>
      work(`french-${index}`, { skills: { french: 1 } }),
    );
    given(...desk, notReady('ann'), notReady('fay'), before, until(300_000), plain, until(330_000))
      .when(ready('ann'))
      .thenOffers('plain to ann: urgency 0.5');
  });
});

describe('while the agent who knows a customer is away, the customer does not find the desk closed', () => {
  const desk = [promise(), onDuty('ann'), onDuty('ted'), bond('acme', { owner: 'ted' })];
  const call = work('call', { customer: 'acme' });

  test.each([
    ['is not ready', [notReady('ted')]],
    ['has gone home', [signedOut('ted')]],
    ['is in a meeting', [busy('ted', [0, 3_600_000])]],
    ['has left for good', [signedOut('ted'), retire('ted')]],
    ['is talking', [work('other', { customer: 'acme' }), accept('other', 'ted')]],
  ])('when he %s, a colleague is asked at once', (_, absence) => {
    given(...desk, absence)
      .when(call)
      .thenOffers('call to ann: best-suited');
  });

  test('when nobody is free either, the first who becomes free is asked, whoever that is', () => {
    given(...desk, signedOut('ted'), work('other'), accept('other', 'ann'), call, until(30_000))
      .when(complete('other', 'ann'))
      .thenOffers('call to ann: urgency 0.5');
  });

  test('when he is the only one who is there at all, it waits and is his as he comes back', () => {
    given(...desk, signedOut('ann'), notReady('ted'), call, until(30_000))
      .when(ready('ted'))
      .thenOffers('call to ted: urgency 0.5, owner');
  });
});
