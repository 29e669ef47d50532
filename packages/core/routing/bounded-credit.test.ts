import { describe, test } from 'vitest';
import { given } from '../testing/given.ts';
import { agent, promise, ready, until, work } from '../testing/messages.ts';

// The standard promise is 60 s: one and a half times that is 90 s.
describe('an item without a credit of priority', () => {
  const vipAt = (at: number) => [until(at), work('vip', { priority: 5 })];
  const standard = [promise(), agent('ann'), work('standard')];

  test('waits for one with it until it is late by half its promise', () => {
    given(...standard, ...vipAt(80_000), until(89_999))
      .when(ready('ann'))
      .thenOffers('vip to ann: urgency 0.167');
    given(...standard, ...vipAt(80_000), until(90_000))
      .when(ready('ann'))
      .thenOffers('standard to ann: urgency 1.5');
  });

  test('waits for one with it that is due itself', () => {
    given(...standard, ...vipAt(40_000), until(99_999))
      .when(ready('ann'))
      .thenOffers('standard to ann: urgency 1.667');
    given(...standard, ...vipAt(40_000), until(100_000))
      .when(ready('ann'))
      .thenOffers('vip to ann: urgency 1');
  });

  test('gives way to nobody but those: among the others the score decides', () => {
    const slow = [promise({ id: 'slow', targetMs: 20_000 }), work('other', { promise: 'slow' })];
    given(...standard, ...vipAt(80_000), ...slow, until(110_000))
      .when(ready('ann'))
      .thenOffers('standard to ann: urgency 1.833');
    given(...standard, ...vipAt(80_000), ...slow, until(121_000))
      .when(ready('ann'))
      .thenOffers('standard to ann: urgency 2.017');
  });
});
