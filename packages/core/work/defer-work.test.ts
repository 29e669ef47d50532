import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { restoreDesk } from '../evolution/restore-desk.ts';
import { snapshotDesk } from '../evolution/snapshot.ts';
import { nextDueAt } from '../routing/timers.ts';
import { given } from '../testing/given.ts';
import {
  accept,
  agent,
  complete,
  defer,
  offered,
  onDuty,
  promise,
  ready,
  recall,
  retire,
  signedOut,
  transfer,
  unhold,
  until,
  work,
} from '../testing/messages.ts';

const workId = asId<'work'>('call');
const agentId = asId<'agent'>('ann');
const PREFERRED = { code: 'known-agent', standing: 'preferred' } as const;
const talking = [promise(), onDuty('ann'), work('call'), accept('call', 'ann')];
const deferred = [...talking, defer('call', 'ann', 60_000)];

describe('defer-work', () => {
  test('what is put off takes no room: who had no more is offered the next', () => {
    given(...talking, work('next'))
      .when(defer('call', 'ann', 60_000))
      .then([
        { type: 'work-deferred', v: 1, workId, agentId, untilAt: 60_000 },
        offered('next', 'ann', {
          reason: { code: 'most-urgent', urgencyRatio: 0 },
          expiresAt: 20_000,
        }),
      ]);
  });

  test('only to a moment that is still to come', () => {
    const expected = 'a moment that is still to come';
    for (const untilAt of [0, 1.5, NaN]) {
      given(...talking)
        .when(defer('call', 'ann', untilAt))
        .then({ code: 'field-invalid', field: 'untilAt', expected });
    }
  });

  test('at its moment it waits again, and is offered first to whoever put it off', () => {
    given(...deferred, onDuty('ben'))
      .when(until(60_000))
      .then([
        { type: 'deferral-ended', v: 1, workId, agentId },
        offered('call', 'ann', { reason: PREFERRED, expiresAt: 80_000, dueAt: 120_000 }),
      ]);
  });

  test('where he cannot take it then, somebody else does', () => {
    given(...deferred, onDuty('ben'), signedOut('ann'))
      .when(until(60_000))
      .thenOffers('call to ben: best-suited');
  });

  test('when its customer writes it is wanted at once', () => {
    given(...deferred)
      .when(recall('call'))
      .then([
        { type: 'work-recalled', v: 1, workId },
        offered('call', 'ann', { reason: PREFERRED, expiresAt: 20_000 }),
      ]);
  });

  test('it is taken up before its time where there is room, and only there', () => {
    given(...deferred)
      .when(unhold('call', 'ann'))
      .then([{ type: 'work-resumed', v: 1, workId, agentId }]);
    given(...deferred, work('other'), accept('other', 'ann'))
      .when(unhold('call', 'ann'))
      .then({ code: 'agent-full', agentId });
    given(...deferred, work('other'))
      .when(unhold('call', 'ann'))
      .then({ code: 'agent-full', agentId });
  });

  test('whoever is signed out takes it up when he is back', () => {
    given(...deferred, signedOut('ann'))
      .when(unhold('call', 'ann'))
      .then({ code: 'agent-signed-out', agentId });
    given(...deferred, signedOut('ann'), ready('ann'))
      .when(unhold('call', 'ann'))
      .then([{ type: 'work-resumed', v: 1, workId, agentId }]);
  });

  test('it can be handed on, and finished, as it is', () => {
    given(...deferred, onDuty('ben'))
      .when(transfer('call', 'ann', { to: 'ben' }))
      .thenOffers('call to ben: preferred');
    const { desk } = given(...deferred).when(complete('call', 'ann'));
    expect([desk.work.size, nextDueAt(desk)]).toEqual([0, undefined]);
  });

  test('whoever has put something off may leave for today, not for good', () => {
    given(...deferred)
      .when(signedOut('ann'))
      .then([{ type: 'agent-state-changed', v: 1, agentId, state: 'signed-out' }]);
    given(...deferred, signedOut('ann'))
      .when(retire('ann'))
      .then({ code: 'agent-carries-work', agentId, carriedCount: 1 });
  });

  test('a desk that starts again brings it back at the same moment', () => {
    const { desk } = given(...deferred).when(agent('ben'));
    const restored = restoreDesk([...snapshotDesk(desk)]);
    expect(nextDueAt(restored)).toBe(60_000);
    expect([...snapshotDesk(restored)]).toEqual([...snapshotDesk(desk)]);
  });
});
