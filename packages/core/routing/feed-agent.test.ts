import { describe, test } from 'vitest';
import { given } from '../testing/given.ts';
import {
  accept,
  agent,
  bond,
  complete,
  decline,
  notReady,
  onDuty,
  promise,
  ready,
  until,
  work,
} from '../testing/messages.ts';

// The standard promise is 60 s and β is 0.5, so that an owner is worth 30 s, a deputy (0.8) 24 s.

describe('of equal items', () => {
  const unknown = [promise(), agent('ann'), bond('acme', { owner: 'ann' }), work('older')];
  const ownersAt = (at: number) => [until(at), work('newer', { customer: 'acme' }), until(60_000)];

  test('the one that came first goes first', () => {
    given(promise(), agent('ann'), work('z'), until(1), work('a'), until(60_000))
      .when(ready('ann'))
      .thenOffers('z to ann: urgency 1');
  });

  test('of those that came at once, the one taken in first', () => {
    given(promise(), agent('ann'), work('z'), work('a'))
      .when(ready('ann'))
      .thenOffers('z to ann: urgency 0');
  });

  test('an owner takes his customer who came up to 30 s later', () => {
    given(...unknown, ...ownersAt(29_999))
      .when(ready('ann'))
      .thenOffers('newer to ann: urgency 0.5, owner');
    given(...unknown, ...ownersAt(30_000))
      .when(ready('ann'))
      .thenOffers('newer to ann: urgency 0.5, owner');
  });

  test('an owner leaves his customer who came more than 30 s later', () => {
    given(...unknown, ...ownersAt(30_001))
      .when(ready('ann'))
      .thenOffers('older to ann: urgency 1');
  });

  test.each([
    [24_000, 'newer to ann: urgency 0.6, deputy'],
    [24_001, 'older to ann: urgency 1'],
  ])('a deputy does so up to 24 s: at %i', (at, offer) => {
    given(
      promise(),
      agent('ann'),
      bond('acme', { deputies: ['ann'] }),
      work('older'),
      ...ownersAt(at),
    )
      .when(ready('ann'))
      .thenOffers(offer);
  });

  test.each([
    [6_000, 'newer to ann: urgency 0.9, earned'],
    [6_001, 'older to ann: urgency 1'],
  ])('whoever helped once (0.2) does so up to 6 s: at %i', (at, offer) => {
    const once = [
      work('call', { customer: 'acme' }),
      accept('call', 'ann'),
      complete('call', 'ann'),
    ];
    given(promise(), onDuty('ann'), once, notReady('ann'), work('older'), ...ownersAt(at))
      .when(ready('ann'))
      .thenOffers(offer);
  });

  test('of two who know him, the owned one goes before the deputised one up to 6 s', () => {
    const bonds = [bond('acme', { owner: 'ann' }), bond('bolt', { deputies: ['ann'] })];
    const story = [promise(), agent('ann'), ...bonds, work('deputised', { customer: 'bolt' })];
    given(...story, until(5_999), work('owned', { customer: 'acme' }))
      .when(ready('ann'))
      .thenOffers('owned to ann: urgency 0, owner');
    given(...story, until(6_001), work('owned', { customer: 'acme' }))
      .when(ready('ann'))
      .thenOffers('deputised to ann: urgency 0.1, deputy');
  });

  test('the bond counts for whoever has it alone', () => {
    given(...unknown, agent('ben'), ...ownersAt(1_000))
      .when(ready('ben'))
      .thenOffers('older to ben: urgency 1');
  });

  test('urgency is not capped: long after the promise a bond is still worth no more', () => {
    given(...unknown, ...ownersAt(30_001), until(9_000_000))
      .when(ready('ann'))
      .thenOffers('older to ann: urgency 150');
  });
});

