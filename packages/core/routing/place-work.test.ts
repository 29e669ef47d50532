import { describe, test } from 'vitest';
import { STANDARD_CAPACITY } from '../agents/capacity.ts';
import { given } from '../testing/given.ts';
import {
  accept,
  agent,
  bond,
  busy,
  complete,
  decline,
  notReady,
  onDuty,
  promise,
  ready,
  transfer,
  until,
  work,
} from '../testing/messages.ts';

describe('an item of a customer whom somebody knows', () => {
  const call = work('call', { customer: 'acme' });
  const team = [
    promise(),
    onDuty('ann'),
    onDuty('ben'),
    onDuty('cleo'),
    onDuty('dan'),
    bond('acme', { owner: 'dan', deputies: ['cleo', 'ben'] }),
  ];

  test('goes to the owner', () => {
    given(...team)
      .when(call)
      .thenOffers('call to dan: owner');
  });

  test('goes to the deputies in their order when the owner is not there', () => {
    given(...team, notReady('dan'))
      .when(call)
      .thenOffers('call to cleo: deputy');
    given(...team, notReady('dan'), busy('cleo', [0, 1_000]))
      .when(call)
      .thenOffers('call to ben: deputy');
  });

  test('goes to whoever is best suited when none of them is there', () => {
    given(...team, notReady('dan'), notReady('cleo'), notReady('ben'))
      .when(call)
      .thenOffers('call to ann: best-suited');
  });

  test('passes over an owner who has no room, or not the skill', () => {
    given(...team, work('other', { customer: 'acme' }), accept('other', 'dan'))
      .when(call)
      .thenOffers('call to cleo: deputy');
    given(...team, onDuty('eve', { skills: { french: 3 } }))
      .when(work('call', { customer: 'acme', skills: { french: 1 } }))
      .thenOffers('call to eve: best-suited');
  });

  test('passes over an owner who has an open offer', () => {
    given(...team, work('other', { customer: 'acme', channel: 'chat' }))
      .when(work('call', { customer: 'acme', channel: 'chat' }))
      .thenOffers('call to cleo: deputy');
  });

  test('goes to a deputy before somebody who earned it, and to the strongest of those', () => {
    const serve = (name: string, item: string) => [
      ready(name),
      work(item, { customer: 'acme' }),
      accept(item, name),
      complete(item, name),
      notReady(name),
    ];
    const earned = [
      promise(),
      ...['ann', 'ben', 'cleo', 'dan'].map((name) => agent(name)),
      serve('ann', 'first'),
      serve('ben', 'second'),
      serve('ben', 'third'),
    ];
    const all = ['ann', 'ben', 'cleo', 'dan'].map((name) => ready(name));
    given(...earned, all)
      .when(call)
      .thenOffers('call to ben: earned');
    given(...earned, bond('acme', { deputies: ['cleo'] }), all)
      .when(call)
      .thenOffers('call to cleo: deputy');
    given(...earned, ready('ann'), ready('dan'))
      .when(call)
      .thenOffers('call to ann: earned');
  });

  test('knowing the customer counts for more than proficiency', () => {
    given(
      promise(),
      onDuty('ann', { skills: { french: 1 } }),
      onDuty('ben', { skills: { french: 5 } }),
      bond('acme', { owner: 'ann' }),
    )
      .when(work('call', { customer: 'acme', skills: { french: 1 }, isProficiencyFirst: true }))
      .thenOffers('call to ann: owner');
  });
});

