import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import { given, type Step } from '../testing/given.ts';
import {
  abandon,
  accept,
  agent,
  bond,
  complete,
  decline,
  defer,
  hold,
  offered,
  onDuty,
  promise,
  queued,
  ready,
  recall,
  unhold,
  until,
  work,
  wrapUp,
} from '../testing/messages.ts';
import type { WorkStatus } from './work-messages.ts';

const workId = asId<'work'>('call');
const agentId = asId<'agent'>('ann');
const promiseId = asId<'promise'>('standard');
const received = {
  type: 'work-received',
  v: 1,
  workId,
  channel: 'phone',
  requirements: [],
  promiseId,
} as const;
const ringing = [promise(), onDuty('ann'), work('call')];
const talking = [...ringing, accept('call', 'ann')];

describe('receive-work', () => {
  test('an item that nobody can take waits', () => {
    given(promise())
      .when(work('call'))
      .then([received, queued('call', { reason: 'nobody-able' })]);
    given(promise(), agent('ann'))
      .when(work('call'))
      .then([received, queued('call')]);
  });

  test('an item that somebody can take is offered at once, on a live channel for 20 s', () => {
    given(promise(), onDuty('ann'))
      .when(work('call'))
      .then([
        received,
        offered('call', 'ann', { reason: { code: 'best-suited' }, expiresAt: 20_000 }),
      ]);
  });

  test('a message is offered for two minutes', () => {
    given(promise(), onDuty('ann'), until(1_000))
      .when(work('call', { channel: 'email' }))
      .then([
        { ...received, channel: 'email' },
        offered('call', 'ann', {
          reason: { code: 'best-suited' },
          expiresAt: 121_000,
          dueAt: 61_000,
        }),
      ]);
  });

  test('the event carries all that the command said', () => {
    const terms = {
      customer: 'acme',
      skills: { french: 2 },
      isProficiencyFirst: true,
      priority: 1,
    };
    given(promise())
      .when(work('call', terms))
      .then([
        {
          ...received,
          customerId: asId('acme'),
          requirements: [{ skill: 'french', minLevel: 2 }],
          isProficiencyFirst: true,
          priority: 1,
        },
        queued('call', { reason: 'nobody-able' }),
      ]);
  });

  test('refuses an id that an open item has; once that is closed the id is free again', () => {
    given(promise(), work('call'))
      .when(work('call'))
      .then({ code: 'work-already-received', workId });
    given(promise(), work('call'), abandon('call'))
      .when(work('call'))
      .then([received, queued('call', { reason: 'nobody-able' })]);
  });

  test('refuses a promise that nobody defined', () => {
    given().when(work('call')).then({ code: 'promise-unknown', promiseId });
  });

  test.each([
    ['workId', work('')],
    ['customerId', work('call', { customer: '\n' })],
    ['channel', work('call', { channel: 'pigeon' as 'phone' })],
    ['priority', work('call', { priority: NaN })],
    ['priority', work('call', { priority: Infinity })],
    ['requirements', work('call', { skills: { french: 6 } })],
    ['requirements', work('call', { skills: { french: 0 } })],
    ['requirements', work('call', { skills: { '': 1 } })],
    [
      'requirements',
      { ...work('call'), requirements: [1, 2].map((minLevel) => ({ skill: 'french', minLevel })) },
    ],
  ])('refuses what makes no sense, and names the field: %s', (field, command) => {
    expect(given(promise()).when(command).refusal).toMatchObject({ code: 'field-invalid', field });
  });
});

describe('accept-offer', () => {
  test('the item is his', () => {
    given(...ringing)
      .when(accept('call', 'ann'))
      .then([{ type: 'offer-accepted', v: 1, workId, agentId }]);
  });

  test('refuses whoever is not offered it, even where it waits or somebody has taken it', () => {
    const refusal = { code: 'offer-not-open', workId, agentId: asId<'agent'>('ben') } as const;
    for (const story of [ringing, [promise(), work('call')], talking]) {
      given(...story, agent('ben'))
        .when(accept('call', 'ben'))
        .then(refusal);
    }
    given(...talking)
      .when(accept('call', 'ann'))
      .then({ code: 'offer-not-open', workId, agentId });
  });

  test('refuses an answer that comes after the offer expired', () => {
    given(...ringing, until(20_000))
      .when(accept('call', 'ann'))
      .then({ code: 'offer-not-open', workId, agentId });
  });
});

describe('decline-offer', () => {
  test('the item goes to somebody else, and for five minutes not to him', () => {
    given(...ringing, onDuty('ben'), until(1_000))
      .when(decline('call', 'ann'))
      .then([
        {
          type: 'offer-declined',
          v: 1,
          workId,
          agentId,
          reason: 'conflict',
          excludedUntil: 301_000,
        },
        offered('call', 'ben', { reason: { code: 'best-suited' }, expiresAt: 21_000 }),
      ]);
  });

  test('he stays ready and is offered the next', () => {
    given(...ringing, work('next'), until(6_000))
      .when(decline('call', 'ann'))
      .thenOffers('next to ann: urgency 0.1');
  });

  test('where nobody else can take it, it is offered to him again after five minutes', () => {
    given(...ringing, decline('call', 'ann'))
      .when(until(299_999))
      .then([]);
    given(...ringing, decline('call', 'ann'))
      .when(until(300_000))
      .then([
        { type: 'exclusion-ended', v: 1, workId, agentId },
        offered('call', 'ann', { reason: { code: 'best-suited' }, expiresAt: 320_000 }),
      ]);
  });

  test('refuses whoever is not offered it', () => {
    given(...talking)
      .when(decline('call', 'ann'))
      .then({ code: 'offer-not-open', workId, agentId });
  });
});

