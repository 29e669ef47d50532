import { describe, expect, test } from 'vitest';
import type { Capacity } from '../agents/capacity.ts';
import { asId } from '../id.ts';
import type { DeskEvent } from '../messages.ts';
import { POLICY } from '../routing/policy.ts';
import { given, type Step } from '../testing/given.ts';
import {
  absent,
  accept,
  agent,
  bond,
  complete,
  defer,
  notReady,
  onDuty,
  promise,
  ready,
  roster,
  transfer,
  until,
  work,
} from '../testing/messages.ts';

const [ann, call, letter] = [asId<'agent'>('ann'), asId<'work'>('call'), asId<'work'>('letter')];
/** One letter, or one call; not both. */
const one: Capacity = { units: 1, weights: { phone: 1, chat: 1, email: 1 } };
const interruptible = (name: string, capacity = one): readonly Step[] => [
  { ...agent(name, { capacity }), isInterruptible: true },
  ready(name),
];
const mail = (name: string) => work(name, { channel: 'email' });
/** Ann writes a letter; a call waits, and is due at 60 s. */
const writing: readonly Step[] = [
  promise(),
  ...interruptible('ann'),
  mail('letter'),
  accept('letter', 'ann'),
  work('call'),
];
const aside = { type: 'work-interrupted', v: 1, workId: letter, agentId: ann, byWorkId: call };
const back = { type: 'interruption-ended', v: 1, workId: letter, agentId: ann };
const ofAside = (events: readonly DeskEvent[]) =>
  events.filter(({ type }) => type === 'work-interrupted' || type === 'interruption-ended');