describe('between items of different classes', () => {
  const quick = promise({ id: 'quick', targetMs: 10_000 });

  test('the one further into its promised time goes first', () => {
    given(
      promise(),
      quick,
      agent('ann'),
      work('older'),
      until(50_000),
      work('newer', { promise: 'quick' }),
      until(59_000),
    )
      .when(ready('ann'))
      .thenOffers('older to ann: urgency 0.983');
    given(
      promise(),
      quick,
      agent('ann'),
      work('older'),
      until(50_000),
      work('newer', { promise: 'quick' }),
      until(59_900),
    )
      .when(ready('ann'))
      .thenOffers('older to ann: urgency 0.998');
    given(
      promise(),
      quick,
      agent('ann'),
      work('older'),
      until(50_000),
      work('newer', { promise: 'quick' }),
      until(60_100),
    )
      .when(ready('ann'))
      .thenOffers('newer to ann: urgency 1.01');
  });

  test.each([
    [29_999, 'newer to ann: urgency 0.5, owner'],
    [30_001, 'older to ann: urgency 1'],
  ])('a bond is worth half of the promised time here too: at %i', (at, offer) => {
    given(
      promise(),
      promise({ id: 'other' }),
      agent('ann'),
      bond('acme', { owner: 'ann' }),
      work('older', { promise: 'other' }),
      until(at),
      work('newer', { customer: 'acme' }),
      until(60_000),
    )
      .when(ready('ann'))
      .thenOffers(offer);
  });

  test('urgency beyond 2 counts no more', () => {
    // At 30 s: 3 for the quick one, which counts as 2, and 1.5 + 0.5 + 0.1 for the other.
    given(
      promise({ id: 'slow', targetMs: 20_000 }),
      quick,
      agent('ann'),
      bond('acme', { owner: 'ann' }),
      work('overdue', { promise: 'quick' }),
      work('known', { promise: 'slow', customer: 'acme', priority: 0.1 }),
      until(30_000),
    )
      .when(ready('ann'))
      .thenOffers('known to ann: urgency 1.5, owner');
    // At 18 s: 1.8 for the quick one, and 0.9 + 0.5 + 0.1 for the other.
    given(
      promise({ id: 'slow', targetMs: 20_000 }),
      quick,
      agent('ann'),
      bond('acme', { owner: 'ann' }),
      work('overdue', { promise: 'quick' }),
      work('known', { promise: 'slow', customer: 'acme', priority: 0.1 }),
      until(18_000),
    )
      .when(ready('ann'))
      .thenOffers('overdue to ann: urgency 1.8');
  });

  test.each([
    [29_000, 'newer to ann: urgency 0.517'],
    [31_000, 'older to ann: urgency 1'],
  ])('a priority of 0.5 is worth half of the promised time: at %i', (at, offer) => {
    given(
      promise(),
      agent('ann'),
      work('older'),
      until(at),
      work('newer', { priority: 0.5 }),
      until(60_000),
    )
      .when(ready('ann'))
      .thenOffers(offer);
  });

  test('a priority below 0 stands back', () => {
    given(promise(), agent('ann'), work('low', { priority: -1 }), until(50_000), work('normal'))
      .when(ready('ann'))
      .thenOffers('normal to ann: urgency 0');
  });

  test('of equal scores the live channel goes first, then the one taken in first', () => {
    const email = work('email', { channel: 'email' });
    given(promise(), agent('ann'), email, work('call'), work('chat', { channel: 'chat' }))
      .when(ready('ann'))
      .thenOffers('call to ann: urgency 0');
  });
});

describe('an agent who gains room', () => {
  test('is offered only what he can take, however urgent the rest', () => {
    given(
      promise(),
      agent('ann', { skills: { billing: 2 } }),
      work('hard', { skills: { billing: 3 } }),
      work('foreign', { skills: { french: 1 } }),
      until(30_000),
      work('easy', { skills: { billing: 2 } }),
      until(60_000),
    )
      .when(ready('ann'))
      .thenOffers('easy to ann: urgency 0.5');
  });

  test('is offered what fits beside what he still carries', () => {
    given(
      promise(),
      onDuty('ann'),
      work('chat-1', { channel: 'chat' }),
      accept('chat-1', 'ann'),
      work('chat-2', { channel: 'chat' }),
      accept('chat-2', 'ann'),
      work('call'),
      until(30_000),
      notReady('ann'),
      work('email', { channel: 'email' }),
      ready('ann'),
      accept('email', 'ann'),
    )
      .when(complete('chat-1', 'ann'))
      .thenOffers();
  });

  test('is offered nothing when nothing waits', () => {
    given(promise(), agent('ann')).when(ready('ann')).thenOffers();
  });

  test('is passed over for what he declined, and offered the one behind it', () => {
    given(
      promise(),
      onDuty('ann'),
      work('first'),
      decline('first', 'ann'),
      notReady('ann'),
      until(1_000),
      work('second'),
    )
      .when(ready('ann'))
      .thenOffers('second to ann: urgency 0');
  });

  test('finds a customer in his personal queue who is not at the head of the pool', () => {
    given(
      promise(),
      agent('ann'),
      bond('acme', { owner: 'ann' }),
      ...Array.from({ length: 20 }, (_, index) => work(`older-${index}`)),
      until(20_000),
      work('newer', { customer: 'acme' }),
    )
      .when(ready('ann'))
      .thenOffers('newer to ann: urgency 0, owner');
  });

  test('a customer who waits in the personal queue is not lost to the pool', () => {
    given(
      promise(),
      agent('ann'),
      agent('ben'),
      bond('acme', { owner: 'ann' }),
      work('call', { customer: 'acme' }),
    )
      .when(ready('ben'))
      .thenOffers('call to ben: urgency 0');
  });
});