describe('an item of a customer whom nobody knows', () => {
  const chat = (name: string) => work(name, { channel: 'chat' });

  test('goes to the least loaded', () => {
    given(promise(), onDuty('ann'), chat('a'), accept('a', 'ann'), onDuty('ben'))
      .when(chat('b'))
      .thenOffers('b to ben: best-suited');
  });

  test('load counts in units: two messages weigh more than one chat', () => {
    given(
      promise(),
      onDuty('ann'),
      work('mail-1', { channel: 'email' }),
      accept('mail-1', 'ann'),
      work('mail-2', { channel: 'email' }),
      accept('mail-2', 'ann'),
      onDuty('ben'),
      chat('a'),
      accept('a', 'ben'),
    )
      .when(chat('b'))
      .thenOffers('b to ben: best-suited');
  });

  test('of the equally loaded, to whoever has been without a new item for longest', () => {
    given(
      promise(),
      onDuty('ann'),
      onDuty('ben'),
      until(1_000),
      work('a'),
      accept('a', 'ann'),
      until(2_000),
      work('b'),
      accept('b', 'ben'),
      complete('b', 'ben'),
      until(3_000),
      complete('a', 'ann'),
    )
      .when(work('c'))
      .thenOffers('c to ann: best-suited');
  });

  test('of those still equal, to the lowest id, whoever registered first', () => {
    given(promise(), onDuty('cleo'), onDuty('ben'), onDuty('ann'))
      .when(work('call'))
      .thenOffers('call to ann: best-suited');
  });

  test('is for whoever has each skill at the level that it asks for', () => {
    given(
      promise(),
      onDuty('ann', { skills: { french: 2, billing: 5 } }),
      onDuty('ben', { skills: { french: 5 } }),
      onDuty('cleo', { skills: { french: 3, billing: 1 } }),
    )
      .when(work('call', { skills: { french: 3, billing: 1 } }))
      .thenOffers('call to cleo: best-suited');
  });

  test('goes to the most proficient where that is asked for, however loaded', () => {
    const skills = { french: 1, billing: 1 };
    const story = [
      promise(),
      onDuty('ann', { skills: { french: 4, billing: 4 } }),
      work('a', { channel: 'chat' }),
      accept('a', 'ann'),
      onDuty('ben', { skills: { french: 5, billing: 2 } }),
      onDuty('cleo', { skills: { french: 1, billing: 1 } }),
    ];
    given(...story)
      .when(work('b', { channel: 'chat', skills }))
      .thenOffers('b to ben: best-suited');
    given(...story)
      .when(work('b', { channel: 'chat', skills, isProficiencyFirst: true }))
      .thenOffers('b to ann: best-suited');
  });

  test('proficiency counts the required skills alone', () => {
    given(
      promise(),
      onDuty('ann', { skills: { french: 1, billing: 5 } }),
      onDuty('ben', { skills: { french: 2 } }),
    )
      .when(work('call', { skills: { french: 1 }, isProficiencyFirst: true }))
      .thenOffers('call to ben: best-suited');
  });

  test('waits where nobody who is there can take it', () => {
    given(promise(), onDuty('ann'), agent('ben', { skills: { french: 1 } }))
      .when(work('call', { skills: { french: 1 } }))
      .thenOffers();
  });
});

describe('room', () => {
  const chats = (count: number) =>
    Array.from({ length: count }, (_, index) => [
      work(`chat-${index + 1}`, { channel: 'chat' }),
      accept(`chat-${index + 1}`, 'ann'),
    ]);

  test('is for three chats, and not for a fourth', () => {
    given(promise(), onDuty('ann'), ...chats(2))
      .when(work('more', { channel: 'chat' }))
      .thenOffers('more to ann: best-suited');
    given(promise(), onDuty('ann'), ...chats(3))
      .when(work('more', { channel: 'chat' }))
      .thenOffers();
  });

  test('a call leaves no room for a chat, and a chat none for a call', () => {
    given(promise(), onDuty('ann'), work('call'), accept('call', 'ann'))
      .when(work('chat', { channel: 'chat' }))
      .thenOffers();
    given(promise(), onDuty('ann'), ...chats(1))
      .when(work('call'))
      .thenOffers();
  });

  test('is filled one offer at a time: the next comes when he has answered', () => {
    given(promise(), onDuty('ann'), work('a', { channel: 'chat' }))
      .when(work('b', { channel: 'chat' }))
      .thenOffers();
    given(promise(), onDuty('ann'), work('a', { channel: 'chat' }), work('b', { channel: 'chat' }))
      .when(accept('a', 'ann'))
      .thenOffers('b to ann: urgency 0');
  });

  test('is none on a channel without a weight, or with one beyond all that he has', () => {
    const { units, weights } = STANDARD_CAPACITY;
    given(promise(), onDuty('ann', { capacity: { units, weights: { chat: 4 } } }))
      .when(work('call'))
      .thenOffers();
    given(promise(), onDuty('ann', { capacity: { units: 11, weights } }))
      .when(work('call'))
      .thenOffers();
  });
});

describe('whoever declined', () => {
  test('is passed over for this item and for no other', () => {
    given(promise(), onDuty('ann'), work('call'), decline('call', 'ann'))
      .when(work('other'))
      .thenOffers('other to ann: best-suited');
  });

  test('may be offered it again once somebody else had taken it', () => {
    const story = [
      promise(),
      onDuty('ann'),
      work('call'),
      decline('call', 'ann'),
      onDuty('ben'),
      accept('call', 'ben'),
    ];
    given(...story)
      .when(transfer('call', 'ben'))
      .thenOffers('call to ann: best-suited');
  });
});
