import { describe, expect, test } from 'vitest';
import { commandOf } from '../evolution/command-of.ts';
import { given } from '../testing/given.ts';
import {
  accept,
  agent,
  assign,
  decline,
  offered,
  onDuty,
  promise,
  queued,
  ready,
  until,
  work,
} from '../testing/messages.ts';
import { asId } from '../id.ts';

const workId = asId<'work'>('call');
const assigned = (name: string) =>
  ({ type: 'work-assigned', v: 1, workId, toAgentId: asId<'agent'>(name) }) as const;

describe('an item that waits, assigned to somebody', () => {
  test('is offered to him at once where he can take it, although he had declined it', () => {
    given(promise(), onDuty('ann'), work('call'), decline('call', 'ann'), until(1_000))
      .when(assign('call', 'ann'))
      .then([
        assigned('ann'),
        offered('call', 'ann', {
          reason: { code: 'known-agent', standing: 'preferred' },
          expiresAt: 21_000,
        }),
      ]);
  });

  test('waits for him while he is busy, and goes before what is as urgent', () => {
    const busy = [promise(), onDuty('ann'), work('talk'), accept('talk', 'ann')];
    given(...busy, work('call'))
      .when(assign('call', 'ann'))
      .then([
        assigned('ann'),
        queued('call', {
          passedOver: [{ agentId: asId('ann'), standing: 'preferred', obstacle: 'full' }],
        }),
      ]);
    given(promise(), agent('ann'), work('first'), work('call'), assign('call', 'ann'))
      .when(ready('ann'))
      .thenOffers('call to ann: urgency 0, preferred');
  });

  test('goes to somebody else who comes free first', () => {
    given(promise(), agent('ann'), agent('ben'), work('call'), assign('call', 'ann'))
      .when(ready('ben'))
      .thenOffers('call to ben: urgency 0');
  });

  test('released for anybody, goes before nobody who has waited longer', () => {
    const declined = [work('older'), decline('older', 'ann')];
    given(promise(), onDuty('ann'), ...declined, until(290_000), work('call'), until(301_000))
      .when(assign('call'))
      .thenOffers('older to ann: urgency 5.017');
  });

  test('is for everybody again when it is assigned to nobody', () => {
    given(
      promise(),
      agent('ann'),
      work('first'),
      work('call'),
      assign('call', 'ann'),
      assign('call'),
    )
      .when(ready('ann'))
      .thenOffers('first to ann: urgency 0');
  });
});

describe('an item that is being offered, assigned to somebody', () => {
  test('is taken from whoever was offered it, without blame', () => {
    given(promise(), onDuty('ann'), onDuty('ben'), work('call'))
      .when(assign('call', 'ben'))
      .then([
        assigned('ben'),
        {
          type: 'offer-withdrawn',
          v: 1,
          workId,
          agentId: asId<'agent'>('ann'),
          reason: 'work-assigned',
        },
        offered('call', 'ben', {
          reason: { code: 'known-agent', standing: 'preferred' },
          expiresAt: 20_000,
        }),
      ]);
  });

  test('stays with whoever is being offered it already', () => {
    given(promise(), onDuty('ann'), work('call'))
      .when(assign('call', 'ann'))
      .then([assigned('ann')]);
  });

  test('whoever loses the offer is offered the next', () => {
    const story = [promise(), onDuty('ann'), work('call'), work('next', { channel: 'chat' })];
    given(...story, agent('ben', { capacity: { units: 1, weights: { phone: 1 } } }), ready('ben'))
      .when(assign('call', 'ben'))
      .thenOffers('call to ben: preferred', 'next to ann: urgency 0');
  });

  test('goes on being offered where he cannot take it now, and is for him after that', () => {
    const story = [promise(), onDuty('ann'), agent('ben'), work('call')];
    given(...story)
      .when(assign('call', 'ben'))
      .then([assigned('ben')]);
    given(...story, assign('call', 'ben'), ready('ben'))
      .when(decline('call', 'ann'))
      .thenOffers('call to ben: preferred');
  });
});

describe('an assignment is refused', () => {
  test('of an item that somebody has answered', () => {
    given(promise(), onDuty('ann'), work('call'), accept('call', 'ann'), agent('ben'))
      .when(assign('call', 'ben'))
      .then({
        code: 'work-state-wrong',
        workId,
        status: 'active',
        expected: ['waiting', 'offered'],
      });
  });

  test('to somebody who is no agent, and of an item that is not open', () => {
    given(promise(), work('call'))
      .when(assign('call', 'nobody'))
      .then({ code: 'agent-unknown', agentId: asId<'agent'>('nobody') });
    given(promise(), onDuty('ann'))
      .when(assign('call', 'ann'))
      .then({ code: 'work-unknown', workId });
  });
});

test('the command is found again behind its event', () => {
  const { events } = given(promise(), agent('ann'), work('call')).when(assign('call', 'ann'));
  expect(commandOf(events)).toEqual(assign('call', 'ann'));
});