describe('abandon-work', () => {
  test('the customer gives up while the item waits', () => {
    given(promise(), work('call'))
      .when(abandon('call'))
      .then([{ type: 'work-abandoned', v: 1, workId }]);
  });

  test('whoever was being offered it is offered the next', () => {
    given(...ringing, work('next'))
      .when(abandon('call'))
      .thenOffers('next to ann: urgency 0');
  });

  test('an item that is abandoned is never offered again', () => {
    given(promise(), agent('ann'), work('call'), abandon('call')).when(ready('ann')).thenOffers();
  });
});

describe('hold-work, resume-work, wrap-up-work', () => {
  test('each says so, and no more', () => {
    given(...talking)
      .when(hold('call', 'ann'))
      .then([{ type: 'work-held', v: 1, workId, agentId }]);
    given(...talking, hold('call', 'ann'))
      .when(unhold('call', 'ann'))
      .then([{ type: 'work-resumed', v: 1, workId, agentId }]);
    given(...talking)
      .when(wrapUp('call', 'ann'))
      .then([{ type: 'work-wrapped-up', v: 1, workId, agentId, endsAt: 180_000 }]);
  });

  test('on hold and in wrap-up the item still takes his room', () => {
    for (const step of [hold('call', 'ann'), wrapUp('call', 'ann')]) {
      given(...talking, step)
        .when(work('next'))
        .thenOffers();
    }
  });
});

describe('complete-work', () => {
  test('the item is done, and he is offered the next', () => {
    given(...talking, work('next'), until(30_000))
      .when({ ...complete('call', 'ann'), disposition: 'solved' })
      .then([
        { type: 'work-completed', v: 1, workId, agentId, disposition: 'solved' },
        offered('next', 'ann', {
          reason: { code: 'most-urgent', urgencyRatio: 0.5 },
          expiresAt: 50_000,
        }),
      ]);
  });

  test('he and the customer know each other better', () => {
    const customerId = asId<'customer'>('acme');
    given(promise(), onDuty('ann'), work('call', { customer: 'acme' }), accept('call', 'ann'))
      .when(complete('call', 'ann'))
      .then([
        { type: 'work-completed', v: 1, workId, agentId },
        { type: 'bond-earned', v: 1, customerId, agentId, strength: 0.2 },
      ]);
  });

  test('what he has just earned counts for what he is offered next', () => {
    given(
      promise(),
      onDuty('ann'),
      work('call', { customer: 'acme' }),
      accept('call', 'ann'),
      work('older'),
      until(5_000),
      work('newer', { customer: 'acme' }),
    )
      .when(complete('call', 'ann'))
      .thenOffers('newer to ann: urgency 0, earned');
  });
});

describe('who may do what, and when', () => {
  const held = [...talking, hold('call', 'ann')];
  const wrapping = [...talking, wrapUp('call', 'ann')];
  const stories: Readonly<Record<WorkStatus, readonly (Step | readonly Step[])[]>> = {
    waiting: [promise(), agent('ann'), work('call')],
    offered: ringing,
    active: talking,
    'on-hold': held,
    deferred: [...talking, defer('call', 'ann', 60_000)],
    'wrap-up': wrapping,
  };
  const transfer = { type: 'transfer-work', workId, agentId } as const;

  test.each([
    [hold('call', 'ann'), ['active']],
    [unhold('call', 'ann'), ['on-hold', 'deferred']],
    [defer('call', 'ann', 60_000), ['active', 'on-hold']],
    [recall('call'), ['deferred']],
    [wrapUp('call', 'ann'), ['active', 'on-hold']],
    [complete('call', 'ann'), ['active', 'on-hold', 'deferred', 'wrap-up']],
    [transfer, ['active', 'on-hold', 'deferred']],
    [abandon('call'), ['waiting', 'offered']],
  ] as const)('$type starts from %j only', (command, expected) => {
    for (const [status, story] of Object.entries(stories) as [WorkStatus, Step[]][]) {
      const { refusal } = given(...story).when(command);
      const isAllowed = (expected as readonly WorkStatus[]).includes(status);
      const wrong = { code: 'work-state-wrong', workId, status, expected };
      expect(refusal).toEqual(isAllowed ? undefined : wrong);
    }
  });

  test('nobody lays hands on the work of another', () => {
    const refusal = { code: 'work-not-yours', workId, agentId: asId<'agent'>('ben') } as const;
    for (const command of [wrapUp, complete, hold]) {
      given(...talking, onDuty('ben'))
        .when(command('call', 'ben'))
        .then(refusal);
    }
    given(...talking, onDuty('ben'))
      .when({ ...transfer, agentId: asId('ben') })
      .then(refusal);
    given(...held, onDuty('ben'))
      .when(unhold('call', 'ben'))
      .then(refusal);
  });

  test('nothing can be done with an item that is not open', () => {
    for (const command of [accept, decline, hold, unhold, wrapUp, complete]) {
      given(...talking, complete('call', 'ann'))
        .when(command('call', 'ann'))
        .then({ code: 'work-unknown', workId });
    }
    given().when(abandon('call')).then({ code: 'work-unknown', workId });
    given().when(transfer).then({ code: 'work-unknown', workId });
  });

  test('a bond with a customer gives no right to his item', () => {
    given(
      promise(),
      onDuty('ann'),
      agent('ben'),
      bond('acme', { owner: 'ben' }),
      work('call', { customer: 'acme' }),
    )
      .when(accept('call', 'ben'))
      .then({ code: 'offer-not-open', workId, agentId: asId('ben') });
  });
});