describe('a live item that would be late', () => {
  test('is offered to who is at something that can wait, from where it is near its promise', () => {
    given(writing).when(until(47_999)).thenOffers();
    given(writing).when(until(48_000)).thenOffers('call to ann: interrupting at 0.8');
  });

  test('puts aside what he is at, and gives it back when it leaves him', () => {
    const story = given(writing, until(48_000));
    story
      .when(accept('call', 'ann'))
      .then([{ type: 'offer-accepted', v: 1, workId: call, agentId: ann }, aside as DeskEvent]);
    const { desk, events } = story.when(complete('call', 'ann'));
    expect(ofAside(events)).toEqual([back]);
    expect(desk.work.get(letter)).toMatchObject({ status: 'active', asideForId: undefined });
  });

  test('gives it back too when it is handed on, or put off', () => {
    for (const leaving of [transfer('call', 'ann'), defer('call', 'ann', 900_000)]) {
      const { events } = given(writing, until(48_000), accept('call', 'ann')).when(leaving);
      expect(ofAside(events)).toEqual([back]);
    }
  });

  test('is not offered to who may not be interrupted, nor to whom a live item has', () => {
    const never = [promise(), onDuty('ann', { capacity: one }), mail('letter')].flat();
    given(never, accept('letter', 'ann'), work('call')).when(until(59_000)).thenOffers();
    const chatting = [promise(), ...interruptible('ann'), work('chat', { channel: 'chat' })];
    given(chatting, accept('chat', 'ann'), work('call')).when(until(59_000)).thenOffers();
  });

  test('is offered to nobody who is not there for it', () => {
    given(writing, notReady('ann')).when(until(59_000)).thenOffers();
    given(writing, notReady('ann'), until(50_000))
      .when(ready('ann'))
      .thenOffers('call to ann: interrupting at 0.833');
  });

  test('interrupts nobody while somebody is free', () => {
    given(writing, until(40_000)).when(ready('ann')).thenOffers();
    const { events } = given(writing, until(40_000), agent('ben')).when(ready('ben'));
    expect(events).toMatchObject([
      { type: 'agent-state-changed' },
      { type: 'work-offered', workId: 'call', agentId: 'ben', reason: { code: 'most-urgent' } },
    ]);
  });

  test('is offered to who takes up something that can wait only then', () => {
    given(promise(), ...interruptible('ann'), mail('letter'), work('call'), until(50_000))
      .when(accept('letter', 'ann'))
      .thenOffers('call to ann: interrupting at 0.833');
  });

  test('goes before the next that can wait, though he has room for that', () => {
    const three: Capacity = { units: 12, weights: { phone: 12, email: 3 } };
    const mails = ['a', 'b', 'c'].map(mail);
    const story = [promise(), ...interruptible('ann', three), mails, accept('a', 'ann')].flat();
    given(story, work('call'), until(50_000))
      .when(accept('b', 'ann'))
      .thenOffers('call to ann: interrupting at 0.833');
  });

  test('that presses is found behind one that he has declined, and none is where none presses', () => {
    const story = given(writing, work('other'), until(48_000));
    story
      .when({ type: 'decline-offer', workId: call, agentId: ann, reason: 'no' })
      .thenOffers('other to ann: interrupting at 0.8');
    given(writing, work('other'), until(40_000), notReady('ann')).when(ready('ann')).thenOffers();
  });

  test('puts aside in the order in which they came, also what was taken up in another', () => {
    const three: Capacity = { units: 6, weights: { phone: 6, email: 3 } };
    const mails = ['a', 'b'].map(mail);
    const story = [promise(), ...interruptible('ann', three), mails, accept('a', 'ann')].flat();
    const swapped: readonly Step[] = [
      accept('b', 'ann'),
      defer('a', 'ann', 10_000),
      { type: 'resume-work', workId: asId('a'), agentId: ann },
      work('call'),
      until(48_000),
    ];
    const { events } = given(story, swapped).when(accept('call', 'ann'));
    const ids = ofAside(events).map((event) => 'workId' in event && event.workId);
    expect(ids).toEqual(['a', 'b']);
  });

  test('interrupts nobody for what another can take whom the same policy lets go of', () => {
    const soon = { duties: [[0, 200_000]] } as const;
    const rosters = [roster('ann', soon), roster('dan', soon)];
    const story = writing.toSpliced(-1, 0, ...onDuty('dan'), ...rosters);
    given(story, until(50_000))
      .when({ type: 'set-policy', policy: { ...POLICY, windDownMs: 0 } })
      .thenOffers('call to dan: urgency 0.833');
  });

  test('interrupts whoever covered for somebody who is back, and calls whom he had promised', () => {
    const dan = asId<'agent'>('dan');
    const later = asId<'work'>('later');
    const story = given(
      [promise(), agent('dan'), notReady('dan'), bond('leila', { owner: 'dan' })],
      work('later', { customer: 'leila', channel: 'email' }),
      { type: 'promise-callback', workId: later, agentId: dan, dueAt: 600_000 },
      [...interruptible('ann'), absent('dan', 900_000, 'ann'), mail('letter')],
      [accept('letter', 'ann'), until(400_000), mail('old'), work('call'), until(470_000)],
    );
    const { events } = story.when(ready('dan'));
    const offers = events.filter(({ type }) => type === 'work-offered');
    expect(offers).toMatchObject([
      { workId: 'old', agentId: 'dan' },
      { workId: 'call', agentId: 'ann', reason: { code: 'interrupting' } },
    ]);
  });

  test('interrupts nobody twice at once, and the next when he has the first no more', () => {
    const story = given(writing, work('other'), until(48_000), accept('call', 'ann'));
    story.when(until(59_000)).thenOffers();
    const { events } = story.when(complete('call', 'ann'));
    expect(ofAside(events)).toEqual([back]);
    expect(events.at(-1)).toMatchObject({ type: 'work-offered', workId: 'other' });
  });

  test('interrupts the least loaded; who is passed over for it is not asked', () => {
    const two: Capacity = { units: 2, weights: { phone: 2, email: 1 } };
    const story = given(
      promise(),
      ...interruptible('ann', two),
      ...interruptible('ben', two),
      ['a', 'b', 'c'].map(mail),
      accept('a', 'ann'),
      accept('b', 'ben'),
      accept('c', 'ann'),
      work('call'),
    );
    story.when(until(48_000)).thenOffers('call to ben: interrupting at 0.8');
    story
      .when({ type: 'decline-offer', workId: call, agentId: asId('ben'), reason: 'no' })
      .thenOffers('call to ann: interrupting at 0.8');
  });

  test('that is kept for somebody interrupts nobody', () => {
    const kept = {
      type: 'work-reserved',
      v: 1,
      workId: call,
      agentIds: [asId<'agent'>('ted')],
      untilAt: 70_000,
      chanceRatio: 0.8,
      insteadOfId: ann,
      passedOver: [],
    } as const;
    const known = [agent('ted'), bond('leila', { owner: 'ted' })];
    const story = writing.map((step) =>
      step.type === 'receive-work' && step.workId === call
        ? { ...step, customerId: asId<'customer'>('leila') }
        : step,
    );
    given(known, story, kept).when(until(59_000)).thenOffers();
  });

  test('interrupts though the same command frees somebody who is asked for what has waited longer', () => {
    const skills = { repair: 1 };
    const letters = ['letter', 'note'].map((name) =>
      work(name, { channel: 'email', customer: 'leila', matter: 'roof' }),
    );
    given(
      [promise(), ...interruptible('ann'), ...onDuty('ben', { capacity: one, skills })],
      letters,
      [work('older', { skills }), work('call'), until(50_000)],
    )
      .when(accept('letter', 'ann'))
      .thenOffers('older to ben: urgency 0.833', 'call to ann: interrupting at 0.833');
  });

  test('takes the offer back from whom it may not interrupt any more', () => {
    const { events } = given(writing, until(48_000)).when({
      type: 'change-agent',
      agentId: ann,
      isInterruptible: false,
    });
    expect(events.map(({ type }) => type)).toEqual([
      'agent-changed',
      'offer-withdrawn',
      'work-queued',
    ]);
  });

  test('puts nothing aside where he has got room meanwhile', () => {
    given(writing, until(48_000), complete('letter', 'ann'))
      .when(accept('call', 'ann'))
      .then([{ type: 'offer-accepted', v: 1, workId: call, agentId: ann }]);
  });
});
