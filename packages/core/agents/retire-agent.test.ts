import { describe, expect, test } from 'vitest';
import { snapshotDesk } from '../evolution/snapshot.ts';
import { asId } from '../id.ts';
import { given } from '../testing/given.ts';
import {
  accept,
  agent,
  bond,
  busy,
  complete,
  notReady,
  onDuty,
  promise,
  ready,
  retire,
  signedOut,
  transfer,
  work,
} from '../testing/messages.ts';

const [ann, ben] = [asId<'agent'>('ann'), asId<'agent'>('ben')];
const gone = [...onDuty('ann'), signedOut('ann'), retire('ann')];

describe('retire-agent', () => {
  test('takes an agent off the desk who is signed out', () => {
    given(agent('ann'))
      .when(retire('ann'))
      .then([{ type: 'agent-retired', v: 1, agentId: ann }]);
  });

  test('refuses whoever carries work, is on duty, or was never registered', () => {
    given(promise(), onDuty('ann'), work('call'), accept('call', 'ann'), notReady('ann'))
      .when(retire('ann'))
      .then({ code: 'agent-carries-work', agentId: ann, carriedCount: 1 });
    given(promise(), onDuty('ann'), work('call'))
      .when(retire('ann'))
      .then({ code: 'agent-on-duty', agentId: ann });
    given(onDuty('ann'), notReady('ann'))
      .when(retire('ann'))
      .then({ code: 'agent-on-duty', agentId: ann });
    given().when(retire('ann')).then({ code: 'agent-unknown', agentId: ann });
  });

  test('nobody can do anything with him any more', () => {
    const unknown = { code: 'agent-unknown', agentId: ann } as const;
    given(gone).when(ready('ann')).then(unknown);
    given(gone).when(busy('ann')).then(unknown);
    given(gone).when(retire('ann')).then(unknown);
    given(gone)
      .when(bond('acme', { owner: 'ann' }))
      .then(unknown);
    given(promise(), gone, onDuty('ben'), work('call'), accept('call', 'ben'))
      .when(transfer('call', 'ben', { to: 'ann' }))
      .then(unknown);
  });

  test('his busy intervals go with him', () => {
    const { desk } = given(agent('ann'), busy('ann', [1_000, 5_000])).when(retire('ann'));
    expect([...snapshotDesk(desk)]).toContainEqual({ kind: 'retired-agent', id: 'ann' });
    expect(desk.index.agentTimers).toEqual([]);
  });
});

describe('what still names a retired agent', () => {
  const owned = [promise(), ...onDuty('ann'), ...onDuty('ben'), bond('acme', { owner: 'ann' })];

  test('a bond stays, and the customer is served as if he were unknown', () => {
    const { desk } = given(...owned, signedOut('ann')).when(retire('ann'));
    expect([...snapshotDesk(desk)]).toContainEqual({
      kind: 'bond',
      customerId: 'acme',
      ownerId: 'ann',
      deputyIds: [],
      earned: [],
    });
    given(...owned, signedOut('ann'), retire('ann'))
      .when(work('call', { customer: 'acme' }))
      .thenOffers('call to ben: best-suited');
  });

  test('he makes room for whoever earned it', () => {
    const deputies = ['ann', 'cleo', 'dan', 'eve'];
    given(
      promise(),
      ['ann', 'cleo', 'dan', 'eve', 'fay'].map((name) => agent(name)),
      bond('acme', { owner: 'fay', deputies }),
      onDuty('ben'),
      work('first', { customer: 'acme' }),
      accept('first', 'ben'),
      complete('first', 'ben'),
      retire('ann'),
    )
      .when(work('call', { customer: 'acme' }))
      .thenOffers('call to ben: earned');
  });

  test('an owner who is gone keeps nobody from becoming known quickly', () => {
    const { events } = given(
      ...owned,
      signedOut('ann'),
      retire('ann'),
      work('call', { customer: 'acme' }),
      accept('call', 'ben'),
    ).when(complete('call', 'ben'));
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'bond-earned', agentId: ben, strength: 0.2 }),
    );
  });

  test('an item that waits knows at once who has gone, and who is back', () => {
    const waiting = [
      promise(),
      agent('ann'),
      bond('acme', { owner: 'ann' }),
      work('older'),
      work('hers', { customer: 'acme' }),
    ];
    given(waiting, retire('ann'), agent('ann'))
      .when(ready('ann'))
      .thenOffers('hers to ann: urgency 0, owner');
    const { desk } = given(waiting).when(retire('ann'));
    expect(desk.work.get(asId<'work'>('hers'))?.known).toEqual([]);
  });
});
