import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { given } from '../testing/given.ts';
import {
  accept,
  agent,
  bond,
  busy,
  calendar,
  decline,
  notReady,
  offered,
  onDuty,
  promise,
  ready,
  transfer,
  until,
  work,
} from '../testing/messages.ts';

const workId = asId<'work'>('call');
const agentId = asId<'agent'>('ann');
const talking = [promise(), onDuty('ann'), work('call'), accept('call', 'ann'), until(50_000)];
/** Answered after 20 s of waiting, and talking since. */
const talkingLate = [
  promise(),
  agent('ann'),
  agent('ben'),
  work('call'),
  until(20_000),
  ready('ann'),
  accept('call', 'ann'),
  until(50_000),
];
const transferred = {
  type: 'work-transferred',
  v: 1,
  workId,
  agentId,
  excludedUntil: 350_000,
  promisedMs: 30_000,
  waitedMs: 0,
} as const;

describe('a transfer to the pool', () => {
  test('goes to whoever is best suited, and not back to the one who transfers', () => {
    given(...talking, onDuty('ben'))
      .when(transfer('call', 'ann'))
      .then([
        transferred,
        offered('call', 'ben', {
          reason: { code: 'best-suited' },
          expiresAt: 70_000,
          dueAt: 80_000,
        }),
      ]);
  });

  test('where the item has to wait, its talk does not count as waiting', () => {
    given(...talking, agent('ben'), transfer('call', 'ann'), until(90_000))
      .when(ready('ben'))
      .thenOffers('call to ben: urgency 1.333');
  });

  test('it waits under a promise of its own, which counts from then', () => {
    given(...talkingLate, transfer('call', 'ann'), until(65_000))
      .when(ready('ben'))
      .thenOffers('call to ben: urgency 0.5');
  });

  test('what it has waited before does not go before what waits already', () => {
    given(...talkingLate, work('other'), until(51_000), transfer('call', 'ann'), notReady('ann'))
      .when(ready('ben'))
      .thenOffers('other to ben: urgency 0.017');
  });

  test('tells how long it has waited so far, over all transfers', () => {
    const twice = [transfer('call', 'ann'), until(58_000), ready('ben'), accept('call', 'ben')];
    const { events } = given(...talkingLate, ...twice).when(transfer('call', 'ben'));
    expect(events[0]).toMatchObject({ promisedMs: 30_000, waitedMs: 28_000 });
  });

  test('what is not live has what it was promised before, but at most four hours', () => {
    const written = (targetMs: number) =>
      given(
        promise({ targetMs }),
        onDuty('ann'),
        work('mail', { channel: 'email' }),
        accept('mail', 'ann'),
      ).when(transfer('mail', 'ann')).events[0];
    expect(written(3_600_000)).toMatchObject({ promisedMs: 3_600_000 });
    expect(written(86_400_000)).toMatchObject({ promisedMs: 14_400_000 });
  });

  test('alerts of it are told anew, by what is promised since', () => {
    const late = [...talkingLate, transfer('call', 'ann'), notReady('ann')];
    expect(given(...late).when(until(73_999)).alerts).toEqual([]);
    const { alerts } = given(...late).when(until(74_000));
    expect(alerts[0]).toMatchObject({ rung: 'approaching', dueAt: 80_000 });
  });

  test('another promise that somebody makes for it counts in its place', () => {
    const other = promise({ id: 'other', targetMs: 120_000 });
    const changed = {
      type: 'change-promise',
      workId,
      promiseId: asId<'promise'>('other'),
    } as const;
    given(...talkingLate, other, transfer('call', 'ann'), changed, until(80_000))
      .when(ready('ben'))
      .thenOffers('call to ben: urgency 0.25');
  });

  test('its promise keeps the hours of the one that it had, also where these change', () => {
    const hours = (...spans: Parameters<typeof calendar>[1][]) => calendar('day', ...spans);
    const closing = [
      hours([0, 1_000_000]),
      promise({ calendarId: 'day' }),
      ...talkingLate.slice(1),
      transfer('call', 'ann'),
      hours([0, 60_000], [100_000, 1_000_000]),
      until(105_000),
    ];
    given(...closing)
      .when(ready('ben'))
      .thenOffers('call to ben: urgency 0.5');
  });

  test('whoever transfers is offered the next', () => {
    given(...talking, work('next'))
      .when(transfer('call', 'ann'))
      .thenOffers('next to ann: urgency 0');
  });

  test('where nobody else can take it, it comes back after five minutes', () => {
    given(...talking, transfer('call', 'ann'))
      .when(until(349_999))
      .then([]);
    given(...talking, transfer('call', 'ann'))
      .when(until(350_000))
      .then([
        { type: 'exclusion-ended', v: 1, workId, agentId },
        offered('call', 'ann', {
          reason: { code: 'best-suited' },
          expiresAt: 370_000,
          dueAt: 80_000,
        }),
      ]);
  });

  test('it may ask something else from then on', () => {
    given(...talking, onDuty('ben'), onDuty('cleo', { skills: { french: 3 } }))
      .when(transfer('call', 'ann', { skills: { french: 2 } }))
      .then([
        { ...transferred, requirements: [{ skill: 'french', minLevel: 2 }] },
        offered('call', 'cleo', {
          reason: { code: 'best-suited' },
          expiresAt: 70_000,
          dueAt: 80_000,
        }),
      ]);
  });

  test('the owner is asked before the pool', () => {
    const ofAcme = [work('call', { customer: 'acme' }), accept('call', 'ann')];
    given(
      promise(),
      onDuty('ann'),
      ofAcme,
      onDuty('ben'),
      onDuty('cleo'),
      bond('acme', { owner: 'cleo' }),
    )
      .when(transfer('call', 'ann'))
      .thenOffers('call to cleo: owner');
  });
});

