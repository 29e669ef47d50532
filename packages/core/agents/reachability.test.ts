import { expect, test } from 'vitest';
import type { Id } from '../id.ts';
import { given } from '../testing/given.ts';
import {
  accept,
  bond,
  found,
  lost,
  onDuty,
  promise,
  ready,
  until,
  work,
} from '../testing/messages.ts';

const team = [promise(), onDuty('ted'), onDuty('ann'), bond('acme', { owner: 'ted' })];

test('whose desk has lost its line is unreachable instead of missed', () => {
  const { events, desk } = given(...team, work('call', { customer: 'acme' })).when(lost('ted'));
  expect(events).toMatchObject([
    { type: 'agent-reachability-changed', isReachable: false },
    { type: 'offer-withdrawn', agentId: 'ted', reason: 'agent-unreachable' },
    {
      type: 'work-offered',
      agentId: 'ann',
      passedOver: [{ agentId: 'ted', obstacle: 'unreachable' }],
    },
  ]);
  const ted = desk.agents.get('ted' as Id<'agent'>);
  expect(ted).toMatchObject({ state: 'ready', offered: undefined });
  expect(desk.work.get('call' as Id<'work'>)?.exclusions).toEqual([]);
});

test('he is back by himself, and is offered what waits', () => {
  const story = [promise(), onDuty('ted'), lost('ted'), work('call')];
  given(...story, until(5_000))
    .when(found('ted'))
    .thenOffers('call to ted: urgency 0.083');
  given(...story)
    .when(ready('ted'))
    .thenOffers('call to ted: urgency 0');
});

test('what he carries stays his', () => {
  const { desk } = given(...team, work('call', { customer: 'acme' }), accept('call', 'ted')).when(
    lost('ted'),
  );
  expect(desk.work.get('call' as Id<'work'>)).toMatchObject({ status: 'active' });
});
