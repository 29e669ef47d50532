import { expect, test } from 'vitest';
import { asId } from './id.ts';
import { given } from './testing/given.ts';
import { offered, promise, work } from './testing/messages.ts';

test('an event is applied as it stands, whatever the rule would decide', () => {
  const reason = { code: 'best-suited' } as const;
  const { desk } = given(
    promise(),
    {
      type: 'agent-registered',
      v: 1,
      agentId: asId('ann'),
      skills: [],
      capacity: { units: 1, weights: {} },
    },
    work('call'),
  ).when(offered('call', 'ann', { reason, expiresAt: 99 }));
  expect(desk.work.get(asId('call'))).toMatchObject({ status: 'offered', offerExpiresAt: 99 });
});

test('an event of another history is a bug and throws', () => {
  const [workId, agentId] = [asId<'work'>('call'), asId<'agent'>('ann')];
  const accepted = { type: 'offer-accepted', v: 1, workId, agentId } as const;
  expect(() => given(promise()).when(accepted)).toThrow('the desk contradicts itself');
});