describe('a transfer to a person', () => {
  const staffed = [
    promise(),
    onDuty('ann'),
    work('call', { customer: 'acme' }),
    accept('call', 'ann'),
    onDuty('ben'),
    onDuty('cleo'),
    bond('acme', { owner: 'ben' }),
  ];

  test('asks him first, even before the owner', () => {
    given(...staffed)
      .when(transfer('call', 'ann', { to: 'cleo' }))
      .thenOffers('call to cleo: preferred');
  });

  test('goes on to the owner and then to the pool when he does not take it', () => {
    const story = [...staffed, transfer('call', 'ann', { to: 'cleo' })];
    given(...story)
      .when(decline('call', 'cleo'))
      .thenOffers('call to ben: owner');
    given(...story, onDuty('dan'), decline('call', 'cleo'))
      .when(decline('call', 'ben'))
      .thenOffers('call to dan: best-suited');
  });

  test('goes to somebody else at once when he is not available', () => {
    given(...staffed, busy('cleo', [0, 60_000]))
      .when(transfer('call', 'ann', { to: 'cleo' }))
      .thenOffers('call to ben: owner');
  });

  test('while it waits it counts for him as for an owner', () => {
    given(
      promise(),
      onDuty('ann'),
      agent('cleo'),
      until(10_000),
      work('newer'),
      accept('newer', 'ann'),
      work('older'),
      transfer('newer', 'ann', { to: 'cleo' }),
      notReady('ann'),
    )
      .when(ready('cleo'))
      .thenOffers('newer to cleo: urgency 0, preferred');
  });

  test('lifts what kept it from him', () => {
    given(
      promise(),
      onDuty('ann'),
      work('call'),
      accept('call', 'ann'),
      transfer('call', 'ann'),
      onDuty('ben'),
      accept('call', 'ben'),
    )
      .when(transfer('call', 'ben', { to: 'ann' }))
      .thenOffers('call to ann: preferred');
  });

  test('to somebody who lacks the skill it asks whoever has it', () => {
    given(
      promise(),
      onDuty('ann', { skills: { french: 3 } }),
      work('call', { skills: { french: 1 } }),
      accept('call', 'ann'),
      onDuty('ben'),
      onDuty('cleo', { skills: { french: 1 } }),
    )
      .when(transfer('call', 'ann', { to: 'ben' }))
      .thenOffers('call to cleo: best-suited');
  });
});

describe('transfer-work refuses', () => {
  test('somebody whom nobody registered', () => {
    given(...talking)
      .when(transfer('call', 'ann', { to: 'zoe' }))
      .then({ code: 'agent-unknown', agentId: asId('zoe') });
  });

  test.each([
    ['toAgentId', transfer('call', 'ann', { to: 'ann' })],
    ['requirements', transfer('call', 'ann', { skills: { french: 9 } })],
  ])('what makes no sense, and names the field: %s', (field, command) => {
    const { refusal } = given(...talking).when(command);
    expect(refusal).toMatchObject({ code: 'field-invalid', field });
  });
});
