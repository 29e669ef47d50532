import { describe, expect, test } from 'vitest';
import { asId } from '../id.ts';
import type { Refusal } from '../messages.ts';
import { given } from '../testing/given.ts';
import {
  accept,
  agent,
  bond,
  busy,
  change,
  lateAt,
  notReady,
  offered,
  onDuty,
  promise,
  ready,
  signedOut,
  until,
  work,
} from '../testing/messages.ts';
import { STANDARD_CAPACITY } from './capacity.ts';

const ann = asId<'agent'>('ann');
const call = asId<'work'>('call');

const fieldOf = (refusal: Refusal | undefined): string | undefined =>
  refusal?.code === 'field-invalid' ? refusal.field : undefined;

describe('register-agent', () => {
  test('makes an agent known, who is offered nothing before he signs in', () => {
    const story = given(promise(), agent('ann', { skills: { billing: 3 } }));
    const skills = [{ skill: 'billing', level: 3 }];
    given()
      .when(agent('ann', { skills: { billing: 3 } }))
      .then([
        { type: 'agent-registered', v: 1, agentId: ann, skills, capacity: STANDARD_CAPACITY },
      ]);
    story.when(work('call')).thenOffers();
  });

  test('refuses an id that is registered already', () => {
    given(agent('ann')).when(agent('ann')).then({ code: 'agent-already-registered', agentId: ann });
  });

  test.each([
    ['agentId', agent('')],
    ['skills[0].skill', agent('ann', { skills: { '': 3 } })],
    ['skills[1].level', agent('ann', { skills: { billing: 5, french: 6 } })],
    ['skills[0].level', agent('ann', { skills: { billing: 0 } })],
    ['skills[0].level', agent('ann', { skills: { billing: 2.5 } })],
    ['capacity.units', agent('ann', { capacity: { units: 0, weights: {} } })],
    ['capacity.units', agent('ann', { capacity: { units: 1.5, weights: {} } })],
    ['capacity.weights.chat', agent('ann', { capacity: { units: 3, weights: { chat: 0 } } })],
  ])('refuses what makes no sense, and names the field: %s', (field, command) => {
    expect(fieldOf(given().when(command).refusal)).toBe(field);
  });

  test('refuses a skill that is named twice', () => {
    const twice = [1, 2].map((level) => ({ skill: 'billing', level }));
    const { refusal } = given().when({ ...agent('ann'), skills: twice });
    expect(fieldOf(refusal)).toBe('skills[1].skill');
  });
});

describe('change-agent', () => {
  test('replaces what it names and leaves the rest', () => {
    const skills = [{ skill: 'french', level: 2 }];
    given(agent('ann', { skills: { billing: 3 } }))
      .when(change('ann', { skills: { french: 2 } }))
      .then([{ type: 'agent-changed', v: 1, agentId: ann, skills }]);
  });

  test('a skill that he gains brings him what waits for it', () => {
    given(promise(), onDuty('ann'), work('call', { skills: { french: 2 } }), until(30_000))
      .when(change('ann', { skills: { french: 2 } }))
      .thenOffers('call to ann: urgency 0.5');
  });

  test('a skill that he gains brings him his own customer, who came later than others', () => {
    const french = { skills: { french: 2 } };
    given(
      promise(),
      onDuty('ann'),
      bond('acme', { owner: 'ann' }),
      work('older', french),
      work('newer', { ...french, customer: 'acme' }),
    )
      .when(change('ann', french))
      .thenOffers('newer to ann: urgency 0, owner');
  });

  test('room that he gains brings him what waits', () => {
    const oneChat = { units: 1, weights: { chat: 1 } };
    given(
      promise(),
      onDuty('ann', { capacity: oneChat }),
      work('chat-1', { channel: 'chat' }),
      accept('chat-1', 'ann'),
      work('chat-2', { channel: 'chat' }),
    )
      .when(change('ann', { capacity: { ...oneChat, units: 2 } }))
      .thenOffers('chat-2 to ann: urgency 0');
  });

  test('an offer that he can no longer take goes back without blame and on to somebody else', () => {
    const skills = { billing: 2 };
    given(promise(), onDuty('ann', { skills }), onDuty('ben', { skills }), work('call', { skills }))
      .when(change('ann', { skills: { billing: 1 } }))
      .then([
        { type: 'agent-changed', v: 1, agentId: ann, skills: [{ skill: 'billing', level: 1 }] },
        { type: 'offer-withdrawn', v: 1, workId: call, agentId: ann, reason: 'agent-changed' },
        offered('call', 'ben', { reason: { code: 'best-suited' }, expiresAt: 20_000 }),
      ]);
  });

  test('an offer for which his room has become too small goes back', () => {
    const capacity = { units: 11, weights: { phone: 12 } };
    const { events } = given(promise(), onDuty('ann'), work('call')).when(
      change('ann', { capacity }),
    );
    expect(events.map(({ type }) => type)).toEqual([
      'agent-changed',
      'offer-withdrawn',
      'work-queued',
    ]);
  });

  test('an offer that he can still take stays open', () => {
    given(promise(), onDuty('ann'), work('call'), change('ann', { skills: { french: 1 } }))
      .when(accept('call', 'ann'))
      .then([{ type: 'offer-accepted', v: 1, workId: call, agentId: ann }]);
  });

  test('work that he carries although its channel was taken from him leaves his room alone', () => {
    given(
      promise(),
      onDuty('ann'),
      work('call'),
      accept('call', 'ann'),
      change('ann', { capacity: { units: 4, weights: { chat: 4 } } }),
    )
      .when(work('chat', { channel: 'chat' }))
      .thenOffers('chat to ann: best-suited');
  });

  test('refuses an agent whom nobody registered, and what makes no sense', () => {
    given().when(change('ann', {})).then({ code: 'agent-unknown', agentId: ann });
    const { refusal } = given(agent('ann')).when(change('ann', { skills: { billing: 9 } }));
    expect(fieldOf(refusal)).toBe('skills[0].level');
  });
});

describe('set-agent-state', () => {
  test('ready: he is offered what waits for him', () => {
    given(promise(), agent('ann'), work('call'), until(15_000))
      .when(ready('ann'))
      .then([
        { type: 'agent-state-changed', v: 1, agentId: ann, state: 'ready' },
        offered('call', 'ann', {
          reason: { code: 'most-urgent', urgencyRatio: 0.25 },
          expiresAt: 35_000,
        }),
      ]);
  });

  test('not ready: the open offer goes back without blame and on to somebody else', () => {
    given(promise(), onDuty('ann'), onDuty('ben'), work('call'))
      .when({ ...notReady('ann'), reason: 'break' })
      .then([
        {
          type: 'agent-state-changed',
          v: 1,
          agentId: ann,
          state: 'not-ready',
          reason: 'break',
        },
        { type: 'offer-withdrawn', v: 1, workId: call, agentId: ann, reason: 'agent-not-ready' },
        offered('call', 'ben', { reason: { code: 'best-suited' }, expiresAt: 20_000 }),
      ]);
  });

  test('not ready until a time that he says, and that is still to come', () => {
    const away = { ...notReady('ann'), reason: 'break' };
    given(agent('ann'), until(1_000))
      .when({ ...away, returnAt: 901_000 })
      .then([
        {
          type: 'agent-state-changed',
          v: 1,
          agentId: ann,
          state: 'not-ready',
          reason: 'break',
          returnAt: 901_000,
        },
      ]);
    for (const wrong of [
      { ...away, returnAt: 1_000 },
      { ...away, returnAt: 1_000.5 },
      { ...ready('ann'), returnAt: 901_000 },
    ]) {
      const { refusal } = given(agent('ann'), until(1_000)).when(wrong);
      expect(fieldOf(refusal)).toBe('returnAt');
    }
  });

  test('without blame means that it may come back to him at once', () => {
    given(promise(), onDuty('ann'), work('call'), notReady('ann'))
      .when(ready('ann'))
      .thenOffers('call to ann: urgency 0');
  });

  test('not ready: he keeps what he carries and is offered nothing more', () => {
    const story = [promise(), onDuty('ann'), work('a', { channel: 'chat' }), accept('a', 'ann')];
    given(...story, notReady('ann'))
      .when(work('b', { channel: 'chat' }))
      .thenOffers();
  });

  test('signed out: an open offer goes back', () => {
    const { events } = given(promise(), onDuty('ann'), work('call')).when(signedOut('ann'));
    expect(events.map(({ type }) => type)).toEqual([
      'agent-state-changed',
      'offer-withdrawn',
      'work-queued',
    ]);
  });

  test('refuses to sign out whoever carries work, on hold and in wrap-up too', () => {
    given(promise(), onDuty('ann'), work('call'), accept('call', 'ann'))
      .when(signedOut('ann'))
      .then({ code: 'agent-carries-work', agentId: ann, carriedCount: 1 });
  });

  test('refuses an agent whom nobody registered, and a state that there is not', () => {
    given().when(ready('ann')).then({ code: 'agent-unknown', agentId: ann });
    // As it could come from an importer that the compiler does not see.
    const command = { ...ready('ann'), state: 'asleep' as 'ready' };
    expect(fieldOf(given(agent('ann')).when(command).refusal)).toBe('state');
  });
});

describe('set-busy-intervals', () => {
  const story = [promise(), onDuty('ann'), busy('ann', [1_000, 5_000])];

  test('until an interval begins he is offered what comes', () => {
    given(...story)
      .when(work('call'))
      .thenOffers('call to ann: best-suited');
  });

  test('while it lasts he is offered nothing', () => {
    given(...story)
      .when(until(1_000))
      .then([{ type: 'agent-busy-began', v: 1, agentId: ann }]);
    given(...story, until(1_000))
      .when(work('call'))
      .thenOffers();
  });

  test('when it ends he is offered the most urgent', () => {
    given(...story, until(2_000), work('call'))
      .when(until(5_000))
      .then([
        { type: 'agent-busy-ended', v: 1, agentId: ann },
        offered('call', 'ann', {
          reason: { code: 'most-urgent', urgencyRatio: 0.05 },
          expiresAt: 25_000,
          dueAt: 62_000,
        }),
      ]);
  });

  test('an interval that has begun counts from now on', () => {
    given(promise(), onDuty('ann'), until(500), busy('ann', [0, 1_000]))
      .when(work('call'))
      .thenOffers();
  });

  test('intervals that touch leave no gap between them', () => {
    given(
      promise(),
      onDuty('ann'),
      busy('ann', [0, 1_000], [1_000, 2_000]),
      work('call'),
      until(1_999),
    )
      .when(until(2_000))
      .thenOffers('call to ann: urgency 0.033');
  });

  test('intervals that are taken away free him at once', () => {
    given(...story, until(2_000), work('call'))
      .when(busy('ann'))
      .thenOffers('call to ann: urgency 0');
  });

  test('of two who become free at once, the lower id chooses first, whoever registered first', () => {
    const spans = [1_000, 4_000] as const;
    given(
      promise(),
      onDuty('ben'),
      onDuty('ann'),
      busy('ben', spans),
      busy('ann', spans),
      until(1_000),
      work('call'),
    )
      .when(until(4_000))
      .thenOffers('call to ann: urgency 0.05');
  });

  test('one that came and went while nobody looked leaves him free', () => {
    const { events } = given(...story, lateAt(9_000), work('call')).when(until(9_000));
    expect(events).toEqual([]);
    given(...story, lateAt(9_000))
      .when(work('call'))
      .thenOffers('call to ann: best-suited');
  });

  test.each([
    [[[2_000, 1_000]], 'intervals[0]'],
    [[[1_000, 1_000]], 'intervals[0]'],
    [[[0, 0.5]], 'intervals[0]'],
    [
      [
        [0, 2_000],
        [1_000, 3_000],
      ],
      'intervals[1]',
    ],
  ] as const)('refuses %j', (spans, field) => {
    expect(fieldOf(given(agent('ann')).when(busy('ann', ...spans)).refusal)).toBe(field);
  });

  test('refuses an agent whom nobody registered', () => {
    given().when(busy('ann')).then({ code: 'agent-unknown', agentId: ann });
  });
});
